// The context of a request.
import type { IncomingMessage } from "node:http";
import type { GraphQLFormattedError } from "graphql";
import { rolesUnknown } from "../../platform/core/errors.ts";
import { DEVICE_HEADER, PLACE_HEADER } from "../../platform/http/headers.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { networkOf } from "./addresses.ts";

export interface GatewayContext {
  viewer: Viewer | null;
  /** Expiry of the viewer's access token; null for anonymous requests. */
  viewerUntil: Date | null;
  /** The client's IP address. */
  address: string;
  /** Name of the client, from its header; empty if absent. */
  client: string;
  /** The header `user-agent` as it came. */
  userAgent: string | undefined;
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

function clientOf({ headers }: IncomingMessage): string {
  const name = headers[CLIENT_HEADER];
  return typeof name === "string" && /^[\w .:/@-]{1,64}$/.test(name) ? name : "";
}

/** What identifies the client, beside the viewer. */
export function clientFields(request: IncomingMessage): Pick<GatewayContext, "client" | "userAgent"> {
  return { client: clientOf(request), userAgent: request.headers["user-agent"] };
}

/** Its sessions are shown to people with the device and the network that they were begun from. */
export const SESSIONS_SUBGRAPH = "users";

const DEVICE_LENGTH = 200;

/** Header names and values alternating. The device is printable ASCII. */
export function originHeaders({ address, userAgent = "" }: Pick<GatewayContext, "address" | "userAgent">): string[] {
  const device = userAgent
    .replaceAll(/[^ -~]/g, "")
    .slice(0, DEVICE_LENGTH)
    .trim();
  const network = networkOf(address);
  return [...(device === "" ? [] : [DEVICE_HEADER, device]), ...(network === undefined ? [] : [PLACE_HEADER, network])];
}
