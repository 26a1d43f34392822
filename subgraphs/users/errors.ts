// How users refuses. NotFound and IdempotencyKeyReused are platform's.
import { DomainError } from "../../platform/errors.ts";

export class EmailTaken extends DomainError {
  constructor() {
    super("Somebody has an account with this e-mail address already: sign in instead.");
  }
}

export class PasswordTooWeak extends DomainError {
  constructor() {
    super("Choose a password of 8 characters to 1024 bytes that is not among the most used ones.");
  }
}

export class CredentialsRejected extends DomainError {
  constructor() {
    super("These credentials are not right.");
  }
}

export class LastOwner extends DomainError {
  constructor() {
    super("An organization keeps one owner: make somebody else an owner first.");
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
