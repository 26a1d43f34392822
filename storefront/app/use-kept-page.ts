// Pages that the service worker keeps: the tickets.
import { useEffect, useState } from "react";
import type { SentPage } from "../page-data.ts";
import { askPage, type Answer } from "./ask-page.ts";
import { retryUntilDone } from "./retry.ts";

const PAUSE_BEFORE_FRESH_PAGE_MS = 1_000;

/** Has tickets kept, and replaces a kept page by the network's. @returns when the page was kept; undefined: it is the network's */
export function useKeptPage(page: SentPage, take: (answer: Answer) => Promise<void>): string | undefined {
  const { view, path } = page;
  useEffect(() => {
    if (view !== "tickets" && view !== "ticket") return undefined;
    return retryUntilDone(async () => {
      const { keepTickets } = await import("./offline.ts");
      await keepTickets();
      return true;
    });
  }, [view]);

  // After the first rendering, which is that of the server.
  const [keptAt, setKeptAt] = useState<string>();
  useEffect(() => {
    setKeptAt(page.keptAt);
    if (page.keptAt === undefined) return undefined;
    let isLeft = false;
    // The kept page stays as it is, with what has been typed, until there is another one.
    const stop = retryUntilDone(async () => {
      const answer = await askPage(path);
      if ("page" in answer && answer.page.keptAt !== undefined) return false;
      if (!isLeft) await take(answer);
      return true;
    }, PAUSE_BEFORE_FRESH_PAGE_MS);
    return () => {
      isLeft = true;
      stop();
    };
  }, [page, path, take]);
  return keptAt;
}
