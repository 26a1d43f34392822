// An organizer moves an event to another date and offers refunds; a letter says so, and the buyer takes the money.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { inDays } from "../../../local/fixtures.ts";
import { until } from "../../../testkit/until.ts";
import { ANSWER } from "../actors.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { actorOf, type Cast } from "./cast.ts";

const TOLD_WITHIN_MS = 30_000;

export async function reschedule(cast: Cast, orderId: string): Promise<void> {
  const { show, history } = cast.world;
  const { client } = actorOf(cast, show.owner);
  const [startsAt, refundUntil] = [inDays(37), inDays(20)];
  const isMoved = async () => {
    const { data }: Data = await client
      .send(`query ($id: ID!) { event(id: $id) { version startsAt } }`, { id: show.eventId })
      .catch(() => ({}));
    if (!data?.event) return false;
    if (Date.parse(data.event.startsAt as string) === Date.parse(startsAt)) return true;
    const input = { eventId: show.eventId, expectedVersion: data.event.version, startsAt, refundUntil };
    await client
      .send(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`, { input })
      .catch(() => undefined);
    return false;
  };
  await until(isMoved, "the event is moved", REST_WITHIN_MS);
  history.moved.push(orderId);
  const buyer = actorOf(cast, cast.buyer);
  const isTold = async () => {
    const { data }: Data = await buyer.client
      .send(`query ($id: ID!) { order(id: $id) { letters { kind status } } }`, { id: orderId })
      .catch(() => ({}));
    return ((data?.order?.letters ?? []) as Data[]).some(
      ({ kind, status }) => kind === "EVENT_CHANGED" && status !== "PENDING",
    );
  };
  // A person without valid tickets gets no letter, so the answer is sent after the mail. The checks find a missing letter.
  const told = until(isTold, "the letter is sent", TOLD_WITHIN_MS);
  if (!(await told.then(() => true).catch(() => false))) return;
  const input = { orderId, answer: "REFUND" };
  await buyer.certain({ operation: "answer", query: ANSWER, field: "answerRefundOffer", input, key: randomUUID() });
}
