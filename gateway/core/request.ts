// A GraphQL request as it comes over HTTP (GraphQL over HTTP, https://graphql.github.io/graphql-over-http/draft/), checked
// before anything is done about it. Over WebSocket and server-sent events the same parameters come in another wrapping.
import type { IncomingMessage } from "node:http";
import { readBody } from "../../platform/http/http.ts";
import type { Json } from "../execution/json.ts";
import { refused } from "./refused.ts";

export interface GraphqlRequest {
  /** Absent where a persisted query is named instead. */
  query: string | undefined;
  operationName: string | undefined;
  variables: Json;
  extensions: Json;
  /** An operation of the gateway itself, which no list of trusted documents has. */
  isOwn?: boolean;
}

/** @throws Refused with the name of the invalid parameter. */
export function checkParameters(parameters: unknown): GraphqlRequest {
  if (Array.isArray(parameters)) throw bad("Send one operation in each request: batching is not supported.");
  if (typeof parameters !== "object" || parameters === null)
    throw bad(
      "The body must be a JSON object with `query`, and with `variables`, `operationName` and `extensions` if needed.",
    );
  const { query, operationName, variables, extensions } = parameters as Record<string, unknown>;
  if (query !== undefined && query !== null && typeof query !== "string") throw bad("`query` must be a string.");
  if (operationName !== undefined && operationName !== null && typeof operationName !== "string")
    throw bad("`operationName` must be a string.");
  return {
    query: query || undefined,
    operationName: operationName || undefined,
    variables: checkObject("variables", variables),
    extensions: checkObject("extensions", extensions),
  };
}

/** No valid input is nested so deeply. Deeper nesting would overflow the stack of recursive functions. */
const DEEPEST = 100;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Goes no deeper than that itself. */
function isDeeper(value: object, most: number): boolean {
  if (most === 0) return true;
  if (Array.isArray(value)) return value.some((inner) => isObject(inner) && isDeeper(inner, most - 1));
  for (const key in value) {
    const inner = (value as Json)[key];
    if (isObject(inner) && isDeeper(inner, most - 1)) return true;
  }
  return false;
}

function checkObject(name: string, value: unknown): Json {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw bad(`\`${name}\` must be a JSON object.`);
  if (isDeeper(value, DEEPEST)) throw bad(`\`${name}\` must not be nested more than ${DEEPEST} levels deep.`);
  return value as Json;
}

/** Content types that a form on another site can send without a preflight. */
const SIMPLE_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(;|$)/i;
const FORGERY =
  "Blocked as a possible cross-site request forgery (CSRF): send `content-type: application/json` or a non-empty `apollo-require-preflight` header.";

/** Reads the parameters from the body of a POST or the search string of a GET. @throws Refused, BodyTooLarge */
export async function readRequest(request: IncomingMessage, url: URL, bodyLimit: number): Promise<GraphqlRequest> {
  const contentType = request.headers["content-type"] ?? "";
  const isPost = request.method === "POST";
  // Other content types of a POST are not served anyway.
  const isSimple = !isPost || contentType === "" || SIMPLE_TYPES.test(contentType);
  if (isSimple && !isPreflighted(request)) throw bad(FORGERY);
  if (isPost) {
    if (!isJson(contentType)) throw refused(415, "BAD_REQUEST", "Send the header `content-type: application/json`.");
    const body = await readBody(request, bodyLimit);
    return checkParameters(parsed("The body", body.toString("utf8")));
  }
  const { searchParams } = url;
  const json = (name: string) => {
    const text = searchParams.get(name);
    return text === null || text === "" ? undefined : parsed(`\`${name}\``, text);
  };
  return checkParameters({
    query: searchParams.get("query"),
    operationName: searchParams.get("operationName"),
    variables: json("variables"),
    extensions: json("extensions"),
  });
}

function parsed(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bad(`${what} is not JSON.`);
  }
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/json\s*(;|$)/i.test(contentType);
}

/**
 * Whether a CSRF attack can't send the request: a browser sends it only after a CORS preflight, or the client is not a browser. Apollo
 * Server requires the same headers. Only JSON counts as a content type: browsers disagree about other, empty and multiple ones.
 */
export function isPreflighted({ headers }: IncomingMessage): boolean {
  if (isJson(headers["content-type"])) return true;
  return Boolean(headers["apollo-require-preflight"] ?? headers["x-apollo-operation-name"]);
}

function bad(message: string) {
  return refused(400, "BAD_REQUEST", message);
}
