// An event asks its buyers a question. A buyer orders without an answer, is refused, and orders with one.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { holdSeats } from "../../../local/fixtures.ts";
import { until } from "../../../testkit/until.ts";
import { HOLD_SEATS, PAY, PLACE } from "../actors.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { actorOf, type Cast } from "./cast.ts";

const SET = `mutation ($input: SetEventQuestionsInput!) { setEventQuestions(input: $input) {
  __typename ... on Event { questions { id } } } }`;
const QUESTION = { scope: "ORDER", kind: "SHORT_TEXT", text: "How did you hear of us?", isRequired: true };

/** @returns ID of the question, once orders knows it */
export async function askBuyers({ world: { show }, buyer }: Cast): Promise<string> {
  const { client } = show.owner;
  const { eventId } = show;
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  const input = { eventId, expectedVersion: event.version, questions: [QUESTION], idempotencyKey: randomUUID() };
  const { setEventQuestions } = await client.ask(SET, { input });
  const hold = await holdSeats(buyer.client, eventId, [String(show.seats[9]!.id)]);
  await until(async () => {
    const place = { holdId: hold.id, idempotencyKey: randomUUID() };
    const { data }: Data = await buyer.client.send(PLACE, { input: place });
    return data?.placeOrder?.__typename === "AnswersRefused";
  }, "orders knows the question");
  await buyer.client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: hold.id });
  return setEventQuestions.questions[0].id as string;
}

export async function orderWithAnswers(cast: Cast, questionId: string): Promise<void> {
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
  const order = await place([{ questionId, text: "A friend" }]);
  if (order?.__typename !== "Order") return;
  const input = { orderId: order.id, paymentMethod: "pm_card_visa" };
  await actor.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  await actor.untilSettled(order.id as string);
  await changeAnswer(cast, order.id as string, questionId);
}

const CHANGE = `mutation ($i: AnswerQuestionsInput!) { answerQuestions(input: $i) { __typename } }`;

/** To the same answer, until it is taken. */
async function changeAnswer({ buyer }: Cast, orderId: string, questionId: string): Promise<void> {
  const input = { orderId, answers: [{ questionId, text: "A friend" }] };
  await until(
    async () => {
      const { data }: Data = await buyer.client.send(CHANGE, { i: input }).catch(() => ({}));
      return data?.answerQuestions?.__typename === "Order";
    },
    "the answer is taken",
    REST_WITHIN_MS,
  );
}
