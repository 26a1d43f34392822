// What the gateway knows of a request.
import type { IncomingMessage } from "node:http";
import type { GraphQLFormattedError } from "graphql";
import type { Viewer } from "../platform/identity.ts";

export interface AskingViewer extends Viewer {
  /** Users does not answer, and the session was not seen before: the viewer is served without roles. */
  rolesUnknown?: true;
}

export interface GatewayContext {
  viewer: AskingViewer | null;
  /** When the access token that the viewer came with ends; null for nobody. */
  viewerUntil: Date | null;
  /** Where the request comes from, as an IP address. */
  address: string;
  /** As the client calls itself; empty if it does not. */
  client: string;
}

/** FORBIDDEN is UNAVAILABLE while the roles of the viewer are unknown: with them the same request may be allowed. */
export function errorFor(viewer: AskingViewer | null, error: GraphQLFormattedError): GraphQLFormattedError {
  if (!viewer?.rolesUnknown || error.extensions?.code !== "FORBIDDEN") return error;
  return { ...error, message: ROLES_UNKNOWN, extensions: { ...error.extensions, code: "UNAVAILABLE" } };
}

const ROLES_UNKNOWN = "What you may do can't be looked up at the moment: nothing happened, try again.";

/** As Apollo's clients say it. */
const CLIENT_HEADER = "apollographql-client-name";

export function clientOf({ headers }: IncomingMessage): string {
  const name = headers[CLIENT_HEADER];
  return typeof name === "string" && /^[\w .:/@-]{1,64}$/.test(name) ? name : "";
}
