// A buyer exchanges a ticket and pays the fee, first with a card that is not charged in the end, another one for a cheaper seat of another event,
// and then the first one again.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { allSeats } from "../../../local/fixtures.ts";
import { until } from "../../../testkit/until.ts";
import { HOLD_SEATS, PAY } from "../actors.ts";
import { EXCHANGE } from "../exchanges.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { actorOf, type Cast } from "./cast.ts";
import { openMatinee } from "./several-events-story.ts";

const POLICY = `mutation ($input: SetExchangePolicyInput!) { setExchangePolicy(input: $input) { __typename } }`;

const PRICE = 4_500;
const CHEAPER = 2_000;
const FEE = 500;

export interface ToExchange {
  orderId: string;
  matineeId: string;
}

export async function allowExchanges(cast: Cast, purchase: (cast: Cast) => Promise<string>): Promise<ToExchange> {
  const { show } = cast.world;
  const matineeId = await openMatinee(cast);
  const orderId = await purchase(cast);
  await setPolicy(cast, { eventId: show.eventId, isAllowed: true, fee: FEE, otherEvents: true });
  return { orderId, matineeId };
}

export async function setPolicy(cast: Cast, input: object): Promise<void> {
  await until(async () => {
    const { data }: Data = await cast.world.show.owner.client.send(POLICY, { input }).catch(() => ({}));
    return data?.setExchangePolicy?.__typename === "Event";
  }, "orders knows the event");
}

/** IDs of the tickets of a confirmed order. */
export async function ticketsOf(cast: Cast, orderId: string): Promise<string[]> {
  let tickets: string[] = [];
  await until(
    async () => {
      const { data }: Data = await cast.buyer.client
        .send(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, { id: orderId })
        .catch(() => ({}));
      tickets = ((data?.order?.tickets ?? []) as Data[]).map(({ id }) => id as string);
      return tickets.length > 0;
    },
    "the order's tickets are read",
    REST_WITHIN_MS,
  );
  return tickets;
}

interface Wish {
  ticketId: string;
  eventId: string;
  seatId: string;
  expectedDifference: number;
}

/** Returns the new order; undefined if the tickets stay. */
export async function exchange(
  cast: Cast,
  { ticketId, eventId, seatId, expectedDifference }: Wish,
  paymentMethod = "pm_card_visa",
): Promise<string | undefined> {
  const actor = actorOf(cast, cast.buyer);
  const held = await actor.certain({
    ...{ operation: "hold", query: HOLD_SEATS, field: "holdSeats" },
    ...{ input: { eventId, seatIds: [seatId] }, key: randomUUID() },
  });
  if (held?.__typename !== "Hold") throw new Error("The seat was never held.");
  const order = await actor.certain({
    ...{ operation: "exchange", query: EXCHANGE, field: "exchangeTickets" },
    ...{ input: { ticketIds: [ticketId], holdId: held.id, expectedDifference }, key: randomUUID() },
  });
  if (order?.__typename !== "Order") return undefined;
  const orderId = order.id as string;
  if (expectedDifference > 0) {
    const input = { orderId, paymentMethod };
    await actor.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  }
  return (await actor.untilSettled(orderId)) === "CONFIRMED" ? orderId : undefined;
}

export async function exchangeTickets(cast: Cast, { orderId, matineeId }: ToExchange): Promise<void> {
  const { show } = cast.world;
  const matinee = (await allSeats(cast.buyer.client, matineeId)).map(({ id }) => String(id));
  const [first, second] = (await ticketsOf(cast, orderId)) as [string, string];
  const back = CHEAPER - (PRICE - FEE);
  const upgrade = (seat: number): Wish => ({
    ...{ ticketId: first, eventId: show.eventId, seatId: String(show.seats[seat]!.id), expectedDifference: FEE },
  });
  await exchange(cast, upgrade(15), "pm_card_capture_fails");
  const dear = await exchange(cast, upgrade(12));
  await exchange(cast, { ticketId: second, eventId: matineeId, seatId: matinee[3]!, expectedDifference: back });
  if (dear === undefined) return;
  const [again] = (await ticketsOf(cast, dear)) as [string];
  await exchange(cast, { ticketId: again, eventId: matineeId, seatId: matinee[6]!, expectedDifference: back });
}
