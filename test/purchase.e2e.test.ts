import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { createStatementRecorder } from "../testkit/sent-statements.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import { allSeats, buy, openShow, readOrder, setMember, signUp } from "../local/fixtures.ts";
import { prepare } from "../local/preparations.ts";

const recorder = createStatementRecorder();
let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

test("a buyer who pays gets tickets", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client, "Bea Buyer");
  const { order, payment } = await buy(buyer.client, show.eventId, [show.seats[3].id, show.seats[4].id]);
  expect(order).toMatchObject({
    __typename: "Order",
    status: "AWAITING_PAYMENT",
    total: { amount: 9000, currency: "EUR" },
  });
  expect(payment).toMatchObject({ __typename: "Payment", status: "AUTHORIZED" });
  await supergraph.settle();
  const settled = await readOrder(buyer.client, order.id);
  expect(settled).toMatchObject({
    status: "CONFIRMED",
    buyer: { displayName: "Bea Buyer" },
    event: { name: "Concert" },
    payments: [{ status: "SUCCEEDED", amount: { amount: 9000 } }],
    risk: { decision: "ALLOW", reasons: [] },
    history: [{ status: "AWAITING_PAYMENT" }, { status: "PROCESSING" }, { status: "CONFIRMED" }],
  });
  expect(settled.tickets).toHaveLength(2);
  expect(settled.tickets[0]).toMatchObject({ status: "VALID", seat: { row: "1", number: "4" } });
  const seats = await allSeats(supergraph.client(), show.eventId);
  expect(seats.filter((seat) => seat.status === "SOLD").map((seat) => seat.number)).toEqual(["4", "5"]);
  expect(supergraph.provider.payments()).toEqual([expect.objectContaining({ status: "captured", captured: 9000 })]);
  // Where the buyer paid, risk knows by an opaque name.
  const ofOrder = "select network from paid_order where order_id = $1";
  expect(await supergraph.query("risk", ofOrder, [order.id])).toEqual([
    { network: expect.stringMatching(/^[\w-]{22}$/) },
  ]);
});

/**
 * Statements of one purchase, by subgraph: two seats at one event with one price are held, ordered, paid for and confirmed. A higher number
 * makes every purchase dearer: the commit that raises it names the statement and says why it is needed.
 */
const STATEMENTS = { orders: 28, payments: 18, risk: 4, seating: 9, users: 2 };
/**
 * The counted statements are those that the processes send to PostgreSQL, recorded at the driver, without these: they are sent for many
 * purchases together, or as often without any.
 */
const BESIDE_PURCHASES = [
  // A transaction has one of each. Messages that arrive together share one, with what is noted of them.
  /^(begin|commit|rollback|savepoint|release)/,
  /\binbox_range\b/,
  // Readers of outboxes, timers, claims of due work, gauges.
  /from outbox where id|newest\.id|\bstream_progress\b/,
  /^select \(extract\(epoch from|for update skip locked|^select count\(\*\)::int as n from/,
  // Viewers, whom the gateway keeps for some seconds.
  /from "session" as "s"|from "membership"|from viewer_change/,
  // A webhook, which the provider sends more than once and at any time.
  /^select "id" from "payment" where "id" = \$1 and \("status" = 'PENDING'/,
];
const CONFIRMED = `select 1 from purchase where id = $1 and status = 'CONFIRMED'`;

interface Counted {
  bySubgraph: Record<string, number>;
  /** Their beginnings, to find one that is new. */
  texts: string[];
}

async function statementsOfPurchase(): Promise<Counted> {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  await supergraph.settle();
  const sent = await recorder.during(async () => {
    const { order } = await buy(buyer.client, show.eventId, [show.seats[3].id, show.seats[4].id]);
    await until(async () => (await supergraph.query("orders", CONFIRMED, [order.id])).length > 0, "it is confirmed");
    await supergraph.settle();
  });
  const lines = sent.map(({ database, text }) => ({ database, text: text.replace(/\s+/g, " ").trim() }));
  const own = lines.filter(({ text }) => text !== CONFIRMED && !BESIDE_PURCHASES.some((one) => one.test(text)));
  const of = (name: string) => own.filter(({ database }) => database === name);
  const found = Object.entries(supergraph.databases).map(([subgraph, { name }]) => ({ subgraph, own: of(name) }));
  return {
    bySubgraph: Object.fromEntries(
      found.flatMap((one) => (one.own.length > 0 ? [[one.subgraph, one.own.length]] : [])),
    ),
    texts: found.flatMap((one) => one.own.map(({ text }) => `${one.subgraph}: ${text.slice(0, 120)}`)),
  };
}

test("an order of one event with one price takes no statement more than is written here", async () => {
  const count = () => prepare(statementsOfPurchase);
  let { bySubgraph, texts } = await count();
  // A process that stands still for seconds on a busy machine repeats its work: another purchase does not.
  for (let again = 0; again < 3 && !isDeepStrictEqual(bySubgraph, STATEMENTS); again++)
    ({ bySubgraph, texts } = await count());
  // Shows all of them if there are others than expected.
  expect(isDeepStrictEqual(bySubgraph, STATEMENTS) ? [] : [bySubgraph, ...texts]).toEqual([]);
});

test("a risky order waits for a person, and is sold when she says so", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const { order } = await buy(buyer.client, show.eventId, [show.seats[3].id], "pm_card_risky");
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    status: "IN_REVIEW",
    payments: [{ status: "AUTHORIZED" }],
  });
  const { riskReviews } = await show.owner.client.ask(
    `query ($o: ID!) { riskReviews(organizationId: $o) { totalCount nodes { id order { id status } reasons { code } } } }`,
    { o: show.organizationId },
  );
  expect(riskReviews).toMatchObject({
    totalCount: 1,
    nodes: [{ order: { id: order.id }, reasons: [{ code: "CARD_RISK_ELEVATED" }, { code: "NEW_ACCOUNT" }] }],
  });
  const { decideReview } = await show.owner.client.ask(
    `mutation ($id: ID!) { decideReview(assessmentId: $id, decision: ALLOW) { __typename ... on RiskAssessment { decision decidedBy { displayName } } } }`,
    { id: riskReviews.nodes[0].id },
  );
  expect(decideReview).toEqual({
    __typename: "RiskAssessment",
    decision: "ALLOW",
    decidedBy: { displayName: "Olga Owner" },
  });
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({ status: "CONFIRMED" });
});

