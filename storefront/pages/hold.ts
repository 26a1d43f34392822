// Seats that are held: time left, promo code, names, payment. Holds of one seller are paid together.
import { createHash, randomUUID } from "node:crypto";
import { ApplyPromoCode, ExtendHold, HoldPage, PlaceOrder, ReleaseHold } from "../documents/hold.generated.ts";
import type { PlaceOrderInput, PlaceOrderMutation } from "../documents/hold.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { Problem } from "../page-data.ts";
import {
  answersIn,
  faultAt,
  faultsOf,
  hasAnswers,
  invoiceFormOf,
  missingIn,
  questionsOf,
  type Faults,
} from "./answers.ts";
import { readAndRememberHolds, rememberHolds, withSameSeller } from "./basket.ts";
import { continueSession, fieldOf, notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";
import { DEFAULT_CARD, pay } from "./payment.ts";

async function show(
  visit: Visit,
  form = new URLSearchParams(),
  problem?: Problem,
  faults: Faults = {},
): Promise<Outcome> {
  const { me, hold: held } = await visit.ask(HoldPage, { id: visit.params.id! });
  if (!me) return continueSession(visit);
  if (!held) return notFound;
  const holds = me.holds ?? [];
  rememberHolds(visit, holds);
  const isAlone = visit.url.searchParams.has("alone");
  const [same, others] = withSameSeller(held, holds);
  const more = isAlone ? [] : same;
  const ordered = [held, ...more];
  const given = form.getAll("name");
  const names = ordered.flatMap(({ items }) => items).map((_, index) => given[index] ?? "");
  const questions = questionsOf(ordered);
  const data = {
    ...{ hold: held, more, others, canBeMore: isAlone && same.length > 0, viewer: me },
    ...{ questions, answers: Object.fromEntries(questions.map(({ field }) => [field, form.getAll(field)])), faults },
    typedCodes: Object.fromEntries(
      ordered.map(({ id }) => [id, codeIn(form, id) ?? (form.get("code") === id ? "" : null)]),
    ),
    invoice: invoiceFormOf(ordered, form, visit.locale),
    ...{ key: randomUUID(), names, card: fieldOf(form, "card") ?? DEFAULT_CARD },
  };
  return problem ? { view: "hold", status: 409, data: { ...data, problem } } : { view: "hold", data };
}

const codeIn = (form: URLSearchParams, holdId: string) => fieldOf(form, `code-${holdId}`);

/** Null removes the code. */
async function usePromoCode({ ask }: Visit, id: string, code: string | null): Promise<Problem | undefined> {
  if (code === "") return { code: "PromoCodeNotUsable", values: { reason: "UNKNOWN" } };
  const { applyPromoCode: result } = await ask(ApplyPromoCode, { id, code });
  if (result.__typename === "Hold") return undefined;
  return problemOf(result, result.__typename === "PromoCodeNotUsable" ? { reason: result.reason } : {});
}

/** To the event, to choose again; or back to the other seats. */
async function release(visit: Visit, id: string): Promise<Outcome> {
  const { hold: held } = await visit.ask(HoldPage, { id });
  await visit.ask(ReleaseHold, { id });
  await readAndRememberHolds(visit);
  if (id !== visit.params.id) return { to: `${visit.url.pathname}${visit.url.search}` };
  return { to: held?.event ? `/e/${held.event.id}` : "/" };
}

/** The same holds with the same answers become one order, however often the form is sent. Names are the input of the first time. */
function keyOf(holdIds: readonly string[], answers: object): string {
  const isAnswered = Object.keys(answers).length > 0;
  if (holdIds.length === 1 && !isAnswered) return `order of hold ${holdIds[0]}`;
  const hash = createHash("sha256").update([...holdIds].sort().join(" "));
  // Refused answers are refused for their key, too.
  if (isAnswered) hash.update(JSON.stringify(answers));
  return `order of holds ${hash.digest("hex")}`;
}

/** What the form answers to the questions of the holds. */
async function answersOf({ ask, params }: Visit, form: URLSearchParams, moreHoldIds: readonly string[]) {
  if (!hasAnswers(form)) return {};
  const { me, hold: held } = await ask(HoldPage, { id: params.id! });
  const more = (me?.holds ?? []).filter(({ id }) => moreHoldIds.includes(id));
  return answersIn(form, held ? [held, ...more] : more);
}

type Placed = Exclude<PlaceOrderMutation["placeOrder"], { __typename: "AnswersRefused" }>;
type Refusal = Exclude<Placed, { __typename: "Order" }>;

/** Of several holds, one has ended: which one. */
async function explain({ ask }: Visit, refusal: Refusal, holdIds: readonly string[]): Promise<Problem> {
  if (refusal.__typename !== "HoldNotActive" || !refusal.holdId || holdIds.length === 1) return problemOf(refusal);
  const { hold: gone } = await ask(HoldPage, { id: refusal.holdId });
  return { code: "HoldGone", values: { event: gone?.event?.name } };
}

/** @returns what is wrong with answers or address, if they are why there is no order @throws OperationFailed */
async function place({ ask }: Visit, input: PlaceOrderInput): Promise<Placed | { faults: Faults }> {
  const missing = missingIn(input);
  if (Object.keys(missing).length > 0) return { faults: missing };
  try {
    const { placeOrder } = await ask(PlaceOrder, { input });
    return placeOrder.__typename === "AnswersRefused" ? { faults: faultsOf(placeOrder) } : placeOrder;
  } catch (error) {
    const faults = error instanceof OperationFailed ? faultAt(error.field, input) : undefined;
    if (!faults) throw error;
    return { faults };
  }
}

async function order(visit: Visit, form: URLSearchParams): Promise<Outcome> {
  const holdId = visit.params.id!;
  const moreHoldIds = form.getAll("more");
  // A code that was typed and not applied changes the total, which is shown before it is paid.
  const coded = [holdId, ...moreHoldIds].find((id) => codeIn(form, id) !== undefined);
  if (coded !== undefined) return show(visit, form, await usePromoCode(visit, coded, codeIn(form, coded)!));
  const names = form.getAll("name").map((name) => name.trim());
  const isNamed = names.some(Boolean);
  // The API takes names in the order of the seats.
  if (isNamed && !names.every(Boolean)) return show(visit, form, { code: "NAMES_INCOMPLETE" });
  const holdIds = [holdId, ...moreHoldIds];
  const answers = await answersOf(visit, form, moreHoldIds);
  const placeOrder = await place(visit, {
    holdId,
    idempotencyKey: keyOf(holdIds, answers),
    ...(moreHoldIds.length > 0 && { moreHoldIds }),
    ...(isNamed && { names }),
    ...answers,
  });
  if ("faults" in placeOrder) return show(visit, form, { code: "AnswersRefused" }, placeOrder.faults);
  if (placeOrder.__typename !== "Order") return show(visit, form, await explain(visit, placeOrder, holdIds));
  await readAndRememberHolds(visit);
  const outcome = await pay(visit, placeOrder.id, form);
  if ("to" in outcome) return outcome;
  return {
    to: `/order/${placeOrder.id}?${new URLSearchParams({ declined: outcome.code, reason: String(outcome.values?.reason ?? "") }).toString()}`,
  };
}

export const hold: Page = {
  path: "/hold/:id",
  load: (visit) => show(visit),
  submit: async (visit, form) => {
    // Buttons are named after what they do, and have the ID of one of the holds of the page.
    const [extended, released, coded, uncoded] = ["extend", "release", "code", "no-code"].map((name) => form.get(name));
    if (extended) {
      const { extendHold } = await visit.ask(ExtendHold, { id: extended });
      return show(visit, form, extendHold.__typename === "Hold" ? undefined : problemOf(extendHold));
    }
    if (released) return release(visit, released);
    if (coded) return show(visit, form, await usePromoCode(visit, coded, codeIn(form, coded) ?? ""));
    if (uncoded) return show(visit, form, await usePromoCode(visit, uncoded, null));
    return order(visit, form);
  },
};
