// The purchase that README.md shows, as a reader types it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { openShow, readOrder, signUp } from "../local/fixtures.ts";
import { ROOT } from "../operations/topology.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");

test("the playground has the tabs that the README names", () => {
  const named = [...readme.matchAll(/\btabs? ("[^"]+")(?: and ("[^"]+"))?/g)].flatMap(([, ...tabs]) =>
    tabs.filter(Boolean),
  );
  expect(named).toEqual(['"Sign in"', '"What is on sale"', '"Best seats"']);
  const playground = readFileSync(path.join(ROOT, "gateway/edge/playground.ts"), "utf8");
  for (const tab of named) expect([tab, playground.includes(`name: ${tab}`)]).toEqual([tab, true]);
});

test("the three requests of the README buy two tickets", async () => {
  const requests = [...readme.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
  expect(requests).toHaveLength(3);
  const [hold, order, payment] = requests as [string, string, string];
  const { eventId } = await openShow(supergraph.client);
  const { client } = await signUp(supergraph.client);
  const { holdBestAvailable } = await client.ask(hold.replace("EVENT_ID", eventId));
  expect(holdBestAvailable.seats).toHaveLength(2);
  const { placeOrder } = await client.ask(order.replace("HOLD_ID", holdBestAvailable.id));
  expect(placeOrder).toMatchObject({ status: "AWAITING_PAYMENT", total: holdBestAvailable.total });
  const { payOrder } = await client.ask(payment.replace("ORDER_ID", placeOrder.id));
  expect(payOrder).toMatchObject({ status: "AUTHORIZED", order: { number: placeOrder.number } });
  await supergraph.settle();
  const bought = await readOrder(client, placeOrder.id);
  expect(bought).toMatchObject({ status: "CONFIRMED", number: placeOrder.number });
  expect(bought.tickets).toHaveLength(2);
});
