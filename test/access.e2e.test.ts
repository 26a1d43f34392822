// No person reads or changes things of another, neither through the gateway nor at a subgraph itself.
import { createPrivateKey, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { SignJWT, type JSONWebKeySet } from "jose";
import { connectClient, type Data } from "../local/client.ts";
import { buy, holdSeats, openShow, readOrder, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { forgeTokens } from "../testkit/forgery.ts";
import { connectTo, startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let show: Show;
let buyer: Person;
let stranger: Person;
let order: Data;
let hold: Data;

beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  [buyer, stranger] = [await signUp(supergraph.client, "Bea"), await signUp(supergraph.client, "Mallory")];
  const bought = await buy(buyer.client, show.eventId, [show.seats[3].id, show.seats[4].id], "pm_card_risky");
  await supergraph.settle();
  order = await readOrder(buyer.client, bought.order.id);
  hold = await holdSeats(buyer.client, show.eventId, [show.seats[10].id]);
});
afterAll(() => supergraph.stop());

/** The same request about a thing of another person and about an unknown id must get the same answer. */
async function sameAsUnknown(
  query: string,
  variables: (id: string) => Record<string, unknown>,
  id: string,
): Promise<Data> {
  const [theirs, unknown] = [
    await stranger.client.send(query, variables(id)),
    await stranger.client.send(query, variables(randomUUID())),
  ];
  expect({ data: theirs.data, errors: theirs.errors }).toEqual({ data: unknown.data, errors: unknown.errors });
  return theirs.data;
}

test("another person's order, hold, payment and ticket answer as an unknown id does", async () => {
  await supergraph.settle();
  const id = (name: string) => (given: string) => ({ [name]: given });
  expect(await sameAsUnknown(`query ($id: ID!) { order(id: $id) { id number } }`, id("id"), order.id)).toEqual({
    order: null,
  });
  expect(await sameAsUnknown(`query ($id: ID!) { hold(id: $id) { id } }`, id("id"), hold.id)).toEqual({ hold: null });
  expect(await sameAsUnknown(`query ($id: ID!) { payment(id: $id) { id } }`, id("id"), order.payments[0].id)).toEqual({
    payment: null,
  });
  expect(await sameAsUnknown(`query ($id: ID!) { ticket(id: $id) { id } }`, id("id"), randomUUID())).toEqual({
    ticket: null,
  });
  const refused = (field: string) => ({ [field]: { __typename: "NotFound" } });
  expect(
    await sameAsUnknown(`mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }`, id("id"), order.id),
  ).toEqual(refused("cancelOrder"));
  expect(
    await sameAsUnknown(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, id("id"), hold.id),
  ).toEqual(refused("releaseHold"));
  expect(
    await sameAsUnknown(
      `mutation ($id: ID!) { decideReview(assessmentId: $id, decision: ALLOW) { __typename } }`,
      id("id"),
      order.risk.id,
    ),
  ).toEqual(refused("decideReview"));
  const input = (more: (id: string) => Record<string, unknown>) => (given: string) => ({
    input: { ...more(given), idempotencyKey: randomUUID() },
  });
  expect(
    await sameAsUnknown(
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }`,
      input((holdId) => ({ holdId })),
      hold.id,
    ),
  ).toEqual(refused("placeOrder"));
  expect(
    await sameAsUnknown(
      `mutation ($input: PayOrderInput!) { payOrder(input: $input) { __typename } }`,
      input((orderId) => ({ orderId, paymentMethod: "pm_card_visa" })),
      order.id,
    ),
  ).toEqual(refused("payOrder"));
  expect(
    await sameAsUnknown(
      `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`,
      input((orderId) => ({ orderId, reason: "mine now" })),
      order.id,
    ),
  ).toEqual(refused("refundOrder"));
});

test("nothing has happened to any of it", async () => {
  expect(await readOrder(buyer.client, order.id)).toEqual(order);
  expect(await buyer.client.ask(`query ($id: ID!) { hold(id: $id) { status } }`, { id: hold.id })).toEqual({
    hold: { status: "ACTIVE" },
  });
});

test("a person can't be found by id, and readers of an order see only the name of its buyer", async () => {
  const { user } = await stranger.client.ask(
    `query ($id: ID!) { user(id: $id) { displayName email status preferences { locale } memberships { role } orders { totalCount } tickets { totalCount } } }`,
    { id: buyer.id },
  );
  expect(user).toBeNull();
  const suspend = (to: string) =>
    supergraph.query("users", `update app_user set status = $2 where id = $1`, [buyer.id, to]);
  await suspend("SUSPENDED");
  const { order: seen } = await show.owner.client.ask(
    `query ($id: ID!) { order(id: $id) { buyer { displayName email status preferences { locale } memberships { role } } } }`,
    { id: order.id },
  );
  await suspend("ACTIVE");
  expect(seen.buyer).toEqual({ displayName: "Bea", email: null, status: "ACTIVE", preferences: null, memberships: [] });
});

test("a buyer is not told why an order is looked at", () => {
  expect(order.risk).toMatchObject({ decision: "REVIEW", reasons: [] });
});

test("a buyer sees what a reviewer has decided, never the score, who it was or what they have noted", async () => {
  const about = `query ($id: ID!) { order(id: $id) { status history { status note } risk { decision score reasons { code } decidedBy { id } } } }`;
  const decided = [];
  for (const [index, decision] of ["BLOCK", "ALLOW"].entries()) {
    const { order: reviewed } = await buy(buyer.client, show.eventId, [show.seats[20 + index].id], "pm_card_risky");
    await supergraph.settle();
    const { risk } = await readOrder(show.owner.client, reviewed.id);
    await show.owner.client.ask(
      `mutation ($id: ID!, $d: RiskDecision!) { decideReview(assessmentId: $id, decision: $d, note: "mailinator") { __typename } }`,
      { id: risk.id, d: decision },
    );
    await supergraph.settle();
    const [theirs, ours] = [
      (await buyer.client.ask(about, { id: reviewed.id })).order,
      (await show.owner.client.ask(about, { id: reviewed.id })).order,
    ];
    expect(JSON.stringify(theirs)).not.toContain("mailinator");
    expect(JSON.stringify(ours)).toContain("mailinator");
    expect(theirs.risk).toEqual({ decision, score: 0, reasons: [], decidedBy: null });
    expect(ours.risk).toMatchObject({ decision, score: expect.any(Number), decidedBy: { id: show.owner.id } });
    expect(ours.risk.score).toBeGreaterThan(0);
    decided.push(theirs.status);
  }
  expect(decided).toEqual(["DECLINED", "CONFIRMED"]);
});

test("holders and scanners of a ticket of another person's order see only that ticket of the purchase", async () => {
  const [holder, scanner] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  await setMember(show.owner.client, show.organizationId, scanner.id, "SCANNER");
  const { order: bought } = await buy(buyer.client, show.eventId, [show.seats[22].id, show.seats[23].id]);
  await supergraph.settle();
  const { tickets, number } = await readOrder(buyer.client, bought.id);
  const { offerTicket } = await buyer.client.ask(
    `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { ... on TicketOffer { code } } }`,
    { i: { ticketId: tickets[0].id, idempotencyKey: randomUUID() } },
  );
  await holder.client.ask(`mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename } }`, {
    i: { code: offerTicket.code, idempotencyKey: randomUUID() },
  });
  for (const [person, ticketId] of [
    [buyer, tickets[1].id],
    [holder, tickets[0].id],
  ] as const)
    await person.client.ask(`mutation ($t: ID!) { nameTicket(ticketId: $t, name: "Guest") { __typename } }`, {
      t: ticketId,
    });
  const seenBy = async ({ client }: Person, ticketId = tickets[0].id) =>
    (
      await client.ask(
        `query ($id: ID!) { ticket(id: $id) { orderNumber holderName order { number status promoCode expiresAt buyer { id } total { amount } refunded { amount } breakdown { total { amount } }
          items { price { amount } } tickets { id holderName } history { status } payments { id } risk { decision } notifications { recipient { id } } } } }`,
        { id: ticketId },
      )
    ).ticket;
  const whole = await seenBy(buyer, tickets[1].id);
  const [price] = whole.order.items.map((item: Data) => item.price.amount);
  expect(whole.order).toMatchObject({ buyer: { id: buyer.id }, total: { amount: 2 * price } });
  expect(whole.order.tickets.map((ticket: Data) => ticket.holderName)).toEqual(["Guest", "Guest"]);
  const closed = {
    number,
    status: "CONFIRMED",
    promoCode: null,
    expiresAt: null,
    buyer: null,
    history: [],
    risk: null,
  };
  const own = await seenBy(holder);
  expect(own).toMatchObject({ orderNumber: number, holderName: "Guest" });
  expect(own.order).toMatchObject({
    ...closed,
    total: { amount: price },
    refunded: { amount: 0 },
    breakdown: { total: { amount: price } },
    items: [{ price: { amount: price } }],
    tickets: [{ id: tickets[0].id, holderName: "Guest" }],
  });
  expect(own.order.payments ?? []).toEqual([]);
  expect(own.order.notifications.map(({ recipient }: Data) => recipient.id)).not.toContain(buyer.id);
  const scanned = await seenBy(scanner);
  expect(scanned.order).toMatchObject({
    ...closed,
    total: { amount: 0 },
    breakdown: { total: { amount: 0 } },
    items: [],
    notifications: [],
  });
  expect(scanned.order.tickets).toHaveLength(2);
  const order = `query ($id: ID!) { order(id: $id) { id } }`;
  for (const { client } of [holder, scanner])
    expect(await client.ask(order, { id: bought.id })).toEqual({ order: null });
});

/** Asks the orders subgraph for the order, with this header. */
async function askOrders(authorization?: string): Promise<{ data?: Data; code?: string }> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Order { id number } } }`;
  const response = await fetch(supergraph.subgraphs.orders!.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
    body: JSON.stringify({ query, variables: { r: [{ __typename: "Order", id: order.id }] } }),
  });
  const { data, errors } = (await response.json()) as Data;
  return { data, code: errors?.[0].extensions.code };
}

