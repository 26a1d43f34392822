// What is mailed about an account: codes that verify an address, and warnings.
export type LetterKind = "EMAIL_CODE" | "EMAIL_CHANGED" | "PASSWORD_TRIED";

export interface EmailCode {
  id: string;
  expiresAt: Date;
}
