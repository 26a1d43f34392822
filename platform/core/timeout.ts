// Waiting for what may never answer: a server that was cut off says nothing, not even that it is gone.
import { setTimeout as delay } from "node:timers/promises";

/** @throws Error if it takes too long, or whatever it throws itself */
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
