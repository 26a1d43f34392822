export const NOTIFICATION_JOB = "send-account-letter";
/** Job of kinds of notifications that the previous version does not know. */
export const LATER_NOTIFICATION_JOB = "send-account-notice";
