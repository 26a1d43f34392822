// One purchase, one refund, one expiry: each from its beginning to its end, by people who repeat what was not answered.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../dev/client.ts";
import { until } from "../../../dev/until.ts";
import { Actor, HOLD_SEATS, PAY, PLACE, REFUND, type World } from "../actors.ts";
import { createRandom } from "../../../dev/random.ts";
import type { Person } from "../../../dev/scenes.ts";

export interface Cast {
  world: World;
  buyer: Person;
  /** Whether every request is sent once more when it was answered. */
  repeats?: boolean;
}

/** What happens before the message that is to be stopped, and what then. */
export interface Story {
  prepare(cast: Cast): Promise<unknown>;
  tell(cast: Cast, prepared: never): Promise<void>;
}

const actorOf = ({ world, repeats }: Cast, person: Person) =>
  new Actor(world, person, createRandom(1), repeats ? 1 : 0);

async function place(cast: Cast): Promise<string | undefined> {
  const { show } = cast.world;
  const actor = actorOf(cast, cast.buyer);
  const seatIds = show.seats.slice(3, 5).map(({ id }: Data) => String(id));
  const hold = await actor.certain({
    operation: "hold",
    query: HOLD_SEATS,
    field: "holdSeats",
    input: { eventId: show.eventId, seatIds },
    key: randomUUID(),
  });
  if (hold?.__typename !== "Hold") return undefined;
  const order = await actor.certain({
    operation: "place",
    query: PLACE,
    field: "placeOrder",
    input: { holdId: hold.id },
    key: randomUUID(),
  });
  return order?.__typename === "Order" ? (order.id as string) : undefined;
}

async function purchase(cast: Cast, paymentMethod = "pm_card_visa"): Promise<string> {
  const actor = actorOf(cast, cast.buyer);
  const orderId = await place(cast);
  if (orderId === undefined) throw new Error("The order was never placed.");
  const input = { orderId, paymentMethod };
  await actor.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  await actor.untilSettled(orderId);
  return orderId;
}

async function refund(cast: Cast, orderId: string, tickets?: number): Promise<void> {
  const actor = actorOf(cast, cast.world.show.owner);
  const { order }: Data = await actor.client.ask(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, {
    id: orderId,
  });
  const ticketIds = (order.tickets as Data[]).slice(0, tickets).map(({ id }) => id as string);
  const input = { orderId, ticketIds, reason: "Changed plans" };
  await actor.certain({ operation: "refund", query: REFUND, field: "refundOrder", input, key: randomUUID() });
  await until(async () => {
    const answer = await actor.client
      .send(`query ($id: ID!) { order(id: $id) { payments { status } } }`, { id: orderId })
      .catch(() => undefined);
    return (answer?.data?.order?.payments as Data[] | null)?.some(({ status }) => status.endsWith("REFUNDED")) ?? false;
  }, "the money is back").catch(() => {});
}

export const SWEPT = ["purchase", "refund", "expiry"];

export const STORIES: Record<string, Story> = {
  purchase: { prepare: async () => undefined, tell: async (cast) => void (await purchase(cast)) },
  fraud: { prepare: async () => undefined, tell: async (cast) => void (await purchase(cast, "pm_card_fraud")) },
  twice: {
    prepare: async () => undefined,
    tell: async (cast) => void (await purchase({ ...cast, repeats: true })),
  },
  "partial refund": {
    prepare: (cast) => purchase(cast),
    tell: (cast, orderId: string) => refund(cast, orderId, 1),
  },
  refund: { prepare: (cast) => purchase(cast), tell: (cast, orderId: string) => refund(cast, orderId) },
  expiry: {
    prepare: async () => undefined,
    tell: async (cast) => {
      const orderId = await place(cast);
      if (orderId !== undefined) await actorOf(cast, cast.buyer).untilSettled(orderId);
    },
  },
};
