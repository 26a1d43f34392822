// `npm run bench -- storefront`: what the script of pages weighs, what a page that is the same for everybody costs the process, how soon pages
// show on a slow phone, and what the live map of 20,000 seats costs a browser. The cached page is of a gateway that answers from memory.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { ROOT } from "../../operations/topology.ts";
import { benchInBrowser } from "./in-browser.ts";
import { benchCachedPages } from "./cached-pages.ts";
import { listOfEvents } from "./events.ts";
import { withStorefront } from "./process.ts";
import { sizesOf } from "./sizes.ts";

const BUILD_DIR = path.join(ROOT, ".data", "storefront");

export async function benchStorefront(rounds: number): Promise<Record<string, unknown>> {
  const main = path.join(ROOT, "storefront", "build-main.ts");
  const env = { STOREFRONT_BUILD_DIR: BUILD_DIR };
  const { status, stderr } = spawnSync(process.execPath, [main], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The storefront can't be built:\n${stderr}`);
  const cached = await withAnswers((served) => benchCachedPages(rounds, served));
  return { ...sizesOf(BUILD_DIR), ...cached, ...(await benchInBrowser(rounds, BUILD_DIR)) };
}

/** A storefront whose gateway answers from memory. */
async function withAnswers<T>(work: (served: { url: string; pid: number }) => Promise<T>): Promise<T> {
  const answer = JSON.stringify({ data: listOfEvents() });
  const gateway = createServer((request, response) => {
    request.resume().on("end", () => response.setHeader("content-type", "application/json").end(answer));
  });
  await once(gateway.listen(0, "127.0.0.1"), "listening");
  try {
    const gatewayPort = (gateway.address() as AddressInfo).port;
    return await withStorefront({ gatewayPort, buildDir: BUILD_DIR }, work);
  } finally {
    gateway.closeAllConnections();
    gateway.close();
  }
}