test("a subgraph answers nobody but the gateway, and a viewer's token opens only what is the viewer's", async () => {
  for (const authorization of [undefined, `Bearer ${buyer.client.token}`, "Bearer nonsense", "Basic YTpi"])
    expect([authorization, (await askOrders(authorization)).code]).toEqual([authorization, "UNAUTHENTICATED"]);
  const askAs = async (userId: string, audience = "orders") =>
    askOrders(`Bearer ${await supergraph.viewerToken({ userId }, audience)}`);
  expect((await askAs(buyer.id)).data._entities).toEqual([{ id: order.id, number: order.number }]);
  expect((await askAs(stranger.id)).data._entities).toEqual([null]);
  expect((await askAs(buyer.id, "seating")).code).toBe("UNAUTHENTICATED");
});

test("forged and foreign tokens are refused by the gateway and by a subgraph", async () => {
  const { keys } = (await (await fetch(new URL("/.well-known/jwks.json", supergraph.url))).json()) as JSONWebKeySet;
  expect(keys.length).toBeGreaterThanOrEqual(2);
  const forged = await forgeTokens(buyer.client.token!, keys, show.owner.id);
  for (const token of forged) {
    const answer = await supergraph.client(token).send("{ me { id } }");
    expect([answer.status, answer.errors?.[0]?.extensions.code, answer.data]).toEqual([401, "UNAUTHENTICATED", null]);
    expect((await askOrders(`Bearer ${token}`)).code).toBe("UNAUTHENTICATED");
  }
  const gatewayKey = createPrivateKey(readFileSync(supergraph.keys.signingKeyFile("gateway")));
  const expired = await new SignJWT({ sub: buyer.id })
    .setProtectedHeader({ alg: "EdDSA", kid: "gateway" })
    .setIssuer("gateway")
    .setAudience("orders")
    .setExpirationTime("-1s")
    .sign(gatewayKey);
  expect((await askOrders(`Bearer ${expired}`)).code).toBe("UNAUTHENTICATED");
});

