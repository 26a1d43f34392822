// What the gateway knows of a request.
import type { IncomingMessage } from "node:http";
import type { GraphQLFormattedError } from "graphql";
import { rolesUnknown } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";

export interface GatewayContext {
  viewer: Viewer | null;
  /** When the access token that the viewer came with ends; null for nobody. */
  viewerUntil: Date | null;
  /** Where the request comes from, as an IP address. */
  address: string;
  /** As the client calls itself; empty if it does not. */
  client: string;
}

/** While the roles of the viewer are unknown, what is denied for want of one is UNAVAILABLE: with it the same request may be allowed. */
export function errorFor(viewer: Viewer | null, error: GraphQLFormattedError): GraphQLFormattedError {
  if (!viewer?.rolesUnknown || !FOR_WANT_OF_ROLES.has(String(error.extensions?.code))) return error;
  const { message, extensions } = rolesUnknown();
  return { ...error, message, extensions: { ...error.extensions, ...extensions } };
}

const FOR_WANT_OF_ROLES = new Set(["FORBIDDEN", "NOT_FOUND"]);

/** As Apollo's clients say it. */
const CLIENT_HEADER = "apollographql-client-name";

export function clientOf({ headers }: IncomingMessage): string {
  const name = headers[CLIENT_HEADER];
  return typeof name === "string" && /^[\w .:/@-]{1,64}$/.test(name) ? name : "";
}
