// A cancelled event: dozens of orders are refunded by a job that anybody can watch who is in charge, whatever dies meanwhile.
import type { Client, Data } from "../local/client.ts";
import {
  createEvent,
  createVenue,
  holdBestAvailable,
  openShow,
  payOrder,
  placeOrder,
  publishEvent,
  readOrder,
  setMember,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const ORDERS = 60;

let supergraph: TestSupergraph;
let owner: Person;
let organizationId: string;
beforeAll(async () => {
  supergraph = await startSupergraph();
  ({ owner, organizationId } = await openShow(supergraph.client));
});
afterAll(() => supergraph.stop());

const CANCELLATION = `{ reason isFinished orders ordersDone refunds refundsDone refundsFailed toRefund { amount currency } refunded { amount } event { name } }`;
const cancellationSeenBy = async (client: Client, eventId: string): Promise<Data> =>
  (await client.ask(`query ($id: ID!) { event(id: $id) { cancellation ${CANCELLATION} } }`, { id: eventId })).event
    .cancellation;
const cancel = (eventId: string) =>
  owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "Storm.") { __typename } }`, {
    id: eventId,
  });

async function openFloor(): Promise<string> {
  const venueId = await createVenue(owner.client, organizationId, [
    { name: "Floor", kind: "GENERAL_ADMISSION", capacity: 200 },
  ]);
  const tiers = [{ name: "Standing", price: { amount: 2000, currency: "EUR" }, sections: ["Floor"] }];
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers, { maxSeatsPerBuyer: 200 });
  await publishEvent(owner.client, eventId);
  return eventId;
}

/** One after the other, as one person does it. */
async function sell(buyer: Person, eventId: string, orders: number, cardOf = (_: number) => "pm_card_visa") {
  const sold: string[] = [];
  for (let index = 0; index < orders; index++) {
    const order = await placeOrder(buyer.client, (await holdBestAvailable(buyer.client, eventId, 2)).id);
    await payOrder(buyer.client, order.id, cardOf(index));
    sold.push(order.id as string);
  }
  return sold;
}

test("all orders are refunded once, whichever process dies, and organizers can follow it", async () => {
  const eventId = await openFloor();
  const buyer = await signUp(supergraph.client);
  const auditor = await signUp(supergraph.client);
  await setMember(owner.client, organizationId, auditor.id, "AUDITOR");
  // Risk would review a buyer of so many tickets.
  const others = await Promise.all([signUp(supergraph.client), signUp(supergraph.client)]);
  const sold = await Promise.all([buyer, ...others].map((one) => sell(one, eventId, ORDERS / 3)));
  const orders = sold.flat();
  const waiting = await placeOrder(buyer.client, (await holdBestAvailable(buyer.client, eventId, 1)).id);
  await supergraph.settle();
  expect(await cancellationSeenBy(owner.client, eventId)).toBeNull();
  await cancel(eventId);
  await until(async () => (await cancellationSeenBy(owner.client, eventId)) !== null, "the cancellation has begun");
  const feed = auditor.client.subscribe(
    `subscription ($id: ID!) { eventCancellationChanged(eventId: $id) ${CANCELLATION} }`,
    { id: eventId },
  );
  await feed.until((messages) => messages[0]?.eventCancellationChanged.reason === "Storm.");
  for (const name of ["orders", "payments"]) {
    await supergraph.pause(name);
    await supergraph.resume(name);
  }
  await until(async () => {
    const answer = await owner.client
      .send(`query ($id: ID!) { event(id: $id) { cancellation { isFinished } } }`, { id: eventId })
      .catch(() => undefined);
    return answer?.data?.event?.cancellation?.isFinished === true;
  }, "everything is refunded");
  expect(await cancellationSeenBy(auditor.client, eventId)).toEqual({
    reason: "Storm.",
    isFinished: true,
    orders: ORDERS + 1,
    ordersDone: ORDERS + 1,
    refunds: ORDERS,
    refundsDone: ORDERS,
    refundsFailed: 0,
    toRefund: { amount: ORDERS * 4000, currency: "EUR" },
    refunded: { amount: ORDERS * 4000 },
    event: { name: "Concert" },
  });
  expect(await cancellationSeenBy(buyer.client, eventId)).toBeNull();
  feed.stop();
  const entries = supergraph.provider.payments().filter(({ metadata }) => orders.includes(metadata.order_id));
  expect(entries).toHaveLength(ORDERS);
  for (const { captured, refunded, refunds } of entries)
    expect({ captured, refunded, refunds: refunds.length }).toEqual({ captured: 4000, refunded: 4000, refunds: 1 });
  expect((await readOrder(buyer.client, waiting.id)).status).toBe("CANCELLED");
});

test("a refund that fails is counted as such, and subscribers get the cancellation until its end", async () => {
  const eventId = await openFloor();
  const buyer = await signUp(supergraph.client);
  await sell(buyer, eventId, 3, (index) => (index === 0 ? "pm_card_refund_fails" : "pm_card_visa"));
  await supergraph.settle();
  await cancel(eventId);
  await until(async () => (await cancellationSeenBy(owner.client, eventId)) !== null, "the cancellation has begun");
  const feed = owner.client.subscribe(
    `subscription ($id: ID!) { eventCancellationChanged(eventId: $id) ${CANCELLATION} }`,
    { id: eventId },
  );
  await feed.until((messages) => messages.at(-1)?.eventCancellationChanged.isFinished === true, 120_000);
  expect(feed.messages.at(-1).eventCancellationChanged).toMatchObject({
    refunds: 3,
    refundsDone: 2,
    refundsFailed: 1,
    refunded: { amount: 8000 },
  });
  const { organization } = await owner.client.ask(
    `query ($id: ID!) { organization(id: $id) { failedRefunds { nodes { id } } } }`,
    { id: organizationId },
  );
  await owner.client.ask(`mutation ($id: ID!) { retryRefund(refundId: $id) { __typename } }`, {
    id: organization.failedRefunds.nodes[0].id,
  });
  await feed.until((messages) => messages.at(-1)?.eventCancellationChanged.refundsDone === 3, 120_000);
  expect(feed.messages.at(-1).eventCancellationChanged).toMatchObject({ isFinished: true, refundsFailed: 0 });
  feed.stop();
});

test("nobody else may follow it, and nothing is to be followed where nothing is cancelled", async () => {
  const [stranger, eventId] = [await signUp(supergraph.client), await openFloor()];
  const ended = async (client: Client) => {
    const feed = client.subscribe(`subscription ($id: ID!) { eventCancellationChanged(eventId: $id) { reason } }`, {
      id: eventId,
    });
    await until(() => feed.ended !== undefined || feed.messages.length > 0, "an answer");
    return JSON.stringify([feed.ended, feed.messages]);
  };
  expect(await ended(owner.client)).toContain("NOT_FOUND");
  await cancel(eventId);
  await until(async () => (await cancellationSeenBy(owner.client, eventId)) !== null, "the cancellation has begun");
  expect(await ended(stranger.client)).toContain("NOT_FOUND");
});
