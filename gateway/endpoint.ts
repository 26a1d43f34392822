// GraphQL over HTTP at /graphql: GET for queries, POST for queries and mutations, with the media types, status codes and
// cross-site protection that the draft of GraphQL over HTTP and Apollo's clients expect.
import type { IncomingMessage, ServerResponse } from "node:http";
import { prettyFormatQueryPlan } from "@apollo/query-planner";
import { OperationTypeNode, type GraphQLFormattedError } from "graphql";
import { currentSpan } from "../platform/correlation.ts";
import { operationAttributes } from "../platform/tracing.ts";
import { BodyTooLarge, endUnread, sendBody, type Handler, type Route } from "../platform/http.ts";
import type { Admission } from "./admission.ts";
import type { GatewayContext } from "./context.ts";
import type { CrossOrigin } from "./cross-origin.ts";
import { EVENT_STREAM, type EventStreams } from "./event-streams.ts";
import type { Load } from "./load.ts";
import type { Observation } from "./observation.ts";
import { responseBytes, type Pipeline, type PreparedRequest } from "./pipeline.ts";
import { refused, Refused } from "./refused.ts";
import { isPreflighted, readRequest } from "./request.ts";

export const PATH = "/graphql";

/** As stock @apollo/gateway has it. */
const PLAN_HEADER = "apollo-query-plan-experimental";

const JSON_TYPE = "application/json";
const GRAPHQL_TYPE = "application/graphql-response+json";

export interface EndpointOptions {
  pipeline: Pipeline;
  crossOrigin: CrossOrigin;
  admission: Admission;
  load: Load;
  streams: EventStreams;
  observation: Observation;
  bodyLimit: number;
  debug: boolean;
  /** @throws Refused for a token that is no good */
  identify(request: IncomingMessage): Promise<GatewayContext>;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}

export function graphqlEndpoint(options: EndpointOptions): Route[] {
  const { pipeline, crossOrigin, admission, load, streams, observation, bodyLimit, debug, identify, format } = options;

  async function prepare(request: IncomingMessage, url: URL): Promise<[PreparedRequest, GatewayContext]> {
    if (!isPreflighted(request)) throw refused(400, "BAD_REQUEST", FORGERY);
    const parameters = await readRequest(request, url, bodyLimit);
    const context = await identify(request);
    const prepared = await pipeline.prepare(parameters, context);
    const kind = prepared.operation.node.operation;
    if (kind === OperationTypeNode.SUBSCRIPTION && !wantsEvents(request))
      throw refused(400, "BAD_REQUEST", NO_SUBSCRIPTIONS);
    if (kind === OperationTypeNode.MUTATION && request.method === "GET")
      throw refused(405, "BAD_REQUEST", "Mutations are sent by POST.", { allow: "POST" });
    return [prepared, context];
  }

  /** The query plan, for who develops and asks for it. */
  function planFor({ headers }: IncomingMessage, { operation }: PreparedRequest, { viewer }: GatewayContext) {
    if (!debug || headers[PLAN_HEADER] === undefined) return undefined;
    return { queryPlan: prettyFormatQueryPlan(operation.allowedFor(viewer).compiled.plan) };
  }

  const handle: Handler = async (request, response, url) => {
    const begun = performance.now();
    let prepared: PreparedRequest | undefined;
    let codes: string[] = [];
    crossOrigin.allow(request, response);
    try {
      const isStream = wantsEvents(request);
      const type = isStream ? JSON_TYPE : mediaType(request.headers.accept);
      response.setHeader("content-type", `${type ?? JSON_TYPE}; charset=utf-8`);
      if (!type) throw refused(406, "BAD_REQUEST", `Accept ${GRAPHQL_TYPE} or ${JSON_TYPE}.`);
      admission.admitAddress(admission.addressOf(request));
      load.enter();
      try {
        const [found, context] = await prepare(request, url);
        prepared = found;
        describe(found);
        if (isStream) return await streams.answer(request, response, found, context);
        const result = await pipeline.execute(found, context);
        if (result.data === undefined) response.statusCode = 500;
        codes = codesOf(result.errors);
        await sendBody(request, response, responseBytes(result, format, planFor(request, found, context)));
      } finally {
        load.leave();
      }
    } catch (thrown) {
      const error = asRefused(thrown, bodyLimit);
      codes = codesOf(error.errors);
      refuse(response, error, format);
    }
    const { operation } = prepared ?? {};
    observation.request({
      operation: operation?.name,
      kind: operation?.node.operation,
      status: response.statusCode,
      codes,
      seconds: (performance.now() - begun) / 1_000,
    });
  };
  return [
    { method: "GET", path: PATH, handle },
    { method: "POST", path: PATH, handle },
    { method: "OPTIONS", path: PATH, handle: (request, response) => crossOrigin.preflight(request, response) },
  ];
}

const FORGERY =
  "This may be a cross-site request forgery: send the header `content-type: application/json`, or a header `apollo-require-preflight` that is not empty.";
const NO_SUBSCRIPTIONS =
  "Subscriptions are served at this same URL over WebSocket (graphql-transport-ws), or as server-sent events to who accepts text/event-stream.";

const wantsEvents = ({ headers }: IncomingMessage) => headers.accept?.includes(EVENT_STREAM) ?? false;

const codesOf = (errors: readonly GraphQLFormattedError[]) =>
  errors.map(({ extensions }) => String(extensions?.code ?? "INTERNAL_SERVER_ERROR"));

function asRefused(thrown: unknown, bodyLimit: number): Refused {
  if (thrown instanceof Refused) return thrown;
  if (thrown instanceof BodyTooLarge)
    return refused(413, "BAD_USER_INPUT", `The body is larger than ${bodyLimit} bytes.`);
  throw thrown;
}

function refuse(response: ServerResponse, error: Refused, format: EndpointOptions["format"]): void {
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  response.statusCode = error.status;
  response.setHeader("cache-control", "no-store");
  const body = JSON.stringify({ errors: format(error.errors) });
  if (error.status === 413) endUnread(response, body);
  else response.end(body);
}

/** Says in the trace what was asked. */
function describe({ operation }: PreparedRequest): void {
  const span = currentSpan();
  if (!span) return;
  span.rename(operation.node.operation);
  span.set(operationAttributes(operation.node.operation, operation.name));
}

/** The media type to answer in; undefined if the client accepts none of ours. */
function mediaType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === "*/*" || accept === JSON_TYPE) return JSON_TYPE;
  for (const range of accept.split(",")) {
    const [name, ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    if (parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) continue;
    if (name === GRAPHQL_TYPE) return GRAPHQL_TYPE;
    if (name === JSON_TYPE || name === "application/*" || name === "*/*") return JSON_TYPE;
  }
  return undefined;
}
