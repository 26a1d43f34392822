// A page that the service worker has kept is asked for again until the network's is here. The browser says when a network is back,
// but not when a slow server answers in time again.

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** @param ask for the page; true: it came from the network @returns ends it */
export function askUntilFresh(ask: () => Promise<boolean>): () => void {
  let isEnded = false;
  let isAsking = false;
  let pause = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = async () => {
    if (isEnded || isAsking) return;
    clearTimeout(timer);
    isAsking = true;
    // An answer that can't be read is none.
    const isFresh = navigator.onLine && (await ask().catch(() => false));
    isAsking = false;
    if (isFresh || isEnded) return;
    timer = setTimeout(() => void again(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  const onOnline = () => {
    pause = FIRST_PAUSE_MS;
    void again();
  };
  addEventListener("online", onOnline);
  timer = setTimeout(() => void again(), pause);
  return () => {
    isEnded = true;
    clearTimeout(timer);
    removeEventListener("online", onOnline);
  };
}
