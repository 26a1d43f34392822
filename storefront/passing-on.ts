// Requests that the gateway answers: the pages, the API and the sessions of one origin.
import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { createProxyServer } from "httpxy";
import { sendJson, type Handler, type Route } from "../platform/http/http.ts";
import type { TrustedPeers } from "../platform/http/trusted-peers.ts";
import type { Logger } from "../platform/telemetry/logger.ts";
import { callerOf } from "./gateway-client.ts";

/** Paths of the gateway. Each that ends in `/*` is a prefix. */
const PATHS = [
  "/graphql",
  "/session",
  "/session/*",
  "/account",
  "/account/*",
  "/oidc/*",
  "/.well-known/*",
  "/images",
  "/images/*",
  "/seat-maps/*",
  "/queues/*",
  "/exports/*",
  "/playground",
  "/playground/*",
];
const METHODS = ["GET", "HEAD", "POST", "DELETE", "OPTIONS"];

export interface PassingOn {
  routes: Route[];
  /** WebSockets of /graphql. */
  serve(server: Server): void;
  /** Ends them: the server would wait for them. */
  stop(): void;
}

export function createPassingOn(options: {
  gatewayUrl: string;
  proxies: Pick<TrustedPeers, "has">;
  logger: Logger;
}): PassingOn {
  const { gatewayUrl, proxies, logger } = options;
  const proxy = createProxyServer({ target: gatewayUrl, ws: true });
  const unavailable = (error: unknown) => logger.warn({ error: (error as Error).message }, "gateway unavailable");
  proxy.on("error", unavailable);
  const sockets = new Set<Duplex>();

  const handle: Handler = async (request, response) => {
    const { host: _, cookie: __, ...headers } = callerOf(request, proxies);
    try {
      // The account pages then link to the pages of this process.
      await proxy.web(request, response, { headers: { ...headers, "x-storefront": "1" } });
    } catch (error) {
      unavailable(error);
      if (response.headersSent) response.destroy();
      else sendJson(response, 503, { error: "The gateway is unavailable: try again." });
    }
  };

  return {
    routes: PATHS.flatMap((path) => METHODS.map((method) => ({ method, path, handle }))),
    serve: (server) =>
      void server.on("upgrade", (request, socket, head) => {
        if (request.url?.split("?", 1)[0] !== "/graphql") return void socket.destroy();
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
        const { host: _, cookie: __, ...headers } = callerOf(request, proxies);
        proxy.ws(request, socket as never, { headers }, head).catch((error: unknown) => {
          unavailable(error);
          socket.destroy();
        });
      }),
    stop: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
