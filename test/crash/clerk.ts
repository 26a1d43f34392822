// A clerk with a drawer: sells for cash, by terminal and free of charge, gives money back, and exchanges tickets of people who come to the counter.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Data } from "../../local/client.ts";
import { signUp } from "../../local/fixtures.ts";
import type { Random } from "../../testkit/random.ts";
import { Actor, PAY, PLACE, REFUND } from "./actors.ts";
import { payOrNot } from "./buyers.ts";
import { holdAny, type CrowdedWorld } from "./crowd.ts";
import { exchangeSome } from "./exchanges.ts";
import { CLOSE_DRAWER, OPEN_DRAWER, SELL_AT_COUNTER } from "./sweep/counter-story.ts";

const TENDERS = [
  ["CASH", 50],
  ["COMPLIMENTARY", 30],
  ["TERMINAL", 20],
] as const;
type Tender = (typeof TENDERS)[number][0];
/** With more the clerk refunds one, so that there is always something to sell. */
const SOLD_AT_MOST = 3;
const FLOAT = 10_000;
const CLOSING_ATTEMPTS = 5;

interface Sold {
  orderId: string;
  tender: Tender;
}

/** Opens a drawer, serves some people and closes it again, until it is over. */
export async function clerk(world: CrowdedWorld, random: Random): Promise<void> {
  const actor = new Actor(world, world.clerk, random);
  const sold: Sold[] = [];
  while (!world.over.aborted) {
    const drawerId = await openDrawer(world, actor);
    for (let served = 0; served < 8 && !world.over.aborted; served++) {
      await delay(random.below(300));
      if (random.chance(0.25)) await exchangeAtCounter(world, actor, random);
      else if (sold.length > SOLD_AT_MOST) await refundOne(actor, sold, random);
      else sold.push(...(await sell(world, actor, random)));
    }
    if (drawerId !== undefined) await closeDrawer(actor, drawerId, random);
  }
}

async function openDrawer({ show: { organizationId } }: CrowdedWorld, actor: Actor): Promise<string | undefined> {
  const input = { organizationId, currency: "EUR", openingFloat: FLOAT };
  const asked = { operation: "drawer", query: OPEN_DRAWER, field: "openDrawer", input } as const;
  const answer = await actor.certain({ ...asked, key: randomUUID() });
  // Of a request without an answer, or of a closing that came to nothing.
  const open = answer?.__typename === "DrawerAlreadyOpen" ? (answer.drawer as Data | null) : answer;
  return open?.id as string | undefined;
}

async function closeDrawer(actor: Actor, drawerId: string, random: Random): Promise<void> {
  const input = { drawerId, counted: FLOAT };
  for (let attempt = 0; attempt < CLOSING_ATTEMPTS; attempt++) {
    const asked = { operation: "drawer", query: CLOSE_DRAWER, field: "closeDrawer", input } as const;
    const answer = await actor.certain({ ...asked, key: randomUUID() });
    if (answer?.__typename !== "DrawerBusy") return;
    await delay(500 + random.below(1_000));
  }
}

const TERMS: Record<Tender, (total: number) => Record<string, unknown>> = {
  CASH: (expectedTotal) => ({ expectedTotal, given: expectedTotal + 50 }),
  TERMINAL: (expectedTotal) => ({ expectedTotal, reference: randomUUID() }),
  COMPLIMENTARY: () => ({ expectedTotal: 0, reason: "Press" }),
};

/** @returns the order, if it was confirmed */
async function sell({ show, matinee }: CrowdedWorld, actor: Actor, random: Random): Promise<Sold[]> {
  const holds = [await holdAny(actor, { at: show, quantity: 1 + random.below(2), atCounter: true }, random)];
  if (random.chance(0.3)) holds.push(await holdAny(actor, { at: matinee, quantity: 1, atCounter: true }, random));
  const [first, ...more] = holds.flatMap((hold) => hold ?? []);
  if (!first) return [];
  const total = [first, ...more].reduce((all, hold) => all + (hold.total.amount as number), 0);
  const tender = random.weighted(TENDERS);
  const input = {
    ...{ organizationId: show.organizationId, holdId: first.id, tender },
    ...(more.length > 0 && { moreHoldIds: more.map(({ id }) => String(id)) }),
    // Sometimes the customer was told something else.
    ...TERMS[tender](random.chance(0.05) ? total + 1 : total),
  };
  const asked = { operation: "sell", query: SELL_AT_COUNTER, field: "sellAtCounter", input } as const;
  const order = await actor.certain({ ...asked, key: randomUUID() });
  if (order?.__typename !== "Order") return [];
  const orderId = String(order.id);
  return (await actor.untilSettled(orderId)) === "CONFIRMED" ? [{ orderId, tender }] : [];
}

/** All tickets of an order, or one. */
async function refundOne(actor: Actor, sold: Sold[], random: Random): Promise<void> {
  const [{ orderId, tender }] = sold.splice(random.below(sold.length), 1) as [Sold];
  const data = await actor.ask(`query ($id: ID!) { order(id: $id) { tickets { id status } } }`, { id: orderId });
  const live = ((data?.order?.tickets ?? []) as Data[]).filter(({ status }) => status === "VALID");
  const ticketIds = random.chance(0.3) ? live.slice(0, 1).map(({ id }) => String(id)) : undefined;
  const input = {
    ...{ orderId, reason: "Changed plans" },
    ...(ticketIds && ticketIds.length > 0 && { ticketIds }),
    ...(tender === "TERMINAL" && { reference: randomUUID() }),
  };
  await actor.certain({ operation: "refund", query: REFUND, field: "refundOrder", input, key: randomUUID() });
}

/** Somebody who has bought online comes to the counter for other seats, and pays the difference. */
async function exchangeAtCounter(world: CrowdedWorld, actor: Actor, random: Random): Promise<void> {
  const person = await signUp((token) => connectClient(world.url, token), "Customer").catch(() => undefined);
  if (!person) return;
  const customer = new Actor(world, person, random);
  const hold = await holdAny(customer, { at: world.show, quantity: 2 }, random);
  if (!hold) return;
  const placing = { operation: "place", query: PLACE, field: "placeOrder", input: { holdId: hold.id } } as const;
  const order = await customer.certain({ ...placing, key: randomUUID() });
  if (order?.__typename !== "Order") return;
  const orderId = String(order.id);
  const input = { orderId, paymentMethod: "pm_card_visa" };
  await customer.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  if ((await customer.untilSettled(orderId)) !== "CONFIRMED") return;
  const exchanged = await exchangeSome(world, { orderId, by: actor, buyer: customer }, random);
  if (!exchanged) return;
  if (exchanged.due > 0) await payOrNot(customer, exchanged.orderId, random);
  await customer.untilSettled(exchanged.orderId);
}
