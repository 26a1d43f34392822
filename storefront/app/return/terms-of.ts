// Terms of returns as sentences: the deadline and the fee.
import type { App } from "../app-context.ts";

export interface EventWithPolicy {
  startsAt: string;
  timeZone: string;
  returnPolicy: { mode: string; minutesBefore: number; fee: number } | null;
}

/** Undefined if they can't be given back. */
export function termsOf(
  { startsAt, timeZone, returnPolicy: policy }: EventWithPolicy,
  currency: string,
  { texts, format }: Pick<App, "texts" | "format">,
): string | undefined {
  if (policy === null || policy.mode === "NONE") return undefined;
  const until = Date.parse(startsAt) - policy.minutesBefore * 60_000;
  if (until <= Date.now()) return undefined;
  const moment = format.moment(new Date(until).toISOString(), timeZone);
  const { terms, termsForList, fee, noFee } = texts.returns;
  const when = policy.mode === "WAITLIST" ? termsForList(moment) : terms(moment);
  return `${when} ${policy.fee > 0 ? fee(format.money({ amount: policy.fee, currency })) : noFee}`;
}
