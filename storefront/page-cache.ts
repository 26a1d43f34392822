// Pages that are the same for everybody: fresh for a second, then shown for ten more while one rendering replaces them.
import { LRUCache } from "lru-cache";
import type { PublicPage } from "./public-page.ts";

type Made = Pick<PublicPage, "status" | "body" | "gzipped">;

const FRESH_MS = 1_000;
const STALE_MS = 10_000;
const MOST_BYTES = 64 * 1024 * 1024;

export interface PageCache<Page extends Made> {
  /** One rendering in flight for each key. A failure is not kept: an older page is shown instead, if there is one. */
  get(key: string, make: () => Promise<Page>): Promise<Page>;
}

export function createPageCache<Page extends Made = PublicPage>(now: () => number = Date.now): PageCache<Page> {
  const pages = new LRUCache<string, { page: Page; madeAt: number }>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ page: { body, gzipped } }, key) => body.length + gzipped.length + key.length + 64,
  });
  const making = new Map<string, Promise<Page>>();

  function remake(key: string, make: () => Promise<Page>): Promise<Page> {
    let running = making.get(key);
    if (!running) {
      const madeAt = now();
      running = make()
        .then((page) => {
          if (page.status === 200 || page.status === 404) pages.set(key, { page, madeAt });
          // Such as a refusal of one visitor, who asked too often.
          else return pages.get(key)?.page ?? page;
          return page;
        })
        .finally(() => making.delete(key));
      making.set(key, running);
    }
    return running;
  }

  return {
    get: async (key, make) => {
      const found = pages.get(key);
      const age = found ? now() - found.madeAt : Infinity;
      if (found && age < FRESH_MS) return found.page;
      const made = remake(key, make);
      if (!found || age >= STALE_MS) return made;
      made.catch(() => {});
      return found.page;
    },
  };
}
