// A part that is away costs what is its own, and no more.
import { randomUUID } from "node:crypto";
import { freePorts } from "../local/servers/ports.ts";
import {
  buy,
  createEvent,
  createOrganization,
  holdSeats,
  openShow,
  openShowUnheard,
  payOrder,
  placeOrder,
  readOrder,
  setMember,
  signIn,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

describe("with a subgraph away", () => {
  let supergraph: TestSupergraph;
  let show: Show;
  let buyer: Person;
  beforeAll(async () => {
    supergraph = await startSupergraph();
    show = await openShow(supergraph.client);
    buyer = await signUp(supergraph.client);
  });
  afterAll(() => supergraph.stop());

  test("its fields are missing, with an error that says so, and the rest is there", async () => {
    const { order } = await buy(buyer.client, show.eventId, [show.seats[3].id]);
    await supergraph.settle();
    await supergraph.pause("risk");
    const answer = await buyer.client.send(`query ($id: ID!) { order(id: $id) { status risk { decision } } }`, {
      id: order.id,
    });
    expect(answer.data).toEqual({ order: { status: "CONFIRMED", risk: null } });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(["UNAVAILABLE"]);
    expect(JSON.stringify(answer.errors)).not.toMatch(/127\.0\.0\.1|localhost|ECONN/);
    await supergraph.resume("risk");
  });

  test("an order waits for risk and is settled when it is back", async () => {
    await supergraph.pause("risk");
    const { order } = await buy(buyer.client, show.eventId, [show.seats[4].id]);
    const feed = buyer.client.subscribe(`subscription ($id: ID!) { orderChanged(orderId: $id) { status } }`, {
      id: order.id,
    });
    await feed.until((messages) => messages.at(-1)?.orderChanged.status === "PROCESSING");
    await supergraph.resume("risk");
    await feed.until((messages) => messages.at(-1)?.orderChanged.status === "CONFIRMED", 120_000);
  });

  test("a mutation on what is away says that nothing happened, and can be repeated with its key", async () => {
    const hold = await holdSeats(buyer.client, show.eventId, [show.seats[7].id]);
    const place = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }`;
    const input = { holdId: hold.id, idempotencyKey: randomUUID() };
    await supergraph.pause("seating");
    const refused = await buyer.client.send(place, { input });
    expect(refused.errors?.[0]?.extensions.code).toBe("UNAVAILABLE");
    await supergraph.resume("seating");
    expect((await buyer.client.ask(place, { input })).placeOrder.__typename).toBe("Order");
  });

  test("while users is away, who is signed in stays so", async () => {
    await buyer.client.ask("{ me { id } }");
    await supergraph.pause("users");
    expect(await buyer.client.ask(`query ($id: ID!) { event(id: $id) { name } }`, { id: show.eventId })).toEqual({
      event: { name: "Concert" },
    });
    expect((await holdSeats(buyer.client, show.eventId, [show.seats[12].id])).__typename).toBe("Hold");
    await supergraph.resume("users");
  });

  test("while users is away, what takes a role is UNAVAILABLE for new sessions, and what takes none still works", async () => {
    const reviews = `query ($id: ID!) { riskReviews(organizationId: $id) { totalCount } }`;
    const organizationId = await createOrganization((await signUp(supergraph.client)).client);
    const code = async ({ client }: Person) =>
      (await client.send(reviews, { id: organizationId })).errors?.[0]?.extensions.code;
    expect(await code(buyer)).toBe("FORBIDDEN");
    const unseen = await signUp(supergraph.client);
    await supergraph.pause("users");
    expect(await code(unseen)).toBe("UNAVAILABLE");
    expect(await code(buyer)).toBe("FORBIDDEN");
    expect((await unseen.client.send("{ stuckOrders { totalCount } }")).errors?.[0]?.extensions.code).toBe(
      "UNAVAILABLE",
    );
    const hold = await holdSeats(unseen.client, show.eventId, [show.seats[15].id]);
    expect(await placeOrder(unseen.client, hold.id)).toMatchObject({ status: "AWAITING_PAYMENT" });
    await supergraph.resume("users");
  });

  test("while users is away, what a role would show a new session is UNAVAILABLE and not missing", async () => {
    const { order } = await buy(buyer.client, show.eventId, [show.seats[18].id]);
    const tiers = [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
    const draft = await createEvent(show.owner.client, show.organizationId, show.venueId, tiers);
    const [owner, self] = [await signIn(supergraph.client, show.owner), await signIn(supergraph.client, buyer)];
    const told = async ({ client }: Person, query: string) => {
      const { data, errors = [] } = await client.send(query);
      return [data, ...errors.map(({ path, extensions }) => `${path?.join(".")} ${extensions.code}`).sort()];
    };
    const read = `{ order(id: "${order.id}") { number statement { from } } }`;
    await supergraph.pause("users");
    expect(await told(owner, read)).toEqual([{ order: null }, "order UNAVAILABLE"]);
    expect(await told(owner, `{ event(id: "${draft}") { name } }`)).toEqual([{ event: null }, "event UNAVAILABLE"]);
    const ofEvent = `{ event(id: "${show.eventId}") { name promoCodes { totalCount } organization { orders { totalCount } } } }`;
    expect(await told(owner, ofEvent)).toEqual([
      { event: { name: "Concert", promoCodes: null, organization: { orders: null } } },
      "event.organization.orders UNAVAILABLE",
      "event.promoCodes UNAVAILABLE",
    ]);
    const remove = `mutation { deleteEvent(eventId: "${draft}", idempotencyKey: "k") { __typename } }`;
    expect(await told(owner, remove)).toEqual([null, "deleteEvent UNAVAILABLE"]);
    const feed = owner.client.subscribe(`subscription { orderChanged(orderId: "${order.id}") { status } }`);
    await until(() => feed.ended !== undefined, "it is refused");
    expect(feed.messages).toMatchObject([{ errors: [{ extensions: { code: "UNAVAILABLE" } }] }]);
    expect(await told(self, read)).toEqual([
      { order: { number: order.number, statement: null } },
      "order.statement UNAVAILABLE",
    ]);
    await supergraph.resume("users");
    await until(async () => (await told(owner, remove)).length === 1, "roles are known again");
    expect(await told(owner, remove)).toEqual([{ deleteEvent: { __typename: "DeletedEvent" } }]);
  });
});

describe("without Redis", () => {
  let supergraph: TestSupergraph;
  beforeAll(async () => {
    const [nobody] = await freePorts(1);
    supergraph = await startSupergraph({ REDIS_URL: `redis://127.0.0.1:${nobody}` });
  });
  afterAll(() => supergraph.stop());

  test("sales continue: publish, hold, place and pay, and the live map follows", async () => {
    const show = await openShowUnheard(supergraph.client);
    const buyer = await signUp(supergraph.client);
    const live = `subscription ($id: ID!) { seatsChanged(eventId: $id) { availability { held } } }`;
    const feed = supergraph.client().subscribe(live, { id: show.eventId });
    await feed.until((messages) => messages.length === 1);
    const hold = await holdSeats(buyer.client, show.eventId, [show.seats[3].id]);
    const order = await placeOrder(buyer.client, hold.id);
    expect(await payOrder(buyer.client, order.id)).toMatchObject({ __typename: "Payment", status: "AUTHORIZED" });
    await feed.until((messages) => messages.at(-1).seatsChanged.availability.held === 1);
    expect((await readOrder(buyer.client, order.id)).status).toBe("AWAITING_PAYMENT");
  });

  test("what a role allows is allowed in the very next request, and what it no longer allows is not", async () => {
    const owner = await signUp(supergraph.client);
    const member = await signUp(supergraph.client);
    const organizationId = await createOrganization(owner.client);
    const reviews = async () =>
      (
        await member.client.send(`query ($id: ID!) { riskReviews(organizationId: $id) { totalCount } }`, {
          id: organizationId,
        })
      ).errors?.[0]?.extensions.code;
    expect(await reviews()).toBe("FORBIDDEN");
    await setMember(owner.client, organizationId, member.id, "MANAGER");
    expect(await reviews()).toBeUndefined();
    await setMember(owner.client, organizationId, member.id, null);
    expect(await reviews()).toBe("FORBIDDEN");
  });
});
