export const LETTER_JOB = "send-account-letter";
/** Letters of kinds that were added later. */
export const NOTICE_JOB = "send-account-notice";
