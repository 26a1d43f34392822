// Named places between two steps, at which a test lets a process die. Nothing in a process arms them: they do something
// only where a test has preloaded what they call, by `node --import`.

const armed = (globalThis as Record<symbol, unknown>)[Symbol.for("fault points")] as
  ((point: string) => void) | undefined;

/** Says that the process has come here. */
export const reach: (point: string) => void = armed ?? (() => {});
