// One buyer orders seats of two events together: one order is left to expire, one is paid for, and then one of its events is cancelled.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { allSeats, createEvent, publishEvent } from "../../../local/fixtures.ts";
import { until } from "../../../testkit/until.ts";
import { HOLD_SEATS, PAY, PLACE } from "../actors.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { actorOf, type Cast } from "./cast.ts";

const CANCEL = `mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "Storm.") { __typename } }`;

/** @returns the other event of the organization */
export async function openMatinee({ world: { show } }: Cast): Promise<string> {
  const { client } = show.owner;
  const tiers = [{ name: "All", price: { amount: 2000, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  const eventId = await createEvent(client, show.organizationId, show.venueId, tiers);
  await publishEvent(client, eventId);
  return eventId;
}

async function orderBoth(cast: Cast, matineeId: string, firstSeat: number): Promise<string> {
  const actor = actorOf(cast, cast.buyer);
  const { show } = cast.world;
  const matinee = await allSeats(actor.client, matineeId);
  const holdIds: string[] = [];
  for (const [eventId, seats] of [[matineeId, matinee] as const, [show.eventId, show.seats] as const]) {
    const seatIds = seats.slice(firstSeat, firstSeat + 2).map(({ id }) => String(id));
    const input = { eventId, seatIds };
    const key = randomUUID();
    const held = await actor.certain({ operation: "hold", query: HOLD_SEATS, field: "holdSeats", input, key });
    if (held?.__typename !== "Hold") throw new Error("The seats were never held.");
    holdIds.push(held.id as string);
  }
  const input = { holdId: holdIds[0], moreHoldIds: holdIds.slice(1) };
  const key = randomUUID();
  const order = await actor.certain({ operation: "place", query: PLACE, field: "placeOrder", input, key });
  if (order?.__typename !== "Order") throw new Error("The order was never placed.");
  return order.id as string;
}

export async function orderSeveralEvents(cast: Cast, matineeId: string): Promise<void> {
  const { history, show } = cast.world;
  const buyer = actorOf(cast, cast.buyer);
  const unpaid = await orderBoth(cast, matineeId, 3);
  const orderId = await orderBoth(cast, matineeId, 6);
  const input = { orderId, paymentMethod: "pm_card_visa" };
  await buyer.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  if ((await buyer.untilSettled(orderId)) !== "CONFIRMED") return;
  await buyer.untilSettled(unpaid);
  const owner = actorOf(cast, show.owner);
  const isCancelled = async () => {
    await owner.client.send(CANCEL, { id: matineeId }).catch(() => undefined);
    const { data }: Data = await owner.client
      .send(`query ($id: ID!) { event(id: $id) { status } }`, { id: matineeId })
      .catch(() => ({}));
    return data?.event?.status === "CANCELLED";
  };
  await until(isCancelled, "the event is cancelled", REST_WITHIN_MS);
  history.cancelled.push({ orderId, eventId: matineeId });
  const isRefunded = async () => (await buyer.read(orderId)) === "PARTIALLY_REFUNDED";
  // The checks find what is not refunded.
  await until(isRefunded, "its tickets are refunded", 15_000).catch(() => {});
}
