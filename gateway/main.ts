// The gateway's process. With --supergraph FILE --port N it serves any supergraph, without identity.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { ConfigError } from "../platform/core/config.ts";
import { runProcess } from "../platform/core/process.ts";
import { configForAny, loadConfig } from "./config.ts";
import { startGateway } from "./gateway.ts";

await runProcess(async () => {
  const { values } = parseArgs({ options: { supergraph: { type: "string" }, port: { type: "string" } } });
  if (values.supergraph === undefined && values.port === undefined)
    return startGateway(loadConfig(process.env), { wholeProcess: true });
  const port = Number(values.port ?? 4000);
  if (values.supergraph === undefined || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError("Pass a supergraph and a port: npm run gateway -- --supergraph FILE --port 4000.");
  if (!existsSync(values.supergraph))
    throw new ConfigError(`The file ${values.supergraph} does not exist: pass a supergraph.`);
  const gateway = await startGateway(configForAny(values.supergraph, port), { wholeProcess: true });
  process.stdout.write(`Gateway ready at ${gateway.url}\n`);
  return gateway;
});