test("a decision that comes too late is refused with that reason, and the same decision twice gets the same answer", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const decide = async (id: string, decision: string) =>
    (
      await show.owner.client.ask(
        `mutation ($id: ID!, $d: RiskDecision!) { decideReview(assessmentId: $id, decision: $d) { __typename ... on RiskAssessment { decision } } }`,
        { id, d: decision },
      )
    ).decideReview;
  const review = async (seat: number) => {
    const { order } = await buy(buyer.client, show.eventId, [show.seats[seat].id], "pm_card_risky");
    await supergraph.settle();
    return { order, assessmentId: (await readOrder(buyer.client, order.id)).risk.id };
  };
  const [one, two] = [await review(3), await review(4)];
  await buyer.client.ask(`mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }`, { id: one.order.id });
  expect(await decide(one.assessmentId, "ALLOW")).toEqual({ __typename: "NotInReview" });
  expect(await decide(two.assessmentId, "BLOCK")).toEqual({ __typename: "RiskAssessment", decision: "BLOCK" });
  expect(await decide(two.assessmentId, "BLOCK")).toEqual({ __typename: "RiskAssessment", decision: "BLOCK" });
  expect(await decide(two.assessmentId, "ALLOW")).toEqual({ __typename: "NotInReview" });
  await supergraph.settle();
  expect((await readOrder(buyer.client, two.order.id)).status).toBe("DECLINED");
  const wrong = await show.owner.client.send(
    `mutation ($id: ID!) { decideReview(assessmentId: $id, decision: REVIEW) { __typename } }`,
    { id: two.assessmentId },
  );
  expect(wrong.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "decision" });
});

test("a fraudulent order is declined, its money let go and its seats free", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const { order } = await buy(buyer.client, show.eventId, [show.seats[3].id], "pm_card_fraud");
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    status: "DECLINED",
    tickets: [],
    payments: [{ status: "CANCELLED" }],
  });
  expect((await allSeats(supergraph.client(), show.eventId)).every((seat) => seat.status === "AVAILABLE")).toBe(true);
});

test("a ticket lets in once, and a refunded one does not", async () => {
  const show = await openShow(supergraph.client);
  const [buyer, scanner] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  await setMember(show.owner.client, show.organizationId, scanner.id, "SCANNER");
  const { order } = await buy(buyer.client, show.eventId, [show.seats[3].id, show.seats[4].id]);
  await supergraph.settle();
  const { tickets } = await readOrder(buyer.client, order.id);
  const scan = async (code: string, idempotencyKey?: string) =>
    (
      await scanner.client.ask(
        `mutation ($c: String!, $k: String) { checkIn(code: $c, idempotencyKey: $k) { __typename ... on Ticket { id status order { number } } ... on Error { message } } }`,
        { c: code, k: idempotencyKey },
      )
    ).checkIn;
  const key = randomUUID();
  expect(await scan(tickets[0].code, key)).toMatchObject({ __typename: "Ticket", status: "USED" });
  expect(await scan(tickets[0].code, key)).toMatchObject({ __typename: "Ticket", status: "USED" });
  expect(await scan(tickets[0].code)).toMatchObject({ __typename: "TicketAlreadyUsed" });
  const { refundOrder } = await show.owner.client.ask(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename ... on Order { status refunded { amount } } ... on Error { message } } }`,
    { input: { orderId: order.id, ticketIds: [tickets[1].id], reason: "ill", idempotencyKey: randomUUID() } },
  );
  expect(refundOrder).toEqual({ __typename: "Order", status: "PARTIALLY_REFUNDED", refunded: { amount: 4500 } });
  expect(await scan(tickets[1].code)).toMatchObject({ __typename: "NotFound" });
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    payments: [{ status: "PARTIALLY_REFUNDED", refunded: { amount: 4500 } }],
  });
  expect((await allSeats(supergraph.client(), show.eventId)).find((seat) => seat.id === show.seats[4].id).status).toBe(
    "AVAILABLE",
  );
});
