// Refusals of users. NotFound and IdempotencyKeyReused are of the platform.
import { DomainError } from "../../platform/core/errors.ts";
import type { ElevationReason, ExternalSignInProblem } from "./enums.generated.ts";

export class EmailTaken extends DomainError {
  constructor() {
    super("An account with this e-mail address already exists: sign in instead.");
  }
}

export class PasswordTooWeak extends DomainError {
  /** @param reason sentences that say what is wrong */
  constructor(reason: string) {
    super(`Choose another password, such as three or four words. ${reason}`);
  }
}

export class CredentialsRejected extends DomainError {
  constructor() {
    super("The address or password is wrong, or the session has ended.");
  }
}

export class LastOwner extends DomainError {
  constructor(organization: { id: string; name: string; status: string }) {
    super(
      `${organization.name} has no other owner: make another member OWNER first. The last owner can leave when no valid tickets for a future date and no unsettled money remain.`,
      { organization },
    );
  }
}

export class MembershipLimitReached extends DomainError {
  constructor(limit: number, isAdded: boolean) {
    const which = isAdded ? "that others added" : "that the user founded or accepted";
    super(`The user has the maximum of ${limit} memberships ${which}: leave an organization first.`, { limit });
  }
}

export class AppLimitReached extends DomainError {
  constructor(limit: number) {
    super(`The organization has the maximum of ${limit} apps: remove one first.`, { limit });
  }
}

export class EmailNotVerified extends DomainError {
  constructor() {
    super("Verify your e-mail address first, with a code that is mailed to it.");
  }
}

export class CodeRejected extends DomainError {
  constructor(message = "The code is wrong or no longer valid: check it, or request a new one.") {
    super(message);
  }
}

export class SecondFactorRequired extends DomainError {
  constructor(asked: { challenge: string; expiresAt: Date; factors: string[] }) {
    super("The account has a second factor: it is needed to complete the sign-in.", {
      challenge: asked.challenge,
      expiresAt: asked.expiresAt,
      factors: asked.factors,
    });
  }
}

export class SecondFactorRejected extends DomainError {
  constructor() {
    super("The second factor is wrong or was used before, or too much time has passed: try again, or sign in again.");
  }
}

const ELEVATION: Record<ElevationReason, string> = {
  CONFIRM_IDENTITY: "Confirm first that it is you, with your password or a second factor. This counts for 10 minutes.",
  ENROLL_FACTOR:
    "Owners and platform staff need a second factor for this: set up an authenticator app or a passkey first.",
};

export class PasskeyRejected extends DomainError {
  constructor() {
    super("The passkey was not accepted: try again. An account has at most 20 passkeys.");
  }
}

export class LastWayIn extends DomainError {
  constructor() {
    super("This is the last way to sign in: set a password or verify the address first.");
  }
}

const EXTERNAL: Record<ExternalSignInProblem, string> = {
  ANSWER_REJECTED: "The sign-in there was not completed, has expired or was used before: begin again.",
  ADDRESS_NOT_CONFIRMED:
    "It belongs to no account here. Sign in another way or create an account, then link it among the ways to sign in.",
  IDENTITY_REMOVED: "It was removed from its account: sign in another way, then link it again.",
};

export class ExternalSignInRejected extends DomainError {
  constructor(reason: ExternalSignInProblem) {
    super(EXTERNAL[reason], { reason });
  }
}

export class IdentityTaken extends DomainError {
  constructor() {
    super("It is linked to an account already, or the account has 20 identities: remove one first.");
  }
}

export class ProviderUnavailable extends DomainError {
  constructor() {
    super("The provider does not answer: try again in a minute, or sign in another way.");
  }
}

export class ElevationRequired extends DomainError {
  constructor(reason: ElevationReason) {
    super(ELEVATION[reason], { reason });
  }
}
