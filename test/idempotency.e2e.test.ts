// A key from one user to one mutation names one answer: however often, however many at once, whatever else is so by then.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import {
  buy,
  holdSeats,
  inDays,
  openShow,
  placeOrder,
  readOrder,
  setMember,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let show: Show;
let buyer: Person;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  buyer = await signUp(supergraph.client);
});
afterAll(() => supergraph.stop());

interface Case {
  client: Client;
  mutation: string;
  inputType: string;
  result: string;
  input: Record<string, unknown>;
  other: Record<string, unknown>;
}

const tiers = [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
const cases: Record<string, () => Promise<Case>> = {
  createOrganization: async () => ({
    client: show.owner.client,
    mutation: "createOrganization",
    inputType: "CreateOrganizationInput",
    result: "Organization",
    input: { name: "One" },
    other: { name: "Two" },
  }),
  inviteMember: async () => ({
    client: show.owner.client,
    mutation: "inviteMember",
    inputType: "InviteMemberInput",
    result: "Invitation",
    input: { organizationId: show.organizationId, email: "guest@example.org", role: "SCANNER" },
    other: { role: "MANAGER" },
  }),
  createVenue: async () => ({
    client: show.owner.client,
    mutation: "createVenue",
    inputType: "CreateVenueInput",
    result: "Venue",
    input: {
      organizationId: show.organizationId,
      name: "V",
      city: "C",
      country: "DE",
      timeZone: "Europe/Berlin",
      sections: [{ name: "A", kind: "GENERAL_ADMISSION", capacity: 1 }],
    },
    other: { name: "W" },
  }),
  createSeries: async () => ({
    client: show.owner.client,
    mutation: "createSeries",
    inputType: "CreateSeriesInput",
    result: "Series",
    input: { organizationId: show.organizationId, name: "S" },
    other: { name: "T" },
  }),
  createEvent: async () => ({
    client: show.owner.client,
    mutation: "createEvent",
    inputType: "CreateEventInput",
    result: "Event",
    input: {
      organizationId: show.organizationId,
      venueId: show.venueId,
      name: "E",
      category: "OTHER",
      startsAt: inDays(9),
      priceTiers: tiers,
    },
    other: { name: "F" },
  }),
  holdSeats: async () => ({
    client: buyer.client,
    mutation: "holdSeats",
    inputType: "HoldSeatsInput",
    result: "Hold",
    input: { eventId: show.eventId, seatIds: [show.seats[2].id] },
    other: { seatIds: [show.seats[3].id] },
  }),
  holdBestAvailable: async () => ({
    client: buyer.client,
    mutation: "holdBestAvailable",
    inputType: "HoldBestAvailableInput",
    result: "Hold",
    input: { eventId: show.eventId, quantity: 1 },
    other: { quantity: 2 },
  }),
  placeOrder: async () => ({
    client: buyer.client,
    mutation: "placeOrder",
    inputType: "PlaceOrderInput",
    result: "Order",
    input: { holdId: (await holdSeats(buyer.client, show.eventId, [show.seats[12].id])).id },
    other: { holdId: randomUUID() },
  }),
  payOrder: async () => ({
    client: buyer.client,
    mutation: "payOrder",
    inputType: "PayOrderInput",
    result: "Payment",
    input: {
      orderId: (await placeOrder(buyer.client, (await holdSeats(buyer.client, show.eventId, [show.seats[13].id])).id))
        .id,
      paymentMethod: "pm_card_visa",
    },
    other: { paymentMethod: "pm_card_declined" },
  }),
  refundOrder: async () => {
    const { order } = await buy(buyer.client, show.eventId, [show.seats[14].id]);
    await supergraph.settle();
    return {
      client: show.owner.client,
      mutation: "refundOrder",
      inputType: "RefundOrderInput",
      result: "Order",
      input: { orderId: order.id, reason: "ill" },
      other: { reason: "well" },
    };
  },
};

test.each(Object.keys(cases))(
  "%s: one key, one answer; with another input it is refused and has no effect",
  async (name) => {
    const { client, mutation, inputType, result, input, other } = await cases[name]!();
    const idempotencyKey = randomUUID();
    const ask = async (more: Record<string, unknown> = {}): Promise<Data> =>
      (
        await client.ask(
          `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { __typename ... on ${result} { id } ... on Error { message } } }`,
          { input: { ...input, idempotencyKey, ...more } },
        )
      )[mutation];
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(answers[0]!.__typename).toBe(result);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await ask(other)).__typename).toBe("IdempotencyKeyReused");
    expect(await ask()).toEqual(answers[0]);
  },
);

test("checkIn: a repeat with its key is no second scan, also when many come at once", async () => {
  const scanner = await signUp(supergraph.client);
  await setMember(show.owner.client, show.organizationId, scanner.id, "SCANNER");
  const { order } = await buy(buyer.client, show.eventId, [show.seats[15].id]);
  await supergraph.settle();
  const [{ code }] = (await readOrder(buyer.client, order.id)).tickets;
  const scan = async (key: string | null, what = code) =>
    (
      await scanner.client.ask(
        `mutation ($c: String!, $k: String) { checkIn(code: $c, idempotencyKey: $k) { __typename } }`,
        { c: what, k: key },
      )
    ).checkIn.__typename;
  const keys = Array.from({ length: 6 }, () => randomUUID());
  const first = await Promise.all(keys.map((key) => scan(key)));
  expect(first.filter((typename) => typename === "Ticket")).toHaveLength(1);
  expect(first.filter((typename) => typename === "TicketAlreadyUsed")).toHaveLength(5);
  expect(await Promise.all(keys.map((key) => scan(key)))).toEqual(first);
  expect(await scan(null, "T1.nonsense")).toBe("NotFound");
});

test("two users may use the same key, and one user the same key for two mutations", async () => {
  const other = await signUp(supergraph.client);
  const key = "the-same-key";
  const fresh = await openShow(supergraph.client);
  const holds = [
    await holdSeats(buyer.client, fresh.eventId, [fresh.seats[2].id], key),
    await holdSeats(other.client, fresh.eventId, [fresh.seats[3].id], key),
  ];
  expect(new Set(holds.map(({ id }) => id)).size).toBe(2);
  expect((await placeOrder(buyer.client, holds[0].id, { idempotencyKey: key })).__typename).toBe("Order");
});
