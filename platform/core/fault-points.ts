// Named places between two steps, at which a test lets a process die. They have no effect in production: only a test arms them, by
// preloading a hook with `node --import`.

const armed = (globalThis as Record<symbol, unknown>)[Symbol.for("fault points")] as
  ((point: string) => void) | undefined;

/** Says that the process has come here. */
export const reach: (point: string) => void = armed ?? (() => {});
