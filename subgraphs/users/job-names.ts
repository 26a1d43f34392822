export const NOTIFICATION_JOB = "send-account-letter";
/** Job of kinds of notifications that the previous version does not know. */
export const LATER_NOTIFICATION_JOB = "send-account-notice";
/** Job of kinds that are newer still. */
export const ALERT_JOB = "send-account-alert";
/** Job of kinds that are newer again. */
export const WARNING_JOB = "send-account-warning";
/** Job of kinds about guests. */
export const GUEST_JOB = "send-guest-letter";
/** The last mail to an erased person. */
export const ERASURE_MAIL_JOB = "mail-erasure";
export const REPEAT_ERASURE_JOB = "repeat-erasure";
/** Adds an erased person to the list outside of the database. */
export const LIST_ERASURE_JOB = "list-erasure";
/** Collects an export of a person's own data. */
export const EXPORT_JOB = "collect-data-export";
/** Tells a person that platform staff view the account. */
export const SUPPORT_MAIL_JOB = "mail-support-view";
export const EXPORT_MAIL_JOB = "mail-data-export";
/** Back-channel logout. A trigger writes this job: see migration 024. */
export const TELL_OF_SIGN_OUT_JOB = "tell-app-of-logout";
