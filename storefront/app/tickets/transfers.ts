// Whether and how tickets are handed on, in words.
import type { TransferPolicy } from "../../page-data/event.ts";
import type { Problem } from "../../page-data/problem.ts";
import type { App } from "../app-context.ts";
import { durationText } from "../waitlist/wish.ts";

type Words = Pick<App, "texts" | "format">;

export const isHandedOn = (policy: TransferPolicy | null): boolean =>
  policy === null || policy.mode === "FREE" || policy.mode === "ONCE";

/** Sentences; none if tickets are handed on freely. */
export function transferTexts(policy: TransferPolicy | null, zone: string, { texts, format }: Words): string[] {
  if (!policy) return [];
  const { mode, notBefore, until, coolOffSeconds, mostPerHolder } = policy;
  const { transfer } = texts;
  const rule = mode === "FREE" ? [] : [transfer.modes[mode]!];
  if (!isHandedOn(policy)) return rule;
  return [
    ...rule,
    ...(notBefore === null ? [] : [transfer.from(format.moment(notBefore, zone))]),
    ...(until === null ? [] : [transfer.until(format.moment(until, zone))]),
    ...(coolOffSeconds === 0 ? [] : [transfer.coolOff(durationText(coolOffSeconds, texts))]),
    ...(mostPerHolder === null ? [] : [transfer.most(mostPerHolder)]),
  ];
}

/** Why a ticket could not be handed on, and from when on it can. */
export function transferRefused({ values = {}, message }: Problem, { texts, format }: Words): string {
  const reason = texts.transfer.refusals[String(values.reason)] ?? texts.problems.other(message ?? "");
  if (!values.allowedFrom) return reason;
  const from = format.moment(String(values.allowedFrom), String(values.timeZone ?? "UTC"));
  return `${reason} ${texts.transfer.from(from)}`;
}
