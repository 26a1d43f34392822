// Follows a queue while its page is open: the document that is the same for everybody, and the own place when it has changed.
import { useEffect, useRef, useState } from "react";
import type { PageData } from "../../page-data.ts";
import type { QueueDocument } from "../../page-data/queue.ts";
import { askPage } from "../ask-page.ts";
import { nextPoll, spreadOf } from "./next-poll.ts";
import { hasPlace } from "./outlook.ts";

type Data = PageData["queue"];

/** Before the page says that it does not hear of the queue. */
const MOST_FAILURES = 2;

async function documentOf(eventId: string): Promise<QueueDocument> {
  // Asks whether it has changed, also if the browser has a copy.
  const response = await fetch(`/queues/${eventId}.json`, { cache: "no-cache" });
  if (!response.ok) throw new TypeError(`The gateway answered ${response.status}.`);
  return (await response.json()) as QueueDocument;
}

function secondsUntilPoll({ queue, document }: Data): number | undefined {
  const at = document.state === "ANNOUNCED" ? queue.opensAt : queue.drawAt;
  const waiting = {
    document,
    rank: hasPlace(queue.entry) ? queue.entry.rank : null,
    untilChange: Math.max(0, (Date.parse(at) - Date.now()) / 1_000),
    isHidden: globalThis.document.hidden,
  };
  return nextPoll(waiting, Math.random());
}

/** @param latest what is shown now @returns ends it */
function follow(
  latest: () => Data,
  onDocument: (document: QueueDocument) => void,
  onStale: (isStale: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isEnded = false;
  const plan = (data: Data) => {
    const seconds = secondsUntilPoll(data);
    clearTimeout(timer);
    if (seconds !== undefined && !isEnded) timer = setTimeout(() => void poll(), seconds * 1_000);
  };
  async function poll() {
    try {
      const found = await documentOf(latest().event.id);
      failures = 0;
      if (isEnded) return;
      onDocument(found);
      plan({ ...latest(), document: found });
    } catch {
      failures += 1;
      plan(latest());
    }
    onStale(failures >= MOST_FAILURES);
  }
  const onVisible = () => {
    if (!document.hidden) void poll();
  };
  document.addEventListener("visibilitychange", onVisible);
  plan(latest());
  return () => {
    isEnded = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

/** Drawn, but the rank is not known here yet. */
const lacksRank = ({ queue: { entry }, document }: Data) =>
  entry?.state === "WAITING" && entry.rank === null && document.drawn !== null;

/** A person decides about the entry, which the document does not tell. */
const HELD_ASKS_SECONDS = 30;

export interface Followed {
  data: Data;
  /** Whether the queue could not be asked for some time. */
  isStale: boolean;
  /** Asks for the own place again. */
  refresh: () => void;
}

export function useQueue(first: Data): Followed {
  const [data, setData] = useState(first);
  const [isStale, setStale] = useState(false);
  /** Counts answers about the own place. */
  const [answers, setAnswers] = useState(0);
  const latest = useRef(first);
  useEffect(() => {
    latest.current = data;
  }, [data]);
  const [refresh] = useState(() => async () => {
    const answer = await askPage(first.self).catch(() => undefined);
    // The session has ended: the browser continues it, and comes back.
    if (answer && "to" in answer) location.assign(answer.to);
    else if (answer?.page.view === "queue") {
      const { isSentBack } = first;
      setData({ ...(answer.page.data as Data), isSentBack });
    }
    setAnswers((count) => count + 1);
  });
  useEffect(
    () =>
      follow(
        () => latest.current,
        (document) => setData((old) => ({ ...old, document })),
        setStale,
      ),
    [],
  );
  const isHeld = data.queue.entry?.state === "HELD_FOR_REVIEW" && data.document.state !== "CLOSED";
  const lacks = lacksRank(data) || isHeld;
  useEffect(() => {
    if (!lacks) return;
    const least = isHeld ? HELD_ASKS_SECONDS : answers;
    const seconds = least + Math.random() * spreadOf(latest.current.document.entries);
    const timer = setTimeout(() => void refresh(), seconds * 1_000);
    return () => clearTimeout(timer);
  }, [lacks, isHeld, answers, refresh]);
  return { data, isStale, refresh: () => void refresh() };
}
