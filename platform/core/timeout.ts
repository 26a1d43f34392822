// Timeout for a promise that may never settle: a partitioned server does not close its connection.
import { setTimeout as delay } from "node:timers/promises";

/** @throws Error on timeout, or the error of the promise */
export async function withTimeout<T>(work: Promise<T>, withinMs: number): Promise<T> {
  const ended = new AbortController();
  const silence = delay(withinMs, undefined, { ref: false, signal: ended.signal }).then(() => {
    throw new Error(`Timeout after ${withinMs} ms.`);
  });
  silence.catch(() => {});
  try {
    return await Promise.race([work, silence]);
  } finally {
    ended.abort();
  }
}

/**
 * Aborts the signal of `work` after a timeout, and when `stopping` is aborted. Clears the timer when the work ends; `AbortSignal.timeout`
 * would keep it, and create a DOMException for each finished request.
 */
export async function withDeadline<T>(
  withinMs: number,
  work: (signal: AbortSignal) => Promise<T>,
  stopping?: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new Error(`Timeout after ${withinMs} ms.`)), withinMs);
  const stop = () => over.abort(stopping?.reason);
  stopping?.addEventListener("abort", stop);
  if (stopping?.aborted) stop();
  try {
    return await work(over.signal);
  } finally {
    clearTimeout(timer);
    stopping?.removeEventListener("abort", stop);
  }
}
