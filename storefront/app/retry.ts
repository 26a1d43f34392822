// Repeats what a network may interrupt. The browser says when a network is back, but not when a slow server answers in time again.

const SECOND_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** @param attempt true: it is done; an error is a failed attempt @param firstPauseMs before the first attempt @returns ends it */
export function retryUntilDone(attempt: () => Promise<boolean>, firstPauseMs = 0): () => void {
  let isEnded = false;
  let isRunning = false;
  let pause = SECOND_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    isEnded = true;
    clearTimeout(timer);
    removeEventListener("online", onOnline);
  };
  const run = async () => {
    if (isEnded || isRunning) return;
    clearTimeout(timer);
    isRunning = true;
    const isDone = navigator.onLine && (await attempt().catch(() => false));
    isRunning = false;
    if (isDone) return stop();
    if (isEnded) return;
    timer = setTimeout(() => void run(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  function onOnline(): void {
    pause = SECOND_PAUSE_MS;
    void run();
  }
  addEventListener("online", onOnline);
  if (firstPauseMs > 0) timer = setTimeout(() => void run(), firstPauseMs);
  else void run();
  return stop;
}
