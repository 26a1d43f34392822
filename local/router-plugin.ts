// Router plugin for `rover dev`, instead of Apollo's router: our gateway, with the supergraph that Rover composes after each schema change.
// If the keys of a system exist, its subgraphs get the viewer's identity; other subgraphs get anonymous requests.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import { configForAny, loadConfig, type GatewayConfig } from "../gateway/config.ts";
import { startGateway } from "../gateway/gateway.ts";
import { runProcess } from "../platform/core/process.ts";
import { environmentOfSystem } from "../operations/system-databases.ts";
import { ROOT } from "../operations/topology.ts";

/**
 * The part of the router's configuration that Rover reads (https://www.apollographql.com/docs/graphos/routing/self-hosted/health-checks).
 */
const configSchema = z.object({
  health_check: z
    .object({
      enabled: z.boolean().default(true),
      listen: z.string().default("127.0.0.1:8088"),
      path: z.string().default("/health"),
    })
    .prefault({}),
});

const LOOK_FOR_ROVER_MS = 250;

// Rover does not always end its child processes.
const rover = process.ppid;
setInterval(() => process.ppid !== rover && process.kill(process.pid, "SIGTERM"), LOOK_FOR_ROVER_MS).unref();

await runProcess(async () => {
  const { values } = parseArgs({
    strict: false,
    options: { supergraph: { type: "string" }, config: { type: "string" }, listen: { type: "string" } },
  });
  const { supergraph, config: file, listen = "127.0.0.1:4000" } = values as Record<string, string | undefined>;
  if (supergraph === undefined) throw new Error("Pass the supergraph: --supergraph FILE.");
  const text = file === undefined ? "" : readFileSync(file, "utf8");
  const { health_check: health } = configSchema.parse(parse(text) ?? {});
  const at = addressOf(listen);
  const gateway = await startGateway({ ...configFor(supergraph), ...at });
  const stopHealth = health.enabled ? await answerHealth(addressOf(health.listen), health.path) : async () => {};
  say(`Health check exposed at http://${health.listen}${health.path}`);
  say(`GraphQL endpoint exposed at http://${listen}/graphql`);
  return {
    stop: async () => {
      await stopHealth();
      await gateway.stop();
    },
  };
});

function configFor(supergraph: string): GatewayConfig {
  const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(ROOT, ".data"));
  if (!existsSync(path.join(dataDir, "keys", "gateway.pem"))) return configForAny(supergraph, 0);
  const env = environmentOfSystem({ ...process.env, GATEWAY_SUPERGRAPH_FILE: supergraph, GATEWAY_DEBUG: "on" });
  return { ...loadConfig(env), logLevel: "warn" };
}

function addressOf(listen: string): { host: string; port: number } {
  const [, host = "", port = ""] = /^(.*):(\d+)$/.exec(listen) ?? [];
  if (port === "") throw new Error(`${listen} is not an address: use a host and a port, such as 127.0.0.1:4000.`);
  return { host: host === "localhost" ? "127.0.0.1" : host, port: Number(port) };
}

async function answerHealth({ host, port }: { host: string; port: number }, at: string): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === at ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify({ status: "UP" }));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Log format of the router, which Rover parses. */
function say(message: string): void {
  process.stdout.write(`${JSON.stringify({ level: "INFO", fields: { message } })}\n`);
}
