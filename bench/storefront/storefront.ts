// `npm run bench -- storefront`: what the script of pages weighs, what a page that is the same for everybody costs the process, how soon pages
// show on a slow phone, and what the live map of 20,000 seats costs a browser. The cached page is of a gateway that answers from memory.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePorts } from "../../local/servers/ports.ts";
import { ROOT } from "../../operations/topology.ts";
import { benchInBrowser } from "./in-browser.ts";
import { benchCachedPages } from "./cached-pages.ts";
import { listOfEvents } from "./events.ts";
import { sizesOf } from "./sizes.ts";

const BUILD_DIR = path.join(ROOT, ".data", "storefront");

export async function benchStorefront(rounds: number): Promise<Record<string, unknown>> {
  const main = path.join(ROOT, "storefront", "build-main.ts");
  const env = { STOREFRONT_BUILD_DIR: BUILD_DIR };
  const { status, stderr } = spawnSync(process.execPath, [main], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The storefront can't be built:\n${stderr}`);
  const cached = await withStorefront((served) => benchCachedPages(rounds, served));
  return { ...sizesOf(BUILD_DIR), ...cached, ...(await benchInBrowser(rounds, BUILD_DIR)) };
}

async function withStorefront<T>(work: (served: { url: string; pid: number }) => Promise<T>): Promise<T> {
  const answer = JSON.stringify({ data: listOfEvents() });
  const gateway = createServer((request, response) => {
    request.resume().on("end", () => response.setHeader("content-type", "application/json").end(answer));
  });
  await once(gateway.listen(0, "127.0.0.1"), "listening");
  const [port] = await freePorts(1);
  const storefront = spawn(process.execPath, [path.join(ROOT, "storefront", "main.ts")], {
    env: {
      STOREFRONT_PORT: String(port),
      STOREFRONT_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
      STOREFRONT_BUILD_DIR: BUILD_DIR,
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
    gateway.closeAllConnections();
    gateway.close();
  }
}

async function ready(url: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await delay(100))
    if ((await fetch(url).catch(() => undefined))?.ok) return;
  throw new Error(`${url} does not answer.`);
}
