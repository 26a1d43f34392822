// The context of a request.
import type { IncomingMessage } from "node:http";
import type { GraphQLFormattedError } from "graphql";
import { rolesUnknown } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";

export interface GatewayContext {
  viewer: Viewer | null;
  /** Expiry of the viewer's access token; null for anonymous requests. */
  viewerUntil: Date | null;
  /** The client's IP address. */
  address: string;
  /** Name of the client, from its header; empty if absent. */
  client: string;
}

/** While the viewer's roles are unknown, a denial for a missing role is UNAVAILABLE: with the role the same request may be allowed. */
export function errorFor(viewer: Viewer | null, error: GraphQLFormattedError): GraphQLFormattedError {
  if (!viewer?.rolesUnknown || !FOR_WANT_OF_ROLES.has(String(error.extensions?.code))) return error;
  const { message, extensions } = rolesUnknown();
  return { ...error, message, extensions: { ...error.extensions, ...extensions } };
}

const FOR_WANT_OF_ROLES = new Set(["FORBIDDEN", "NOT_FOUND"]);

/** Headers of Apollo's clients. */
const CLIENT_HEADER = "apollographql-client-name";

export function clientOf({ headers }: IncomingMessage): string {
  const name = headers[CLIENT_HEADER];
  return typeof name === "string" && /^[\w .:/@-]{1,64}$/.test(name) ? name : "";
}
