export const NOTIFICATION_JOB = "send-account-letter";
/** Notifications of kinds that were added later. */
export const LATER_NOTIFICATION_JOB = "send-account-notice";
