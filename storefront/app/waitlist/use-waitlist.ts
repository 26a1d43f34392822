// Follows the own entry while its page is open. It polls: a list is waited on for days, so a socket for each open page would cost more than a
// request now and then, and a letter says that seats are held.
import { useEffect, useRef, useState } from "react";
import type { PageData } from "../../page-data.ts";
import { askPage } from "../ask-page.ts";
import { nextPollMs } from "./next-poll.ts";
import { isOpen } from "./wish.ts";

type Data = PageData["waitlist"];

/** Before the page says that it does not hear of the list. */
const MOST_FAILURES = 2;

/** @param ask polls once @returns ends it */
function poll(ask: () => Promise<void>, onStale: (isStale: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isEnded = false;
  const plan = () => {
    clearTimeout(timer);
    if (!isEnded) timer = setTimeout(() => void look(), nextPollMs(document.hidden, Math.random()));
  };
  async function look() {
    try {
      await ask();
      failures = 0;
    } catch {
      failures += 1;
    }
    if (!isEnded) onStale(failures >= MOST_FAILURES);
    plan();
  }
  const onVisible = () => {
    if (!document.hidden) void look();
  };
  document.addEventListener("visibilitychange", onVisible);
  plan();
  return () => {
    isEnded = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

export interface Followed {
  data: Data;
  /** Whether the list could not be asked for some time. */
  isStale: boolean;
  /** Asks at once. */
  refresh: () => void;
}

export function useWaitlist(first: Data): Followed {
  const [data, setData] = useState(first);
  const [isStale, setStale] = useState(false);
  const isGone = useRef(false);
  const [ask] = useState(() => async () => {
    const answer = await askPage(first.self);
    if (isGone.current) return;
    // The session has ended: the browser continues it, and comes back.
    if ("to" in answer) location.assign(answer.to);
    else if (answer.page.view === "waitlist") setData(answer.page.data as Data);
    else throw new TypeError(`The page of the list is ${answer.page.view}.`);
  });
  // A page with a form has nothing to follow, and keeps what is typed.
  const isFollowed = isOpen(data.waitlist.entry);
  useEffect(() => (isFollowed ? poll(ask, setStale) : undefined), [isFollowed, ask]);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  return { data, isStale, refresh: () => void ask().catch(() => {}) };
}
