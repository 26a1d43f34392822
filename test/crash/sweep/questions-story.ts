// An event asks its buyers two questions. A buyer orders without an answer, is refused, orders with one, and answers the other question later.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { holdSeats } from "../../../local/fixtures.ts";
import { until } from "../../../testkit/until.ts";
import { HOLD_SEATS, PAY, PLACE } from "../actors.ts";
import { actorOf, type Cast } from "./cast.ts";

const SET = `mutation ($input: SetEventQuestionsInput!) { setEventQuestions(input: $input) {
  __typename ... on Event { questions { id } } } }`;
const ANSWER = `mutation ($input: AnswerQuestionsInput!) { answerQuestions(input: $input) { __typename ... on Order { id } } }`;
const QUESTIONS = [
  { scope: "ORDER", kind: "SHORT_TEXT", text: "How did you hear of us?", isRequired: true },
  { scope: "ORDER", kind: "SHORT_TEXT", text: "When do you arrive?" },
];

/** IDs of the questions. */
export interface Asked {
  required: string;
  optional: string;
}

/** Resolves once orders knows the questions. */
export async function askBuyers({ world: { show }, buyer }: Cast): Promise<Asked> {
  const { client } = show.owner;
  const { eventId } = show;
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  const input = { eventId, expectedVersion: event.version, questions: QUESTIONS, idempotencyKey: randomUUID() };
  const { setEventQuestions } = await client.ask(SET, { input });
  const hold = await holdSeats(buyer.client, eventId, [String(show.seats[9]!.id)]);
  await until(async () => {
    const place = { holdId: hold.id, idempotencyKey: randomUUID() };
    const { data }: Data = await buyer.client.send(PLACE, { input: place });
    return data?.placeOrder?.__typename === "AnswersRefused";
  }, "orders knows the questions");
  await buyer.client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: hold.id });
  const [required, optional] = (setEventQuestions.questions as Data[]).map(({ id }) => id as string) as [
    string,
    string,
  ];
  return { required, optional };
}

export async function orderWithAnswers(cast: Cast, { required, optional }: Asked): Promise<void> {
  const { show } = cast.world;
  const actor = actorOf(cast, cast.buyer);
  const seatIds = show.seats.slice(3, 5).map(({ id }: Data) => String(id));
  const hold = { eventId: show.eventId, seatIds };
  const key = randomUUID();
  const held = await actor.certain({ operation: "hold", query: HOLD_SEATS, field: "holdSeats", input: hold, key });
  if (held?.__typename !== "Hold") return;
  const place = (answers?: Data[]) => {
    const input = { holdId: held.id, ...(answers && { answers }) };
    return actor.certain({ operation: "place", query: PLACE, field: "placeOrder", input, key: randomUUID() });
  };
  const refused = await place();
  if (refused && refused.__typename !== "AnswersRefused") throw new Error("The order was placed without an answer.");
  const order = await place([{ questionId: required, text: "A friend" }]);
  if (order?.__typename !== "Order") return;
  const input = { orderId: order.id, paymentMethod: "pm_card_visa" };
  await actor.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  await actor.untilSettled(order.id as string);
  const later = { orderId: order.id, answers: [{ questionId: optional, text: "At seven" }] };
  await actor.certain({
    ...{ operation: "answers", query: ANSWER, field: "answerQuestions" },
    ...{ input: later, key: randomUUID(), hasNoKey: true },
  });
}
