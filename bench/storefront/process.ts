// A storefront as a process of its own, in front of any gateway.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePorts } from "../../local/servers/ports.ts";
import { ROOT } from "../../operations/topology.ts";

async function ready(url: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await delay(100))
    if ((await fetch(url).catch(() => undefined))?.ok) return;
  throw new Error(`${url} does not answer, or not with a page.`);
}

export async function withStorefront<T>(
  { gatewayPort, buildDir }: { gatewayPort: number; buildDir: string },
  work: (served: { url: string; pid: number }) => Promise<T>,
): Promise<T> {
  const [port] = await freePorts(1);
  const storefront = spawn(process.execPath, [path.join(ROOT, "storefront", "main.ts")], {
    env: {
      STOREFRONT_PORT: String(port),
      STOREFRONT_GATEWAY_URL: `http://127.0.0.1:${gatewayPort}`,
      STOREFRONT_BUILD_DIR: buildDir,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    const url = `http://localhost:${port}/`;
    await ready(url);
    return await work({ url, pid: storefront.pid! });
  } finally {
    storefront.kill();
    await once(storefront, "exit");
  }
}
