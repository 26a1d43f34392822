// What the gateway knows of a request.
import type { Viewer } from "../platform/identity.ts";

export interface GatewayContext {
  viewer: Viewer | null;
  /** When the access token that the viewer came with ends; null for nobody. */
  viewerUntil: Date | null;
  /** Where the request comes from, as an IP address. */
  address: string;
}
