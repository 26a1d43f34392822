// Buyers who want the same few seats: they order for one event or two, pay or not, give tickets away and exchange them.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Data } from "../../local/client.ts";
import { signUp } from "../../local/fixtures.ts";
import type { Random } from "../../testkit/random.ts";
import { Actor, ORDER, PAY, PLACE, releaseOf } from "./actors.ts";
import { holdSome, PROMO_CODE, type CrowdedWorld } from "./crowd.ts";
import { exchangeSome, ticketsOf } from "./exchanges.ts";

/** After so many orders a buyer would seem strange to risk, and makes way for another. */
const ORDERS_PER_BUYER = 4;

const CARDS = [
  ["pm_card_visa", 60],
  ["pm_card_timeout", 10],
  ["pm_card_declined", 8],
  ["pm_card_slow", 6],
  ["pm_card_risky", 8],
  ["pm_card_fraud", 4],
  ["pm_card_capture_fails", 4],
] as const;

/** Buys, changes its mind, double-clicks and gives up, until it is over. */
export async function buyer(world: CrowdedWorld, random: Random): Promise<void> {
  let actor: Actor | undefined;
  let orders = 0;
  while (!world.over.aborted) {
    if (!actor || orders >= ORDERS_PER_BUYER) {
      const person = await signUp((token) => connectClient(world.url, token), "Buyer").catch(() => undefined);
      if (!person) {
        await delay(200);
        continue;
      }
      [actor, orders] = [new Actor(world, person, random), 0];
    }
    const orderId = await holdAndPlace(world, actor, random);
    if (!orderId) continue;
    orders += 1;
    await payOrNot(actor, orderId, random);
    if ((await actor.untilSettled(orderId)) !== "CONFIRMED" || world.over.aborted) continue;
    if (random.chance(0.15)) await giveAway(world, actor, orderId, random);
    if (random.chance(0.3) && (await exchangeOne(world, actor, orderId, random))) orders += 1;
  }
}

async function holdAndPlace(world: CrowdedWorld, actor: Actor, random: Random): Promise<string | undefined> {
  const holds = await holdForOrder(world, actor, random);
  if (holds.length === 0) {
    await delay(100 + random.below(400));
    return undefined;
  }
  const [holdId, ...moreHoldIds] = holds.map(({ id }) => String(id)) as [string, ...string[]];
  if (random.chance(0.05)) return undefined; // left to expire
  if (random.chance(0.1)) {
    await actor.once(releaseOf(holdId));
    return undefined;
  }
  const input = { holdId, ...(moreHoldIds.length > 0 && { moreHoldIds }) };
  const request = { operation: "place", query: PLACE, field: "placeOrder", input } as const;
  const clicks = random.chance(0.1) ? 2 : 1;
  const answers = await Promise.all(
    Array.from({ length: clicks }, () => actor.certain({ ...request, key: randomUUID() })),
  );
  return answers.find((answer) => answer?.__typename === "Order")?.id as string | undefined;
}

/** One hold, or one and another of the matinee or the same event. */
async function holdForOrder({ show, matinee }: CrowdedWorld, actor: Actor, random: Random): Promise<Data[]> {
  const promo = random.chance(0.25) ? { promoCode: PROMO_CODE.code } : {};
  const hold = await holdSome(actor, { at: show, quantity: 1 + random.below(3), ...promo }, random);
  if (!hold || !random.chance(0.25)) return hold ? [hold] : [];
  const at = random.chance(0.8) ? matinee : show;
  const more = await holdSome(actor, { at, quantity: 1 + random.below(2) }, random);
  if (!more) return [hold];
  return random.chance(0.5) ? [hold, more] : [more, hold];
}

/** @returns whether there was another order */
async function exchangeOne(world: CrowdedWorld, actor: Actor, orderId: string, random: Random): Promise<boolean> {
  const exchanged = await exchangeSome(world, { orderId, by: actor, buyer: actor }, random);
  if (!exchanged) return false;
  if (exchanged.due > 0) await payOrNot(actor, exchanged.orderId, random);
  await actor.untilSettled(exchanged.orderId);
  return true;
}

/** With a card of any kind, and sometimes twice, or not at all. */
export async function payOrNot(actor: Actor, orderId: string, random: Random): Promise<void> {
  if (random.chance(0.05)) return; // left to expire
  const cancel = () =>
    actor.certain({
      operation: "cancel",
      query: `mutation { cancelOrder(orderId: "${orderId}") { ${ORDER} } }`,
      field: "cancelOrder",
      input: { orderId },
      key: orderId,
    });
  if (random.chance(0.08)) return void (await cancel());
  const pay = (paymentMethod: string) =>
    actor.certain({
      operation: "pay",
      query: PAY,
      field: "payOrder",
      input: { orderId, paymentMethod },
      key: randomUUID(),
    });
  const card = random.weighted(CARDS);
  const clicks = random.chance(0.1) ? 2 : 1;
  const paid = await Promise.all(Array.from({ length: clicks }, () => pay(card)));
  if (random.chance(0.05)) await cancel();
  if (paid.every((payment) => payment?.__typename === "PaymentDeclined") && random.chance(0.7))
    await pay("pm_card_visa");
}

// Its code stands for the offer: the same for each repeat of the request.
const OFFER = `mutation ($input: OfferTicketInput!) { offerTicket(input: $input) { __typename ... on TicketOffer { id: code } ... on Error { message } } }`;
const ACCEPT = `mutation ($input: AcceptTicketOfferInput!) { acceptTicketOffer(input: $input) { __typename ... on Ticket { id } ... on Error { message } } }`;

/** Offers a ticket to a friend, or to two, of whom one gets it. */
async function giveAway(world: CrowdedWorld, actor: Actor, orderId: string, random: Random): Promise<void> {
  const [ticketId] = await ticketsOf(actor, orderId, actor.person.id);
  if (ticketId === undefined) return;
  const offering = { operation: "offer", query: OFFER, field: "offerTicket", input: { ticketId } } as const;
  const offer = await actor.certain({ ...offering, key: randomUUID() });
  if (offer?.__typename !== "TicketOffer") return;
  const first = random.below(world.friends.length);
  const friends = [first, ...(random.chance(0.3) ? [(first + 1) % world.friends.length] : [])];
  const accepting = {
    operation: "accept",
    query: ACCEPT,
    field: "acceptTicketOffer",
    input: { code: offer.id },
  } as const;
  await Promise.all(
    friends.map((friend) =>
      new Actor(world, world.friends[friend]!, random.fork()).certain({ ...accepting, key: randomUUID() }),
    ),
  );
}
