// Events with several prices, and what buyers and organizers ask about them.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { allSeats, createEvent, openShow, publishEvent, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

export let supergraph: TestSupergraph;
export let show: Show;
export let owner: Client;
export let buyer: Person;

/** A worker loads this module once for all of its test files, so each starts a system of its own. */
export async function start(): Promise<void> {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  owner = show.owner.client;
  buyer = await signUp(supergraph.client);
}

export const stop = () => supergraph.stop();

export const euro = (amount: number) => ({ amount, currency: "EUR" });
export const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
export const [HOUR, DAY] = [3_600, 86_400];

export const CHILD = { name: "Child", price: euro(2_000), onlyWith: ["Adult"], mostForEach: 2 };
export const MEMBER = { name: "Member", price: euro(3_000), needsCode: true, mostPerHold: 1 };
export const WHEELCHAIR = { name: "Wheelchair place", price: euro(2_500), wheelchairPlacesOnly: true };
export const COMPANION = { name: "Companion", price: euro(0), onlyWith: ["Wheelchair place"], mostForEach: 1 };
export const stalls = (rest: object = {}) => ({ name: "Stalls", price: euro(4_500), sections: ["Parkett"], ...rest });
export const floor = { name: "Floor", price: euro(2_500), sections: ["Floor"] };
export const FAMILY = [stalls({ standardName: "Adult", prices: [CHILD, MEMBER, WHEELCHAIR, COMPANION] }), floor];

export interface Sale {
  id: string;
  seats: Data[];
}

export async function onSale(tiers: object[], rest: Record<string, unknown> = {}): Promise<Sale> {
  const id = await createEvent(owner, show.organizationId, show.venueId, tiers as never, rest);
  await publishEvent(owner, id);
  return { id, seats: await allSeats(owner, id) };
}

export const HELD = `... on Hold { id promoCode total { amount } items { priceName price { amount } seat { id } } } ... on PriceNotUsable { refusal priceName } ... on TotalChanged { total { amount currency } } ... on PromoCodeNotUsable { reason }`;
export const ask = async (client: Client, mutation: string, type: string, input: object, fields = ""): Promise<Data> =>
  (
    await client.ask(
      `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename ... on Error { message } ${fields} } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    )
  ).result;

/** Holds seats by their index, each at a price. */
export const hold = (
  { id, seats }: Sale,
  chosen: [number, string | null][],
  rest: object = {},
  client = buyer.client,
) =>
  ask(
    client,
    "holdSeats",
    "HoldSeatsInput",
    {
      eventId: id,
      seatIds: chosen.map(([index]) => seats[index]!.id),
      prices: chosen.flatMap(([index, price]) => (price === null ? [] : [{ seatId: seats[index]!.id, price }])),
      ...rest,
    },
    HELD,
  );
export const best = (sale: Sale, quantity: number, prices: object[], rest: object = {}) =>
  ask(
    buyer.client,
    "holdBestAvailable",
    "HoldBestAvailableInput",
    { eventId: sale.id, quantity, prices, ...rest },
    HELD,
  );
/** Chooses prices for seats of a hold by their index. */
export const choose = (
  { seats }: Sale,
  holdId: string,
  chosen: [number, string][],
  rest: object = {},
  client = buyer.client,
) =>
  ask(
    client,
    "chooseHoldPrices",
    "ChooseHoldPricesInput",
    {
      idempotencyKey: undefined,
      holdId,
      prices: chosen.map(([index, price]) => ({ seatId: seats[index]!.id, price })),
      ...rest,
    },
    HELD,
  );
export const release = (holdId: string) =>
  buyer.client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: holdId });
export const read = async (client: Client, id: string, fields: string): Promise<Data> =>
  (await client.ask(`query ($id: ID!) { event(id: $id) { ${fields} } }`, { id })).event;
export const setPrices = async (client: Client, eventId: string, tiers: object[], rest: object = {}): Promise<Data> => {
  const { version } = await read(client, eventId, "version");
  return ask(client, "setPrices", "SetPricesInput", { eventId, expectedVersion: version, tiers, ...rest });
};
export const pricesNow = async (id: string): Promise<Data[]> =>
  (
    await read(
      supergraph.client(),
      id,
      `availability { tiers { priceTier { name price { amount } } prices { name standard price { amount } phase left status } } }`,
    )
  ).availability.tiers;
