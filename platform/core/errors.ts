// The two kinds of refusals: a result that the client can handle (data), and a GraphQL error with a code.
import { GraphQLError } from "graphql";

/** A refusal by a rule. It becomes the member of the mutation's result union with the class's name. */
export class DomainError extends Error {
  /** Further fields of the union member. */
  readonly details: Record<string, unknown>;

  constructor(message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.details = details;
  }

  /** Name of the GraphQL type of the refusal. */
  get typename(): string {
    return this.constructor.name;
  }
}

/** A refusal that was given before, as it was stored under its idempotency key. */
export class RepeatedRefusal extends DomainError {
  readonly #typename: string;

  constructor(typename: string, message: string, details: Record<string, unknown>) {
    super(message, details);
    this.#typename = typename;
  }

  override get typename(): string {
    return this.#typename;
  }
}

export class NotFound extends DomainError {
  constructor(what: string) {
    super(`There is no such ${what}.`);
  }
}

export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super("The idempotency key was already used with a different input: use a new key for a new request.");
  }
}

/** Another subgraph refused the request permanently: a retry is useless. */
export class RefusedForGood extends Error {}

export const CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "BAD_USER_INPUT",
  "RATE_LIMITED",
  "NOT_FOUND",
  "UNAVAILABLE",
  "TIMEOUT",
  "OUT_OF_RANGE",
] as const;
export type ErrorCode = (typeof CODES)[number];

export function unauthenticated(message = "Sign in first."): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "UNAUTHENTICATED" } });
}

export function forbidden(message = "You may not do this."): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "FORBIDDEN" } });
}

export function badInput(field: string, problem: string): GraphQLError {
  return new GraphQLError(`${field}: ${problem}`, { extensions: { code: "BAD_USER_INPUT", field } });
}

/** For a number beyond the range of its field. */
export function outOfRange(successor: string): GraphQLError {
  return new GraphQLError(`The amount exceeds 32 bits: query \`${successor}\`.`, {
    extensions: { code: "OUT_OF_RANGE" },
  });
}

/** For subscriptions, which have no result union. */
export function notFound(what: string): GraphQLError {
  return new GraphQLError(`There is no such ${what}.`, { extensions: { code: "NOT_FOUND" } });
}

export function rateLimited(retryAfterSeconds: number, message = "Too many requests: try again later."): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: "RATE_LIMITED", retryAfterSeconds },
  });
}

export function unavailable(what: string, cause?: unknown): GraphQLError {
  return new GraphQLError(`${what} is unavailable: nothing was changed, try again.`, {
    extensions: { code: "UNAVAILABLE" },
    originalError: cause instanceof Error ? cause : null,
  });
}

/** For results that depend on a role, while roles can't be looked up. */
export function rolesUnknown(): GraphQLError {
  return new GraphQLError("Your permissions can't be looked up at the moment: nothing was changed, try again.", {
    extensions: { code: "UNAVAILABLE" },
  });
}

/** The same error, for a request whose committed intent was deleted: it has no effect. */
export function withdrawn({ message, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: "UNAVAILABLE", isWithdrawn: true },
    originalError: originalError ?? null,
  });
}

/** Whether the request to another subgraph certainly did not arrive. */
export function isUnavailable(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.extensions.code === "UNAVAILABLE";
}

export function timedOut(what: string, cause?: unknown): GraphQLError {
  return new GraphQLError(
    `${what} timed out: the request may have taken effect, retry with the same idempotency key.`,
    {
      extensions: { code: "TIMEOUT" },
      originalError: cause instanceof Error ? cause : null,
    },
  );
}

/** Converts a refusal to its union member; rethrows other errors. */
export async function toResult<T extends object, Name extends string>(
  typename: Name,
  work: Promise<T>,
): Promise<T & { __typename: Name }> {
  try {
    return { ...(await work), __typename: typename };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...error.details, message: error.message, __typename: error.typename } as never;
  }
}