test("the public gateway serves everyone as anonymous, and its key can't sign for a person", async () => {
  const name = "public-gateway";
  const key = supergraph.keys.signingKeyFile(name);
  const another = await supergraph.startAnotherGateway({ GATEWAY_NAME: name, GATEWAY_SIGNING_KEY_FILE: key });
  const asked = await connectClient(another.url, buyer.client.token).send(
    "{ me { id } events(first: 1) { totalCount } }",
  );
  expect(asked).toMatchObject({ data: { me: null, events: { totalCount: expect.any(Number) } } });
  for (const page of ["/session", "/.well-known/jwks.json"])
    expect((await fetch(new URL(page, another.url))).status).toBe(404);

  const viewer = { userId: buyer.id, sessionId: "s", staff: true };
  for (const token of [
    await supergraph.viewerToken(viewer, "orders", name),
    await supergraph.serviceToken(name, "orders"),
  ])
    expect((await askOrders(`Bearer ${token}`)).code).toBe("UNAUTHENTICATED");
});

test("the role of no subgraph can enter another's database", async () => {
  const databases = Object.entries(supergraph.databases);
  expect(databases.length).toBeGreaterThanOrEqual(6);
  for (const [owner, database] of databases)
    for (const [other, { url: own }] of databases.filter(([name]) => name !== owner)) {
      const { username, password } = new URL(own);
      const url = Object.assign(new URL(database.url), { username, password });
      const refused = await connectTo(url.href).then(
        () => "entered",
        (error: Error) => error.message,
      );
      expect([other, owner, refused]).toEqual([other, owner, expect.stringMatching(/permission denied/)]);
    }
});
