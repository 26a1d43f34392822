// A buyer holds a package three times: it is released, ordered and left to expire, and paid. An order of a part of it is refused.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { allSeats } from "../../../local/fixtures.ts";
import { PAY, PLACE, releaseOf, type Actor } from "../actors.ts";
import { actorOf, type Cast } from "./cast.ts";
import { openMatinee } from "./several-events-story.ts";

const CREATE = `mutation ($input: CreatePackageInput!) { createPackage(input: $input) { __typename ... on TicketPackage { id } ... on Error { message } } }`;
const HOLD = `mutation ($input: HoldPackageInput!) { holdPackage(input: $input) { __typename ... on HeldPackage { holds { id } total { amount } } ... on Error { message } } }`;
const EXTEND = `mutation ($holdId: ID!) { extendHold(holdId: $holdId) { __typename } }`;

export interface Package {
  packageId: string;
  events: { eventId: string; seatIds: string[] }[];
}

export async function openPackage(cast: Cast): Promise<Package> {
  const { show } = cast.world;
  const { client } = show.owner;
  const matineeId = await openMatinee(cast);
  const matinee: Data[] = await allSeats(client, matineeId);
  const idsOf = (seats: Data[]) => seats.map(({ id }) => String(id));
  const events = [
    { eventId: show.eventId, seatIds: idsOf(show.seats) },
    { eventId: matineeId, seatIds: idsOf(matinee) },
  ];
  const named = events.map(({ eventId }) => ({ eventId }));
  const input = { name: "Both", events: named, discountPercent: 20, idempotencyKey: randomUUID() };
  const { createPackage } = await client.ask(CREATE, { input });
  return { packageId: createPackage.id as string, events };
}

/** Two seats at each event. */
async function hold(actor: Actor, of: Package, firstSeat: number): Promise<[string, string]> {
  const events = of.events.map(({ eventId, seatIds }) => ({
    eventId,
    seatIds: seatIds.slice(firstSeat, firstSeat + 2),
  }));
  const input = { packageId: of.packageId, events };
  const asked = { operation: "package", query: HOLD, field: "holdPackage", input } as const;
  const held = await actor.certain({ ...asked, key: randomUUID() });
  if (held?.__typename !== "HeldPackage") throw new Error("The package was never held.");
  return held.holds.map(({ id }: Data) => String(id));
}

async function place(actor: Actor, [holdId, ...moreHoldIds]: string[]): Promise<Data | undefined> {
  const asked = { operation: "place", query: PLACE, field: "placeOrder", input: { holdId, moreHoldIds } } as const;
  return actor.certain({ ...asked, key: randomUUID() });
}

export async function buyPackages(cast: Cast, of: Package): Promise<void> {
  const buyer = actorOf(cast, cast.buyer);
  const [first] = await hold(buyer, of, 3);
  await buyer.client.send(EXTEND, { holdId: first }).catch(() => undefined);
  await buyer.certain(releaseOf(first));
  const unpaid = await place(buyer, await hold(buyer, of, 6));
  const held = await hold(buyer, of, 9);
  // In part: refused.
  await place(buyer, [held[0]]);
  const order = await place(buyer, held);
  if (order?.__typename !== "Order" || unpaid?.__typename !== "Order") return;
  const input = { orderId: order.id, paymentMethod: "pm_card_visa" };
  await buyer.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  await buyer.untilSettled(String(order.id));
  await buyer.untilSettled(String(unpaid.id));
}
