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
    this.errors = errors.map((error) => shortened(error instanceof GraphQLError ? error.toJSON() : error));
    this.headers = headers;
  }
}

export function refused(status: number, code: string, message: string, headers?: Record<string, string>): Refused {
  return new Refused(status, [new GraphQLError(message, { extensions: { code } })], headers);
}

/** The same error, under a code that clients can distinguish. */
export function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { ...error.extensions, code },
  });
}

export const asInvalid = (error: GraphQLError) => withCode(error, "GRAPHQL_VALIDATION_FAILED");

/** Enough of the value to recognize it. */
const LONGEST_MESSAGE = 500;
const LONGEST_DETAIL = 200;

/** An error in which long input of the client is truncated, so that a large request does not cause a large response. */
export function shortened(error: GraphQLFormattedError): GraphQLFormattedError {
  const { message, extensions } = error;
  const field: unknown = extensions?.field;
  return {
    ...error,
    message: cut(message, LONGEST_MESSAGE),
    ...(typeof field === "string" ? { extensions: { ...extensions, field: cut(field, LONGEST_DETAIL) } } : {}),
  };
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
}
