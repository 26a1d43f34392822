// Scripts, styles and fonts of the pages of tickets. Their names have a hash of their content, so a kept one is never stale.
import { assetsIn } from "./requests.ts";

declare const BUILD: { id: string; assets: string[] };

const PREFIX = "assets ";
const CURRENT = `${PREFIX}${BUILD.id}`;

export async function keepBuild(): Promise<void> {
  const cache = await caches.open(CURRENT);
  await cache.addAll(BUILD.assets);
}

/** Files of a page that are not kept: its language, or those of another build while processes are replaced. */
export async function keepAssets(html: string): Promise<void> {
  const cache = await caches.open(CURRENT);
  for (const path of assetsIn(html)) if (!(await caches.match(path))) await cache.add(path).catch(() => {});
}

/** Once no kept page needs them. */
export async function dropOtherBuilds(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CURRENT) await caches.delete(name);
}
