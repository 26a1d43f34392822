// Failures of mutations. UNAVAILABLE promises that nothing was changed. That is unknown as soon as a subgraph may have received a mutation.
// It then applies neither to fields that others add to its result, nor to later mutations of the operation.
import type { GraphQLFormattedError } from "graphql";
import { isUnavailable, timedOut } from "../../platform/core/errors.ts";
import type { Response } from "../execution/responses.ts";
import type { Send, SubgraphRequest } from "../execution/subgraph-requests.ts";

/** State of one run of a mutation. */
export function sendMutation(send: Send): Send {
  let mayHaveHappened = false;
  const failure = (request: SubgraphRequest, error: unknown): unknown => {
    if (isUnavailable(error)) return mayHaveHappened ? timedOut(`The ${request.service} service`, error) : error;
    if (!request.isQuery) mayHaveHappened = true;
    return error;
  };
  return async (request) => {
    const answer = await send(request).catch((error: unknown) => {
      throw failure(request, error);
    });
    if (!request.isQuery) mayHaveHappened = true;
    return answer;
  };
}

/** Errors of subgraphs: a field below a mutation's field failed after the mutation. */
export function withErrorsOfMutation(response: Response): Response {
  return { ...response, errors: response.errors.map(afterMutation) };
}

function afterMutation(error: GraphQLFormattedError): GraphQLFormattedError {
  if (error.extensions?.code !== "UNAVAILABLE" || (error.path?.length ?? 0) < 2) return error;
  const { message, extensions } = timedOut("A part of the system");
  return { ...error, message, extensions: { ...error.extensions, ...extensions } };
}
