// What the crowd wants: a show and another event of the organizer with few seats, prices with a discount, and tickets that may be exchanged.
import { randomUUID } from "node:crypto";
import { connectClient, type Data } from "../../local/client.ts";
import {
  allSeats,
  createEvent,
  createPromoCode,
  openShow,
  publishEvent,
  setMember,
  signUp,
  type Person,
  type Show,
} from "../../local/fixtures.ts";
import type { System } from "../../local/system.ts";
import type { Random } from "../../testkit/random.ts";
import { until } from "../../testkit/until.ts";
import { switchInvoicesOn } from "../invoicing.ts";
import { HOLD_BEST, HOLD_SEATS, type Actor, type World } from "./actors.ts";

export const HOLD_POLICY = {
  holdSeconds: 8,
  maxHoldSeconds: 20,
  avoidSingleSeats: false,
  companionsPerWheelchairPlace: 1,
};
/** Wanted by more than there are. */
export const PROMO_CODE = { code: "CROWD", discountRate: 25_000, maxTickets: 3 };
const MATINEE_PRICE = 2_000;
const EXCHANGE_FEE = 500;
const FRIENDS = 4;
const KNOWN_WITHIN_MS = 120_000;

export interface CrowdedWorld extends World {
  /** Another event of the organization, with all its seats. */
  matinee: Pick<Show, "eventId" | "seats">;
  /** Those who are given tickets. */
  friends: Person[];
  /** A member of the organization who sells at the counter. */
  clerk: Person;
}

export type Crowd = Pick<CrowdedWorld, "show" | "matinee" | "friends" | "clerk">;

export async function openCrowdedShow({ url }: System): Promise<Crowd> {
  const connect = (token?: string) => connectClient(url, token);
  const show = await openShow(connect, { maxSeatsPerBuyer: 20, holdPolicy: HOLD_POLICY });
  const { owner, organizationId } = show;
  await createPromoCode(owner.client, show.eventId, PROMO_CODE);
  await switchInvoicesOn(owner.client, organizationId);
  const matinee = await openMatinee(show);
  for (const eventId of [show.eventId, matinee.eventId]) await allowExchanges(owner, eventId);
  const clerk = await signUp(connect, "Clerk");
  await setMember(owner.client, organizationId, clerk.id, "BOX_OFFICE");
  const friends: Person[] = [];
  for (let count = 0; count < FRIENDS; count++) friends.push(await signUp(connect, "Friend"));
  return { show, matinee, friends, clerk };
}

async function openMatinee({ owner, organizationId, venueId }: Show): Promise<CrowdedWorld["matinee"]> {
  const price = { amount: MATINEE_PRICE, currency: "EUR" };
  const tiers = [{ name: "All", price, sections: ["Parkett", "Floor"] }];
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers, {
    maxSeatsPerBuyer: 20,
    holdPolicy: HOLD_POLICY,
  });
  await publishEvent(owner.client, eventId);
  return { eventId, seats: await allSeats(owner.client, eventId) };
}

async function allowExchanges({ client }: Person, eventId: string): Promise<void> {
  const query = `mutation ($input: SetExchangePolicyInput!) { setExchangePolicy(input: $input) { __typename } }`;
  const input = { eventId, isAllowed: true, fee: EXCHANGE_FEE, otherEvents: true };
  const isAllowed = async () => {
    const { data }: Data = await client.send(query, { input }).catch(() => ({}));
    return data?.setExchangePolicy?.__typename === "Event";
  };
  await until(isAllowed, "orders knows the event", KNOWN_WITHIN_MS);
}

interface Wish {
  at: CrowdedWorld["matinee"];
  quantity: number;
  promoCode?: string;
  atCounter?: true;
}

/** Holds that are tried by those who want any seats. */
const TRIES = 3;

/** Holds some seats, by name or what there is. @returns the hold; undefined if it was refused, or never answered */
export async function holdSome(
  actor: Actor,
  { at, quantity, ...rest }: Wish,
  random: Random,
): Promise<Data | undefined> {
  const { eventId, seats } = at;
  const start = random.below(seats.length - quantity);
  const seatIds = seats.slice(start, start + quantity).map(({ id }: Data) => String(id));
  const asked = random.chance(0.6)
    ? { query: HOLD_SEATS, field: "holdSeats", input: { eventId, ...rest, seatIds } }
    : { query: HOLD_BEST, field: "holdBestAvailable", input: { eventId, ...rest, quantity } };
  const hold = await actor.certain({ operation: "hold", key: randomUUID(), ...asked });
  return hold?.__typename === "Hold" ? hold : undefined;
}

/** The same for a buyer who asks again, for other seats. */
export async function holdAny(actor: Actor, wish: Wish, random: Random): Promise<Data | undefined> {
  let hold: Data | undefined;
  for (let tried = 0; tried < TRIES && !hold; tried++) hold = await holdSome(actor, wish, random);
  return hold;
}
