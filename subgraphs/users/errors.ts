// How users refuses. NotFound and IdempotencyKeyReused are platform's.
import { DomainError } from "../../platform/core/errors.ts";

export class EmailTaken extends DomainError {
  constructor() {
    super("Somebody has an account with this e-mail address already: sign in instead.");
  }
}

export class PasswordTooWeak extends DomainError {
  constructor() {
    super(
      "Choose a password of 8 characters to 1024 bytes that is not easily guessed: none of the most used ones, and not your own name or address, also with a few digits.",
    );
  }
}

export class CredentialsRejected extends DomainError {
  constructor() {
    super("These credentials are not right.");
  }
}

export class LastOwner extends DomainError {
  constructor(organization: { id: string; name: string; status: string }) {
    super(
      `An organization keeps one owner, and ${organization.name} has no other: make somebody else an owner first. Its only owner can leave once it has no valid tickets for a future date and all its money is settled.`,
      { organization },
    );
  }
}

export class MembershipLimitReached extends DomainError {
  constructor(limit: number) {
    super(`This person has ${limit} such memberships, which is the most: leave an organization first.`, { limit });
  }
}

export class EmailNotVerified extends DomainError {
  constructor() {
    super("Verify your e-mail address first: requestEmailCode mails a code, useCode takes it.");
  }
}

export class CodeRejected extends DomainError {
  constructor() {
    super("This code is wrong or no longer works: check it, or request another one.");
  }
}
