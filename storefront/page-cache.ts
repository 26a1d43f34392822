// Pages that are the same for everybody: fresh for a second, then shown for ten more while one rendering replaces them.
import { LRUCache } from "lru-cache";

export interface CachedPage {
  status: number;
  body: string;
  madeAt: number;
}

const FRESH_MS = 1_000;
const STALE_MS = 10_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

export interface PageCache {
  /** One rendering in flight for each key. A failure is not kept: an older page is shown instead, if there is one. */
  get(key: string, make: () => Promise<Omit<CachedPage, "madeAt">>): Promise<CachedPage>;
}

export function createPageCache(now: () => number = Date.now): PageCache {
  const pages = new LRUCache<string, CachedPage>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ body }, key) => body.length + key.length + 64,
  });
  const making = new Map<string, Promise<CachedPage>>();

  function remake(key: string, make: () => Promise<Omit<CachedPage, "madeAt">>): Promise<CachedPage> {
    let running = making.get(key);
    if (!running) {
      const madeAt = now();
      running = make()
        .then((made) => {
          const page = { ...made, madeAt };
          if (page.status === 200 || page.status === 404) pages.set(key, page);
          // Such as a refusal of one visitor, who asked too often.
          else return pages.get(key) ?? page;
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
      if (found && age < FRESH_MS) return found;
      const made = remake(key, make);
      if (!found || age >= STALE_MS) return made;
      made.catch(() => {});
      return found;
    },
  };
}
