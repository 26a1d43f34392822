// Seats that are held: time left, promo code, names, payment. Holds of one seller are paid together.
import { createHash, randomUUID } from "node:crypto";
import { isComplete } from "../app/hold/packages-of-holds.ts";
import { HoldPage, PlaceOrder, ReleaseHold } from "../documents/hold.generated.ts";
import type { PlaceOrderMutation } from "../documents/hold.generated.ts";
import type { Problem } from "../page-data/problem.ts";
import { answersIn, hasAnswers, type Faults } from "./answers.ts";
import { besides, readAndRememberHolds, rememberHolds } from "./basket.ts";
import { holdAgain, offerAgain } from "./held-again.ts";
import { changeHold, namesIn, orderFormOf, orFaults, typedCode } from "./order-form.ts";
import { packagePath } from "./package.ts";
import { continueSession, fieldOf, notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";
import { DEFAULT_CARD, payOrShow } from "./payment.ts";

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
  const { ownPackage, more: further, others } = besides(held, holds);
  const more = isAlone ? ownPackage : [...ownPackage, ...further];
  const ordered = [held, ...more];
  const isOver = held.status !== "ACTIVE" && held.status !== "CONVERTED";
  const data = {
    ...{ hold: held, more, others, canBeMore: isAlone && further.length > 0, viewer: me },
    isIncomplete: !isComplete([held, ...ownPackage]),
    ...orderFormOf(ordered, form, visit.locale, faults),
    typedCodes: Object.fromEntries(ordered.map(({ id }) => [id, typedCode(form, id)])),
    ...{ key: randomUUID(), card: fieldOf(form, "card") ?? DEFAULT_CARD },
    again: isOver && !held.package ? await offerAgain(visit, held.id, form) : null,
  };
  const path = `/hold/${held.id}${visit.url.search}`;
  return problem ? { view: "hold", status: 409, path, data: { ...data, problem } } : { view: "hold", path, data };
}

/** The same seats or others near them, with what was typed. */
async function again(visit: Visit, form: URLSearchParams): Promise<Outcome> {
  const outcome = await holdAgain(visit, visit.params.id!, form);
  if ("to" in outcome) return outcome;
  if ("holdId" in outcome) return show({ ...visit, params: { id: outcome.holdId } }, form);
  return show(visit, form, outcome);
}

/** To the event or the package, to choose again; or back to the other seats. A package is released as a whole. */
async function release(visit: Visit, id: string): Promise<Outcome> {
  const { hold: held } = await visit.ask(HoldPage, { id });
  await visit.ask(ReleaseHold, { id });
  await readAndRememberHolds(visit);
  const released = held?.packageHoldIds ?? [id];
  if (!released.includes(visit.params.id!)) return { to: `${visit.url.pathname}${visit.url.search}` };
  if (held?.package) return { to: packagePath(held.package.id) };
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

/** Says which of several holds has ended, or why they are not one order. */
async function explain({ ask }: Visit, refusal: Refusal, holdIds: readonly string[]): Promise<Problem> {
  if (refusal.__typename === "HoldsNotCombinable") return problemOf(refusal, { reason: refusal.reason });
  if (refusal.__typename !== "HoldNotActive" || !refusal.holdId || holdIds.length === 1) return problemOf(refusal);
  const { hold: gone } = await ask(HoldPage, { id: refusal.holdId });
  return { code: "HoldGone", values: { event: gone?.event?.name } };
}

async function order(visit: Visit, form: URLSearchParams): Promise<Outcome> {
  const holdId = visit.params.id!;
  const moreHoldIds = form.getAll("more");
  const names = namesIn(form);
  if (!names) return show(visit, form, { code: "NAMES_INCOMPLETE" });
  const holdIds = [holdId, ...moreHoldIds];
  const answers = await answersOf(visit, form, moreHoldIds);
  const input = {
    holdId,
    idempotencyKey: keyOf(holdIds, answers),
    ...(moreHoldIds.length > 0 && { moreHoldIds }),
    ...names,
    ...answers,
  };
  const placeOrder = await orFaults(input, async () => (await visit.ask(PlaceOrder, { input })).placeOrder);
  if ("faults" in placeOrder) return show(visit, form, { code: "AnswersRefused" }, placeOrder.faults);
  if (placeOrder.__typename !== "Order") return show(visit, form, await explain(visit, placeOrder, holdIds));
  await readAndRememberHolds(visit);
  return payOrShow(visit, placeOrder.id, form);
}

export const hold: Page = {
  path: "/hold/:id",
  load: (visit) => show(visit),
  submit: async (visit, form) => {
    const released = form.get("release");
    if (released) return release(visit, released);
    if (form.has("again")) return again(visit, form);
    // Its time has ended on the page: what was typed comes along.
    if (form.has("ended")) return show(visit, form);
    const changed = await changeHold(visit, form, [visit.params.id!, ...form.getAll("more")]);
    return changed ? show(visit, form, changed.problem) : order(visit, form);
  },
};
