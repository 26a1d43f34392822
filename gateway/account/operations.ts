// Operations that the gateway sends on behalf of a browser. They pass the same limits, costs and rules as operations of clients.
import type { GraphQLFormattedError } from "graphql";
import type { ServiceOperation } from "../../platform/http/service-client.ts";
import type { GatewayContext } from "../core/context.ts";
import { Refused } from "../core/refused.ts";
import { codesOf, type Entrance } from "../edge/entrance.ts";
import type { Pipeline } from "../operations/pipeline.ts";

/** An operation without a complete result. */
export class OperationFailed extends Error {
  readonly code: string;
  /** Of RATE_LIMITED. */
  readonly retryAfterSeconds: number | undefined;

  constructor({ message, extensions = {} }: GraphQLFormattedError) {
    super(message);
    this.code = String(extensions.code ?? "INTERNAL_SERVER_ERROR");
    const { retryAfterSeconds } = extensions;
    this.retryAfterSeconds = typeof retryAfterSeconds === "number" ? retryAfterSeconds : undefined;
  }
}

/** @throws OperationFailed for the first error, also if it affects only a part of the result */
export type Ask = <Data, Variables extends Record<string, unknown>>(
  operation: ServiceOperation<Data, Variables>,
  variables: Variables,
  visitor: GatewayContext,
) => Promise<Data>;

export function createAsk({ entrance, pipeline }: { entrance: Entrance; pipeline: Pipeline }): Ask {
  return async <Data, Variables extends Record<string, unknown>>(
    operation: ServiceOperation<Data, Variables>,
    variables: Variables,
    visitor: GatewayContext,
  ) => {
    try {
      return await entrance.pass("http", visitor.address, async (visit) => {
        visit.context = visitor;
        const request = { query: operation, operationName: undefined, variables, extensions: {}, isOwn: true };
        visit.prepared = await pipeline.prepare(request, visitor);
        const { data, errors } = await pipeline.execute(visit.prepared, visitor);
        visit.codes = codesOf(errors);
        if (errors[0] || !data) throw new OperationFailed(errors[0] ?? { message: "The operation has no result." });
        return JSON.parse(data.toString()) as Data;
      });
    } catch (error) {
      if (error instanceof Refused && error.errors[0]) throw new OperationFailed(error.errors[0]);
      throw error;
    }
  };
}
