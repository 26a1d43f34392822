export const NOTIFICATION_JOB = "send-account-letter";
/** Job of kinds of notifications that the previous version does not know. */
export const LATER_NOTIFICATION_JOB = "send-account-notice";
/** Job of kinds that are newer still. */
export const ALERT_JOB = "send-account-alert";
