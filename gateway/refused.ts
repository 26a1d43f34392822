// A request that is turned down before anything is executed.
import { GraphQLError, type GraphQLFormattedError } from "graphql";

export class Refused extends Error {
  /** HTTP status. */
  readonly status: number;
  readonly errors: readonly GraphQLFormattedError[];
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    errors: readonly (GraphQLError | GraphQLFormattedError)[],
    headers: Record<string, string> = {},
  ) {
    super(errors[0]?.message);
    this.status = status;
    this.errors = errors.map((error) => (error instanceof GraphQLError ? error.toJSON() : error));
    this.headers = headers;
  }
}

export function refused(status: number, code: string, message: string, headers?: Record<string, string>): Refused {
  return new Refused(status, [new GraphQLError(message, { extensions: { code } })], headers);
}

/** The same error, under a code that clients can tell apart. */
export function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { ...error.extensions, code },
  });
}

export const asInvalid = (error: GraphQLError) => withCode(error, "GRAPHQL_VALIDATION_FAILED");
