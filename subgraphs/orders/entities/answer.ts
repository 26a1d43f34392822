import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { Questionnaire } from "../../../domain/questions.ts";
import { OrderEntity } from "./order.ts";

/** Content of an answer: one of them, by the kind of the question. */
export type AnswerValue =
  { text: string } | { yes: boolean } | { number: number } | { date: string } | { optionIds: string[] };

/** Position of an answer about the order. */
export const OF_ORDER = -1;

/** Last answer to a question, with the question as it was then. */
export const AnswerEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Answer",
    tableName: "answer",
    properties: {
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id").primary(),
      /** Of the ticket in the order, or OF_ORDER. */
      position: p.integer().primary(),
      questionId: p.uuid().primary(),
      eventId: p.uuid(),
      /** Person who answered. */
      personId: p.uuid(),
      question: p.text(),
      value: p.json<AnswerValue>(),
      /** The answer as people read it. */
      shown: p.text(),
      answeredAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export type Answer = Loaded<typeof AnswerEntity>;

/** An answer that was accepted, before it is stored. */
export type NewAnswer = Omit<Answer, "orderId" | "personId" | "answeredAt">;

/** Questions of an event, from catalog's last message. */
export const EventQuestionnaireEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "EventQuestionnaire",
    tableName: "event_questionnaire",
    properties: {
      eventId: p.uuid().primary(),
      version: p.integer(),
      questionnaire: p.json<Questionnaire>(),
    },
  }),
);
