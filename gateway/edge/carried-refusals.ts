// Carries the errors of a refusal through graphql-ws, which passes on errors of GraphQL only.
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Refused } from "../core/refused.ts";

/** Already formatted errors, where the protocol expects its own. */
class Carried extends GraphQLError {
  readonly errors: readonly GraphQLFormattedError[];

  constructor({ message, errors }: Refused) {
    super(message);
    this.errors = errors;
  }
}

/** One for each refusal: a flood reuses them, because each new error would capture a stack trace. */
const carriers = new WeakMap<Refused, Carried>();

export function carry(refusal: Refused): Carried {
  let carried = carriers.get(refusal);
  if (!carried) carriers.set(refusal, (carried = new Carried(refusal)));
  return carried;
}

/** The errors of a refusal, or the error itself. */
export function carriedBy(error: GraphQLError): readonly GraphQLFormattedError[] {
  return error instanceof Carried ? error.errors : [error.toJSON()];
}
