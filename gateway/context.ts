// What the gateway knows of a request.
import type { IncomingMessage } from "node:http";
import type { Viewer } from "../platform/identity.ts";

export interface GatewayContext {
  viewer: Viewer | null;
  /** When the access token that the viewer came with ends; null for nobody. */
  viewerUntil: Date | null;
  /** Where the request comes from, as an IP address. */
  address: string;
  /** As the client calls itself; empty if it does not. */
  client: string;
}

/** As Apollo's clients say it. */
const CLIENT_HEADER = "apollographql-client-name";

export function clientOf({ headers }: IncomingMessage): string {
  const name = headers[CLIENT_HEADER];
  return typeof name === "string" && /^[\w .:/@-]{1,64}$/.test(name) ? name : "";
}
