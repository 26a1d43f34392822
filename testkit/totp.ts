// One-time codes, as an authenticator app shows them.
import { Secret, TOTP } from "otpauth";

/** Code of the authenticator app, `steps` of 30 seconds from now. */
export function totpCode(secret: string, steps = 0, now = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * 30_000 });
}
