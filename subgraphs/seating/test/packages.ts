// Packages of several events, over HTTP.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { openEvent, organizationId, seating } from "./front-door.ts";

export const manager = { userId: randomUUID(), memberships: { [organizationId]: "MANAGER" } };

export type OpenEvent = Awaited<ReturnType<typeof openEvent>>;

export const PACKAGE = `id name eventsToChoose maxSeats discountPercent discountAmount { amount currency } endsAt seatsUsed
  parts { event { id } left prices { price { amount } priceTier { name price { amount } } } }`;

export const createWith = async (input: Data, viewer: object = manager) =>
  seating.as(
    viewer,
    `mutation ($i: CreatePackageInput!) { createPackage(input: $i) { __typename ... on TicketPackage { ${PACKAGE} } ... on Error { message } } }`,
    { i: { name: "Season", idempotencyKey: randomUUID(), ...input } },
  );

/** Twenty percent off, unless told otherwise. */
export async function create(events: OpenEvent[], rest: Data = {}): Promise<Data> {
  const discount = "discountAmount" in rest ? {} : { discountPercent: 20 };
  const { data, errors } = await createWith({
    events: events.map(({ eventId }) => ({ eventId })),
    ...discount,
    ...rest,
  });
  if (errors) throw new Error(errors[0]!.message);
  return data.createPackage;
}

export const HOLD_PACKAGE = `mutation ($i: HoldPackageInput!) { holdPackage(input: $i) { __typename
  ... on HeldPackage { total { amount } package { id } holds { id status expiresAt extendableUntil promoCode total { amount } event { id } packageHoldIds package { id } items { breakdown { lines { name kind } } } } }
  ... on PackageNotUsable { reason event { id } } ... on SeatsUnavailable { seats { id } } ... on TotalChanged { total { amount } } ... on EventNotOnSale { salesEndAt } ... on Error { message } } }`;

export const holdWith = (viewer: { userId: string }, input: Data) =>
  seating.as(viewer, HOLD_PACKAGE, { i: { idempotencyKey: randomUUID(), ...input } });

export async function holdPackage(buyerId: string, packageId: string, events: Data[], rest: Data = {}): Promise<Data> {
  const { data, errors } = await holdWith({ userId: buyerId }, { packageId, events, ...rest });
  if (errors) throw new Error(errors[0]!.message);
  return data.holdPackage;
}

export const takeSeats = (events: OpenEvent[], count: number) =>
  events.map(({ eventId, seatIds }) => ({ eventId, seatIds: seatIds.splice(0, count) }));

export const CONVERT = `mutation ($all: [HoldsConversionInput!]!) { convertHoldsTogether(conversions: $all) { refusal holdId seats { price promoCode } } }`;
export const convert = async (buyerId: string, holdIds: string[], orderId: string = randomUUID()): Promise<Data> =>
  (await seating.asService("orders", CONVERT, { all: [{ buyerId, holdIds, orderId }] })).convertHoldsTogether[0];

export const CONVERT_ONE = `mutation ($all: [HoldConversionInput!]!) { convertHolds(conversions: $all) { refusal } }`;
export const convertOne = async (buyerId: string, holdId: string): Promise<Data> =>
  (await seating.asService("orders", CONVERT_ONE, { all: [{ buyerId, holdId, orderId: randomUUID() }] }))
    .convertHolds[0];

export const change = async (userId: string, mutation: "releaseHold" | "extendHold", holdId: string): Promise<Data> =>
  (
    await seating.as(
      { userId },
      `mutation ($h: ID!) { ${mutation}(holdId: $h) { __typename ... on Hold { status expiresAt } } }`,
      {
        h: holdId,
      },
    )
  ).data[mutation];

export const idsOf = ({ holds }: Data): string[] => holds.map(({ id }: Data) => id as string);

export const read = async (id: string, viewer: object | null = null): Promise<Data> =>
  (await seating.as(viewer as never, `query ($id: ID!) { ticketPackage(id: $id) { ${PACKAGE} } }`, { id })).data
    .ticketPackage;
