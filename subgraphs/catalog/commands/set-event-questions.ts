// Replaces the questions of an event to its buyers, as a draft or while it is sold. Of two editors of the same version, the second is refused.
// Answers that were given keep the text of their question (orders).
import type { InferEntity } from "@mikro-orm/core";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { asksAnything, type InvoiceAddressRule, type Question, type Questionnaire } from "../../../domain/questions.ts";
import { SaleTermsChanged } from "../../../schema/messages/catalog.ts";
import type { GivenQuestion, SetEventQuestions } from "../content/questions/inputs.ts";
import { currentEvent } from "../entities/current-event.ts";
import { EventEntity, saleTermsOf } from "../entities/event.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import { EventChanged, QuestionsNotChangeable } from "../errors.ts";
import { audit } from "./audit.ts";
import { describeEvent } from "./describe-event.ts";

/**
 * Returns the id of the event. Refusals: NotFound, EventChanged, QuestionsNotChangeable, IdempotencyKeyReused; GraphQLError BAD_USER_INPUT for
 * unknown ids and price tiers
 */
export async function setEventQuestions(
  tx: Tx,
  userId: string,
  { idempotencyKey: key, ...input }: SetEventQuestions & { eventId: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "setEventQuestions", key, input }, async () => {
    const event = await tx.findOne(EventEntity, { id: input.eventId }, LOCKED);
    if (!event) throw new NotFound("event");
    if (event.version !== input.expectedVersion) throw new EventChanged(event.id);
    const status = (await currentEvent.row(tx, { id: event.id }))?.status;
    if (status === "CANCELLED" || status === "ENDED") throw new QuestionsNotChangeable();
    await changeQuestions(tx, event, input);
    return event.id;
  });
}

/** What replaces the questions and the rule; undefined or null: stays. */
export interface QuestionsChange {
  questions?: GivenQuestion[] | null | undefined;
  invoiceAddress?: InvoiceAddressRule | null | undefined;
}

/**
 * Changes the questions of an event that the transaction has locked, and that is neither over nor cancelled.
 * @throws GraphQLError BAD_USER_INPUT for unknown ids and price tiers
 */
export async function changeQuestions(
  tx: Tx,
  event: InferEntity<typeof EventEntity>,
  change: QuestionsChange,
): Promise<void> {
  const { id: eventId, organizationId } = event;
  const before = event.questionnaire ?? null;
  if (change.questions) await checkTiers(tx, eventId, change.questions);
  const given = change.questions?.map((one, index) => questionOf(one, `input.questions.${index}`, before));
  const questions = given ?? before?.questions ?? [];
  const invoiceAddress = change.invoiceAddress ?? before?.invoiceAddress ?? "NOT_ASKED";
  event.questionnaire = { questions, invoiceAddress };
  event.version += 1;
  const { version } = event;
  const detail = { version, questions: questions.map(({ text }) => text), invoiceAddress };
  await audit(tx, { organizationId, action: "setEventQuestions", subject: eventId, detail });
  await tx.flush();
  reach("questions set, not published");
  // A draft is described, and its terms are sent, when it is published.
  if (event.status === "DRAFT") return;
  await describeEvent(tx, eventId);
  if (asksAnything(before) !== asksAnything(event.questionnaire))
    await publish(tx, SaleTermsChanged, eventId, { eventId, version, ...saleTermsOf(event) });
}

/** Questions without ids, with those of the event that ask for the same in the same words: their answers stay. */
export function withKnownIds(given: GivenQuestion[], before: Questionnaire | null | undefined): GivenQuestion[] {
  const left = [...(before?.questions ?? [])];
  return given.map((one) => {
    const index = left.findIndex(
      ({ scope, kind, text }) => scope === one.scope && kind === one.kind && text === one.text,
    );
    if (index < 0) return one;
    const [known] = left.splice(index, 1) as [Question];
    const options = one.options.map(({ label }) => ({
      id: known.options.find((option) => option.label === label)?.id,
      label,
    }));
    return { ...one, id: known.id, options };
  });
}

/** Keeps ids that the event has; new questions and options get new ones. @throws GraphQLError BAD_USER_INPUT for any other id */
function questionOf(given: GivenQuestion, path: string, before: Questionnaire | null): Question {
  const known = before?.questions.find(({ id }) => id === given.id);
  if (given.id !== undefined && !known)
    throw badInput(`${path}.id`, "must be the id of a question of the event; omit it for a new one");
  if (known && (known.kind !== given.kind || known.scope !== given.scope))
    throw badInput(`${path}.id`, `is of a question of kind ${known.kind} per ${known.scope}: omit it for another kind`);
  const options = given.options.map(({ id, label }, index) => {
    if (id !== undefined && !known?.options.some((one) => one.id === id))
      throw badInput(
        `${path}.options.${index}.id`,
        "must be the id of an option of the question; omit it for a new one",
      );
    return { id: id ?? uuid(), label };
  });
  return { ...given, id: given.id ?? uuid(), options };
}

/** @throws GraphQLError BAD_USER_INPUT */
async function checkTiers(tx: Tx, eventId: string, questions: GivenQuestion[]): Promise<void> {
  if (questions.every(({ priceTiers }) => priceTiers.length === 0)) return;
  const names = new Set((await tx.find(PriceTierEntity, { eventId })).map(({ name }) => name));
  questions.forEach(({ priceTiers }, index) => {
    const unknown = priceTiers.findIndex((name) => !names.has(name));
    if (unknown >= 0)
      throw badInput(`input.questions.${index}.priceTiers.${unknown}`, "must be the name of a price tier of the event");
  });
}
