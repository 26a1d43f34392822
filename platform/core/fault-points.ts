// Fault points: named places between two steps, at which a test can kill the process. They have no effect in production: only a test arms
// them, by preloading a hook with `node --import`.

const armed = (globalThis as Record<symbol, unknown>)[Symbol.for("fault points")] as
  ((point: string) => void) | undefined;

/** Reports that the process has reached this fault point. */
export const reach: (point: string) => void = armed ?? (() => {});
