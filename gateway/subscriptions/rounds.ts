// Runs a periodic task for many items with one timer, spread over the interval.

export interface Rounds {
  /** @returns how to stop it */
  add(work: () => void): () => void;
}

const PARTS = 12;

/** Each item runs every `everyMs`, the first time between that and a twelfth less. Without items there is no timer. */
export function createRounds(everyMs: number): Rounds {
  const parts = Array.from({ length: PARTS }, () => new Set<() => void>());
  let size = 0;
  let at = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    add: (work) => {
      const part = parts[at]!;
      // Itself, and not the function: several may share one.
      const entry = () => work();
      part.add(entry);
      size += 1;
      timer ??= setInterval(() => {
        at = (at + 1) % PARTS;
        for (const one of parts[at]!) one();
      }, everyMs / PARTS);
      return () => {
        if (!part.delete(entry)) return;
        size -= 1;
        if (size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
