// Exports of orders, attendees and sales as CSV, by those who may read them and by those who may not.
import type { Client, Data } from "../local/client.ts";
import { holdSeats, openShow, payOrder, placeOrder, setMember, signUp, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let show: Show;
let sold: Data;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const hold = await holdSeats(buyer.client, show.eventId, [show.seats[0]!.id, show.seats[1]!.id]);
  sold = await placeOrder(buyer.client, hold.id, { names: ["=1+1", 'Weiß, "Jan"'] });
  await payOrder(buyer.client, sold.id);
  await supergraph.settle();
});
afterAll(() => supergraph.stop());

async function download(client: Client, path: string) {
  const headers = client.token ? { authorization: `Bearer ${client.token}` } : {};
  const answer = await fetch(new URL(path, supergraph.url), { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const paths = () => [
  `/exports/organizations/${show.organizationId}/orders.csv`,
  `/exports/organizations/${show.organizationId}/sales.csv`,
  `/exports/events/${show.eventId}/attendees.csv`,
];

test("a clerk gets orders, sales and attendees, and no cell is a formula", async () => {
  const clerk = await signUp(supergraph.client);
  await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
  const [orders, sales, attendees] = await Promise.all(paths().map((path) => download(clerk.client, path)));
  expect(orders!.status).toBe(200);
  expect(orders!.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(orders!.headers.get("content-disposition")).toBe(`attachment; filename="orders-${show.organizationId}.csv"`);
  expect(orders!.text.trim().split("\r\n")).toEqual([
    expect.stringMatching(/^number,status,created,/),
    expect.stringMatching(new RegExp(`^${sold.number},CONFIRMED,.*,${sold.total.amount},0,,$`)),
  ]);
  expect(sales!.text.trim().split("\r\n")[1]).toMatch(
    new RegExp(`^\\d{4}-\\d\\d-\\d\\d,${show.eventId},EUR,1,2,${sold.total.amount},0,0$`),
  );
  const tickets = attendees!.text.trim().split("\r\n").slice(1).sort();
  expect(tickets).toHaveLength(2);
  expect(tickets.join("\n")).toContain(`${sold.number},'=1+1,VALID,`);
  expect(tickets.join("\n")).toContain(`${sold.number},"Weiß, ""Jan""",VALID,`);
});

test("orders and sales can be those of one event", async () => {
  const [orders, sales] = paths();
  const linesOf = async (path: string) => (await download(show.owner.client, path)).text.trim().split("\r\n").length;
  expect(await linesOf(`${orders}?eventId=${show.eventId}`)).toBe(2);
  expect(await linesOf(`${sales}?eventId=${show.eventId}`)).toBe(2);
  for (const other of [show.organizationId, "none"]) {
    expect(await linesOf(`${orders}?eventId=${other}`)).toBe(1);
    expect(await linesOf(`${sales}?eventId=${other}`)).toBe(1);
  }
});

test("scanners, members of other organizations, buyers and people without a session get nothing", async () => {
  const scanner = await signUp(supergraph.client);
  await setMember(show.owner.client, show.organizationId, scanner.id, "SCANNER");
  const other = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  for (const path of paths()) {
    for (const { client } of [scanner, other.owner, buyer])
      expect(await download(client, path)).toMatchObject({ status: 404, text: '{"error":"There is no such export."}' });
    expect((await download(supergraph.client(), path)).status).toBe(401);
  }
  for (const path of ["/exports/organizations/x/orders.csv", "/exports/events/x/attendees.csv", "/exports/events/"])
    expect((await download(show.owner.client, path)).status).toBe(404);
});
