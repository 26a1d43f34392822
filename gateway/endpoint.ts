// GraphQL over HTTP at /graphql: GET for queries, POST for queries and mutations, with the media types, status codes and
// cross-site protection that the draft of GraphQL over HTTP and Apollo's clients expect.
import type { IncomingMessage, ServerResponse } from "node:http";
import { OperationTypeNode, type GraphQLFormattedError } from "graphql";
import { sendText, type Handler, type Route } from "../platform/http.ts";
import type { GatewayContext } from "./context.ts";
import type { CrossOrigin } from "./cross-origin.ts";
import { responseText, type Pipeline } from "./pipeline.ts";
import { refused, Refused } from "./refused.ts";
import { isPreflighted, readRequest } from "./request.ts";

export const PATH = "/graphql";

const JSON_TYPE = "application/json";
const GRAPHQL_TYPE = "application/graphql-response+json";

export interface EndpointOptions {
  pipeline: Pipeline;
  crossOrigin: CrossOrigin;
  bodyLimit: number;
  identify(request: IncomingMessage): GatewayContext | Promise<GatewayContext>;
  format(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}

export function graphqlEndpoint(options: EndpointOptions): Route[] {
  const { pipeline, crossOrigin, bodyLimit, identify, format } = options;

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const type = mediaType(request.headers.accept);
    if (!type) throw refused(406, "BAD_REQUEST", `Accept ${GRAPHQL_TYPE} or ${JSON_TYPE}.`);
    response.setHeader("content-type", `${type}; charset=utf-8`);
    if (!isPreflighted(request))
      throw refused(
        400,
        "BAD_REQUEST",
        "This may be a cross-site request forgery: send the header `content-type: application/json`, or a header `apollo-require-preflight` that is not empty.",
      );
    const parameters = await readRequest(request, url, bodyLimit);
    const context = await identify(request);
    const prepared = pipeline.prepare(parameters, context);
    const kind = prepared.operation.node.operation;
    if (kind === OperationTypeNode.SUBSCRIPTION)
      throw refused(
        400,
        "BAD_REQUEST",
        "Subscriptions are served over WebSocket (graphql-transport-ws) at this same URL.",
      );
    if (kind === OperationTypeNode.MUTATION && request.method === "GET")
      throw refused(405, "BAD_REQUEST", "Mutations are sent by POST.", { allow: "POST" });
    const result = await pipeline.execute(prepared, context);
    if (result.data === undefined) response.statusCode = 500;
    await sendText(request, response, responseText(result, format));
  }

  const handle: Handler = async (request, response, url) => {
    crossOrigin.allow(request, response);
    try {
      await answer(request, response, url);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
      if (!response.hasHeader("content-type")) response.setHeader("content-type", `${JSON_TYPE}; charset=utf-8`);
      response.statusCode = error.status;
      response.setHeader("cache-control", "no-store");
      response.end(JSON.stringify({ errors: format(error.errors) }));
    }
  };
  return [
    { method: "GET", path: PATH, handle },
    { method: "POST", path: PATH, handle },
    { method: "OPTIONS", path: PATH, handle: (request, response) => crossOrigin.preflight(request, response) },
  ];
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
