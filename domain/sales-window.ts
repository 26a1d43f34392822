// When something is sold: an event, a sales channel, a price. Pure: the caller says what time it is, by the clock of its own database.

/** Null: no limit. `closesAt` is the first moment at which nothing is sold any more. */
export interface SalesWindow {
  opensAt: Date | null;
  closesAt: Date | null;
}

export type SalesPhase = "BEFORE" | "OPEN" | "AFTER";

export function salesPhase({ opensAt, closesAt }: SalesWindow, now: Date): SalesPhase {
  if (closesAt !== null && closesAt <= now) return "AFTER";
  return opensAt !== null && opensAt > now ? "BEFORE" : "OPEN";
}

/** Whether something is sold that several windows limit, such as those of an event and of a price. */
export function isOnSale(windows: readonly SalesWindow[], now: Date): boolean {
  return windows.every((window) => salesPhase(window, now) === "OPEN");
}
