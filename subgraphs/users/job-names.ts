export const LETTER_JOB = "send-account-letter";
