// GraphQL over HTTP at /graphql: GET for queries, POST for queries and mutations. Media types, status codes and CSRF protection follow the
// GraphQL over HTTP draft and Apollo's clients.
import type { IncomingMessage, ServerResponse } from "node:http";
import { prettyFormatQueryPlan } from "@apollo/query-planner";
import { OperationTypeNode, type GraphQLFormattedError } from "graphql";
import { currentSpan } from "../../platform/telemetry/correlation.ts";
import { operationAttributes } from "../../platform/telemetry/tracing.ts";
import { BodyTooLarge, endUnread, sendBody, type Handler, type Route } from "../../platform/http/http.ts";
import { namesType, preferredType } from "../../platform/http/negotiation.ts";
import type { GatewayContext } from "../core/context.ts";
import type { CrossOrigin } from "./cross-origin.ts";
import { EVENT_STREAM, type EventStreams } from "./event-streams.ts";
import { codesOf, type Entrance, type Visit } from "./entrance.ts";
import { responseBytes, type Pipeline, type PreparedRequest } from "../operations/pipeline.ts";
import { refused, Refused } from "../core/refused.ts";
import { readRequest } from "../core/request.ts";

export const PATH = "/graphql";

/** As in stock @apollo/gateway. */
const PLAN_HEADER = "apollo-query-plan-experimental";

const JSON_TYPE = "application/json; charset=utf-8";
const TYPES = [JSON_TYPE, "application/graphql-response+json; charset=utf-8"];

export interface EndpointOptions {
  pipeline: Pipeline;
  crossOrigin: CrossOrigin;
  entrance: Entrance;
  streams: EventStreams;
  bodyLimit: number;
  debug: boolean;
  addressOf(request: IncomingMessage): string;
  /** @throws Refused for an invalid token */
  identify(request: IncomingMessage): Promise<GatewayContext>;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}

export function graphqlEndpoint(options: EndpointOptions): Route[] {
  const { pipeline, crossOrigin, entrance, streams, bodyLimit, debug, addressOf, identify, format } = options;

  async function prepare(request: IncomingMessage, url: URL, visit: Visit): Promise<[PreparedRequest, GatewayContext]> {
    const parameters = await readRequest(request, url, bodyLimit).catch((error: unknown) => {
      if (!(error instanceof BodyTooLarge)) throw error;
      throw refused(413, "BAD_USER_INPUT", `The body is larger than ${bodyLimit} bytes.`);
    });
    const context = (visit.context = await identify(request));
    const prepared = (visit.prepared = await pipeline.prepare(parameters, context));
    const kind = prepared.operation.node.operation;
    if (kind === OperationTypeNode.SUBSCRIPTION && !wantsEvents(request))
      throw refused(400, "BAD_REQUEST", NO_SUBSCRIPTIONS);
    if (kind === OperationTypeNode.MUTATION && request.method === "GET")
      throw refused(405, "BAD_REQUEST", "Send mutations by POST.", { allow: "POST" });
    return [prepared, context];
  }

  /** The query plan, on request, for development. */
  function planFor({ headers }: IncomingMessage, { operation }: PreparedRequest, { viewer }: GatewayContext) {
    if (!debug || headers[PLAN_HEADER] === undefined) return undefined;
    return { queryPlan: prettyFormatQueryPlan(operation.allowedFor(viewer).compiled.plan) };
  }

  const handle: Handler = async (request, response, url) => {
    crossOrigin.allow(request, response);
    const isStream = wantsEvents(request);
    const type = isStream ? JSON_TYPE : preferredType(request, TYPES);
    response.setHeader("content-type", type ?? JSON_TYPE);
    // Responses to POST are private: no cache may store them.
    if (request.method === "POST") response.setHeader("cache-control", "no-store");
    try {
      await entrance.pass(isStream ? "event-stream" : "http", addressOf(request), async (visit) => {
        if (!type) throw refused(406, "BAD_REQUEST", "Accept application/graphql-response+json or application/json.");
        const [prepared, context] = await prepare(request, url, visit);
        describe(prepared);
        if (isStream) {
          visit.codes = codesOf(await streams.answer(request, response, prepared, context));
          return;
        }
        const result = await pipeline.execute(prepared, context);
        if (result.data === undefined) visit.status = response.statusCode = 500;
        visit.codes = codesOf(result.errors);
        await sendBody(request, response, responseBytes(result, format, planFor(request, prepared, context)));
      });
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
      refuse(response, thrown, format);
    }
  };
  return [
    { method: "GET", path: PATH, handle },
    { method: "POST", path: PATH, handle },
    { method: "OPTIONS", path: PATH, handle: (request, response) => crossOrigin.preflight(request, response) },
  ];
}

const NO_SUBSCRIPTIONS =
  "For subscriptions, use this URL over WebSocket (graphql-transport-ws), or accept text/event-stream for server-sent events.";

const wantsEvents = (request: IncomingMessage) => namesType(request, EVENT_STREAM);

function refuse(response: ServerResponse, error: Refused, format: EndpointOptions["format"]): void {
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  response.statusCode = error.status;
  response.setHeader("cache-control", "no-store");
  const body = JSON.stringify({ errors: format(error.errors) });
  if (error.status === 413) endUnread(response, body);
  else response.end(body);
}

/** Adds the operation to the trace. */
function describe({ operation }: PreparedRequest): void {
  const span = currentSpan();
  if (!span) return;
  span.rename(operation.node.operation);
  span.set(operationAttributes(operation.node.operation, operation.name));
}
