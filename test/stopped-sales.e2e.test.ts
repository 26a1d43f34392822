// Stopped sales: paused by managers or platform staff, ended, or never begun.
import { randomUUID } from "node:crypto";
import { type Client, type Data } from "../local/client.ts";
import {
  createEvent,
  holdSeats,
  openShow,
  payOrder,
  placeOrder,
  publishEvent,
  readOrder,
  signInAsStaff,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

const STAFF_ID = randomUUID();
let supergraph: TestSupergraph;
let buyer: Person;
let staff: Client;
beforeAll(async () => {
  supergraph = await startSupergraph({ PLATFORM_STAFF: STAFF_ID });
  buyer = await signUp(supergraph.client);
  staff = (await signInAsStaff(supergraph, STAFF_ID)).client;
});
afterAll(() => supergraph.stop());

const TIERS = [{ name: "All", price: { amount: 1_000, currency: "EUR" }, sections: ["Parkett", "Floor"] }];

const change = async (client: Client, field: string, input: string, fields = ""): Promise<Data> =>
  (await client.ask(`mutation { result: ${field}(${input}) { __typename ${fields} ... on Error { message } } }`))
    .result;
const sales = (client: Client, field: "pauseSales" | "resumeSales", { eventId }: Show) =>
  change(client, field, `eventId: "${eventId}"`, "... on Event { status }");

/** Stops sales while a buyer has a hold and an unpaid order, checks what still works, and starts sales again. */
async function expectStopped(show: Show, way: { stop(): Promise<unknown>; start(): Promise<unknown> }): Promise<void> {
  const { eventId, owner } = show;
  const held = await holdSeats(buyer.client, eventId, [show.seats[0].id]);
  const ordered = await placeOrder(buyer.client, (await holdSeats(buyer.client, eventId, [show.seats[1].id])).id);
  const wanted = () =>
    change(
      buyer.client,
      "holdSeats",
      `input: { eventId: "${eventId}", seatIds: ["${show.seats[2].id}"], idempotencyKey: "${randomUUID()}" }`,
    );
  await way.stop();
  await supergraph.settle();
  expect((await wanted()).__typename).toBe("EventNotOnSale");
  const order = `input: { holdId: "${held.id}", idempotencyKey: "${randomUUID()}" }`;
  expect((await change(buyer.client, "placeOrder", order)).__typename).toBe("HoldNotActive");
  expect(await payOrder(buyer.client, ordered.id)).toMatchObject({ __typename: "Payment" });
  await supergraph.settle();
  const paid = await readOrder(buyer.client, ordered.id);
  expect(paid.status).toBe("CONFIRMED");
  // Not even the owner can start them again.
  expect((await sales(owner.client, "resumeSales", show)).__typename).toBe("SalesNotPausable");
  const { order: own } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { tickets { code } } }`, {
    id: ordered.id,
  });
  expect((await change(owner.client, "checkIn", `code: "${own.tickets[0].code}"`)).__typename).toBe("Ticket");
  await way.start();
  await supergraph.settle();
  expect((await wanted()).__typename).toBe("Hold");
}

test("sales that platform staff pause stay paused until they resume them, and existing orders are paid for and let in", async () => {
  const show = await openShow(supergraph.client);
  const stranger = await signUp(supergraph.client);
  const { errors } = await stranger.client.send(`mutation { pauseSales(eventId: "${show.eventId}") { __typename } }`);
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  await expectStopped(show, {
    stop: async () =>
      expect(await sales(staff, "pauseSales", show)).toEqual({ __typename: "Event", status: "SALES_PAUSED" }),
    start: async () =>
      expect(await sales(staff, "resumeSales", show)).toEqual({ __typename: "Event", status: "ON_SALE" }),
  });
});

test("a suspended organization sells nothing, and its managers resume the sales once it may", async () => {
  const show = await openShow(supergraph.client);
  const id = `organizationId: "${show.organizationId}"`;
  const status = "... on Organization { status }";
  await expectStopped(show, {
    stop: async () =>
      expect(await change(staff, "suspendOrganization", `${id}, reason: "fraud"`, status)).toMatchObject({
        status: "SUSPENDED",
      }),
    start: async () => {
      expect(await change(staff, "resumeOrganization", id, status)).toMatchObject({ status: "ACTIVE" });
      await supergraph.settle();
      expect(await sales(show.owner.client, "resumeSales", show)).toMatchObject({ status: "ON_SALE" });
    },
  });
});

test("paused sales hold nothing until they are resumed, and a published event is published again as if now", async () => {
  const paused = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const change = async (verb: string) =>
    (
      await paused.owner.client.ask(
        `mutation ($id: ID!) { ${verb}(eventId: $id) { __typename ... on Event { status } } }`,
        { id: paused.eventId },
      )
    )[verb];
  const held = await holdSeats(buyer.client, paused.eventId, [paused.seats[2].id]);
  expect(await change("publishEvent")).toEqual({ __typename: "Event", status: "ON_SALE" });
  expect(await change("pauseSales")).toEqual({ __typename: "Event", status: "SALES_PAUSED" });
  expect((await holdSeats(buyer.client, paused.eventId, [paused.seats[3].id])).__typename).toBe("EventNotOnSale");
  expect((await placeOrder(buyer.client, held.id)).__typename).toBe("HoldNotActive");
  expect(await change("publishEvent")).toEqual({ __typename: "EventNotPublishable" });
  expect(await change("resumeSales")).toEqual({ __typename: "Event", status: "ON_SALE" });
  expect((await placeOrder(buyer.client, held.id)).__typename).toBe("Order");
});

test("an id in capitals is the same id, also in changes of a sale", async () => {
  const { owner, eventId } = await openShow(supergraph.client);
  const as = async (client: Client, field: string) =>
    (await change(client, field, `eventId: "${eventId.toUpperCase()}"`, "... on Event { id status }")) as unknown;
  for (const client of [staff, owner.client]) {
    expect(await as(client, "pauseSales")).toEqual({ __typename: "Event", id: eventId, status: "SALES_PAUSED" });
    expect(await as(client, "resumeSales")).toEqual({ __typename: "Event", id: eventId, status: "ON_SALE" });
  }
  expect(await as(owner.client, "publishEvent")).toEqual({ __typename: "Event", id: eventId, status: "ON_SALE" });
});

test("a draft has no sales to pause", async () => {
  const show = await openShow(supergraph.client);
  const draft = await createEvent(show.owner.client, show.organizationId, show.venueId, TIERS);
  const { pauseSales } = await show.owner.client.ask(
    `mutation ($id: ID!) { pauseSales(eventId: $id) { __typename } }`,
    { id: draft },
  );
  expect(pauseSales).toEqual({ __typename: "SalesNotPausable" });
});

test("an event that is over has ended by itself, sells nothing and can't be cancelled", async () => {
  const over = await openShow(supergraph.client, {
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    endsAt: new Date(Date.now() + 7_200_000).toISOString(),
  });
  const buyer = await signUp(supergraph.client);
  await supergraph.advance(7_300);
  expect(await supergraph.client().ask(`query ($id: ID!) { event(id: $id) { status } }`, { id: over.eventId })).toEqual(
    { event: { status: "ENDED" } },
  );
  expect((await holdSeats(buyer.client, over.eventId, [over.seats[2].id])).__typename).toBe("EventNotOnSale");
  const { cancelEvent } = await over.owner.client.ask(
    `mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "late") { __typename } }`,
    { id: over.eventId },
  );
  expect(cancelEvent.__typename).toBe("EventNotCancellable");
  await supergraph.advance(0);
});

describe("what was never on sale", () => {
  let show: Show;
  beforeAll(async () => {
    show = await openShow(supergraph.client);
  });

  const draft = (name: string, rest: Record<string, unknown> = {}): Promise<string> =>
    createEvent(show.owner.client, show.organizationId, show.venueId, TIERS, { name, ...rest });
  const cancel = (id: string) =>
    show.owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "a slip") { __typename } }`, { id });
  const remove = (id: string, key: string = randomUUID()) =>
    show.owner.client.ask(
      `mutation ($id: ID!, $k: String!) { deleteEvent(eventId: $id, idempotencyKey: $k) { __typename ... on DeletedEvent { id } } }`,
      { id, k: key },
    );
  const seen = `query ($id: ID!, $o: ID!, $f: EventFilter) { event(id: $id) { id priceTiers { price { amount } } } events(filter: $f) { totalCount } organization(id: $o) { events(first: 100) { nodes { id } } } }`;

  test("is seen by members alone, also once it is cancelled", async () => {
    const { createSeries: series } = await show.owner.client.ask(
      `mutation ($i: CreateSeriesInput!) { createSeries(input: $i) { ... on Series { id } } }`,
      { i: { organizationId: show.organizationId, name: "Drafts", idempotencyKey: randomUUID() } },
    );
    const word = `Slip${Date.now()}`;
    const id = await draft(word, { seriesId: series.id });
    await cancel(id);
    const variables = { id, o: show.organizationId, f: { status: "CANCELLED", text: word } };
    const dates = `query ($id: ID!) { series(id: $id) { events { totalCount } } }`;
    for (const client of [supergraph.client(), (await signUp(supergraph.client)).client]) {
      const answer = await client.ask(seen, variables);
      expect([answer.event, answer.events.totalCount]).toEqual([null, 0]);
      expect(answer.organization.events.nodes.map((node: Data) => node.id)).not.toContain(id);
      expect((await client.ask(dates, { id: series.id })).series.events.totalCount).toBe(0);
    }
    const own = await show.owner.client.ask(seen, variables);
    expect([own.event.id, own.events.totalCount]).toEqual([id, 1]);
    expect((await show.owner.client.ask(dates, { id: series.id })).series.events.totalCount).toBe(1);
    const wasOnSale = await draft(word);
    await publishEvent(show.owner.client, wasOnSale);
    await cancel(wasOnSale);
    const found = await supergraph
      .client()
      .ask(`query ($f: EventFilter) { events(filter: $f) { nodes { id } } }`, { f: variables.f });
    expect(found.events.nodes).toEqual([{ id: wasOnSale }]);
  });

  test("is deleted, once a key, by its managers", async () => {
    const [id, cancelled] = [await draft("Away"), await draft("Away")];
    await cancel(cancelled);
    const stranger = await signUp(supergraph.client);
    const asked = { id, k: randomUUID() };
    expect(
      await stranger.client.ask(
        `mutation ($id: ID!, $k: String!) { deleteEvent(eventId: $id, idempotencyKey: $k) { __typename } }`,
        asked,
      ),
    ).toEqual({ deleteEvent: { __typename: "NotFound" } });
    const key = randomUUID();
    for (const _ of ["first", "again"])
      expect(await remove(id, key)).toEqual({ deleteEvent: { __typename: "DeletedEvent", id } });
    expect(await remove(cancelled, key)).toEqual({ deleteEvent: { __typename: "IdempotencyKeyReused" } });
    expect(await remove(cancelled)).toEqual({ deleteEvent: { __typename: "DeletedEvent", id: cancelled } });
    expect(await remove(id)).toEqual({ deleteEvent: { __typename: "NotFound" } });
    expect(await remove("nonsense")).toEqual({ deleteEvent: { __typename: "NotFound" } });
    expect(await remove(show.eventId)).toEqual({ deleteEvent: { __typename: "EventNotDeletable" } });
    const gone = { id, o: show.organizationId, f: {} };
    expect((await show.owner.client.ask(seen, gone)).event).toBeNull();
  });

  test("is either published or deleted, if both are asked for at once", async () => {
    for (const _ of [1, 2, 3]) {
      const id = await draft("Race");
      const [deleted, published] = await Promise.all([
        remove(id),
        show.owner.client.ask(`mutation ($id: ID!) { publishEvent(eventId: $id) { __typename } }`, { id }),
      ]);
      expect([
        ["DeletedEvent", "NotFound"],
        ["EventNotDeletable", "Event"],
      ]).toContainEqual([deleted.deleteEvent.__typename, published.publishEvent.__typename]);
      const { event } = await show.owner.client.ask(seen, { id, o: show.organizationId, f: {} });
      expect(event === null).toBe(deleted.deleteEvent.__typename === "DeletedEvent");
    }
  });

  test("begins in a year that calendars have, and an older slip breaks no list", async () => {
    const refused = async (startsAt: string) =>
      (
        await show.owner.client.send(`mutation ($i: CreateEventInput!) { createEvent(input: $i) { __typename } }`, {
          i: {
            organizationId: show.organizationId,
            venueId: randomUUID(),
            name: "Odd",
            category: "OTHER",
            startsAt,
            idempotencyKey: randomUUID(),
            priceTiers: TIERS,
          },
        })
      ).errors?.[0]?.extensions.code;
    for (const startsAt of [
      "0000-06-01T00:00:00Z",
      "0099-06-01T00:00:00Z",
      "9999-12-31T23:59:59-12:00",
      "3000-01-01T00:00:00Z",
    ])
      expect([startsAt, await refused(startsAt)]).toEqual([startsAt, "BAD_USER_INPUT"]);
    const id = await draft("Odd");
    for (const at of ["0001-06-01 00:00:00+00 BC", "0099-06-01 00:00:00+00", "10000-01-01 00:00:00+00"]) {
      await supergraph.query("catalog", `update event set starts_at = $2::timestamptz where id = $1`, [id, at]);
      const answer = await show.owner.client.ask(
        `query ($o: ID!) { organization(id: $o) { events(first: 100) { nodes { id startsAt } } } }`,
        { o: show.organizationId },
      );
      const { startsAt } = answer.organization.events.nodes.find((node: Data) => node.id === id);
      expect(startsAt).toMatch(/^(1970-01-01|9999-12-31)T/);
    }
    await remove(id);
  });
});
