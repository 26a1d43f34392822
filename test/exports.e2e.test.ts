// Exports of orders, attendees, sales and the ledger, by those who may read them and by those who may not.
import { randomUUID } from "node:crypto";
import { readXlsx } from "hucre/xlsx";
import { localDay } from "../domain/local-time.ts";
import type { Client, Data } from "../local/client.ts";
import {
  allSeats,
  createEvent,
  holdSeats,
  inDays,
  openShow,
  payOrder,
  placeOrder,
  publishEvent,
  setMember,
  signUp,
  type Show,
} from "../local/fixtures.ts";
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
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: new TextDecoder().decode(bytes) };
}
const linesOf = async (client: Client, path: string) => (await download(client, path)).text.trim().split("\r\n");
const decimal = ({ amount }: Data) => (amount / 100).toFixed(2);

const paths = () => [
  `/exports/organizations/${show.organizationId}/orders.csv`,
  `/exports/organizations/${show.organizationId}/sales.csv`,
  `/exports/events/${show.eventId}/attendees.csv`,
  `/exports/organizations/${show.organizationId}/ledger.csv`,
  `/exports/events/${show.eventId}/sales.csv`,
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
    expect.stringMatching(new RegExp(`^${sold.number},CONFIRMED,.*,${decimal(sold.total)},0.00,,,${sold.id}$`)),
  ]);
  expect(sales!.text.trim().split("\r\n")[1]).toMatch(
    new RegExp(`^\\d{4}-\\d\\d-\\d\\d,${show.eventId},EUR,1,2,${decimal(sold.total)},0,0.00$`),
  );
  const tickets = attendees!.text.trim().split("\r\n").slice(1).sort();
  expect(tickets).toHaveLength(2);
  expect(tickets.join("\n")).toContain(`${sold.number},'=1+1,VALID,`);
  expect(tickets.join("\n")).toContain(`${sold.number},"Weiß, ""Jan""",VALID,`);
});

test("the ledger has what is payable to the organization, in double entry", async () => {
  const [, , , ledger] = paths();
  const [columns, ...entries] = await linesOf(show.owner.client, ledger!);
  expect(columns).toBe("account,currency,at,kind,debit,credit,order,payment,entry");
  expect(entries).toEqual([
    expect.stringMatching(
      new RegExp(`^payable,EUR,.*Z,CAPTURE,,${decimal(sold.total)},${sold.id},[0-9a-f-]{36},\\d+$`),
    ),
  ]);
  expect(await linesOf(show.owner.client, `${ledger}?to=2020-01-01T00:00:00Z`)).toEqual([columns]);
  expect(await linesOf(show.owner.client, `${ledger}?from=2020-01-01T00:00:00%2B02:00`)).toHaveLength(2);
});

test("sales of an event are by the dimensions that are asked for, as by GraphQL", async () => {
  const [, , , , sales] = paths();
  const [columns, ...rows] = await linesOf(show.owner.client, sales!);
  expect(columns).toBe(
    "day,event,section,tier,price,promo code,tender,channel,currency,tickets,gross,tickets returned,returned,fees,taxes,net",
  );
  expect(rows).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d,,,Kategorie I,,,,,EUR,2,90\.00,0,0\.00,0\.00,0\.00,90\.00$/),
  ]);
  expect((await linesOf(show.owner.client, `${sales}?by=SECTION`))[1]).toBe(
    ",,Parkett,,,,,,EUR,2,90.00,0,0.00,0.00,0.00,90.00",
  );
  const { event } = await show.owner.client.ask(
    `query ($id: ID!) { event(id: $id) { salesReport(by: [SECTION, TENDER]) {
       isComplete rows { day section tier tender tickets grossSum { amount currency } ticketsReturned returnedSum { amount } } } } }`,
    { id: show.eventId },
  );
  const none = { day: null, tier: null, tender: null };
  const sums = {
    tickets: 2,
    grossSum: { amount: 9000, currency: "EUR" },
    ticketsReturned: 0,
    returnedSum: { amount: 0 },
  };
  expect(event.salesReport).toEqual({ isComplete: true, rows: [{ ...none, section: "Parkett", ...sums }] });
  // Its events are known from messages.
  await supergraph.settle();
  const { organization } = await show.owner.client.ask(
    `query ($id: ID!, $from: DateTime!, $to: DateTime!) { organization(id: $id) {
       salesReport(by: [EVENT], from: $from, to: $to, timeZone: "Europe/Berlin") { rows { event { id name } tickets grossSum { amount } } } } }`,
    { id: show.organizationId, from: inDays(-1), to: inDays(1) },
  );
  expect(organization.salesReport.rows).toEqual([
    { event: { id: show.eventId, name: "Concert" }, tickets: 2, grossSum: { amount: 9000 } },
  ]);
});

test("days of sales are those of the organization's time zone, in exports and reports", async () => {
  const { organizationId, owner } = show;
  const [, sales, attendees] = paths();
  const issued = (await linesOf(owner.client, attendees!))[1]!.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/)![0];
  const [day, hour] = [issued.slice(0, 10), Number(issued.slice(11, 13))];
  const dayOfSales = async () => (await linesOf(owner.client, sales!))[1]!.slice(0, day.length);
  expect(await dayOfSales()).toBe(day);
  // It is never the same day in both.
  const timeZone = hour < 11 ? "Pacific/Pago_Pago" : "Pacific/Kiritimati";
  const other = localDay(new Date(issued), timeZone);
  expect(other).not.toBe(day);
  const { setOrganizationTimeZone: set } = await owner.client.ask(
    `mutation ($i: OrganizationTimeZoneInput!) { setOrganizationTimeZone(input: $i) { ... on Organization { timeZone } } }`,
    { i: { organizationId, timeZone } },
  );
  expect(set).toEqual({ timeZone });
  await supergraph.settle();
  expect(await dayOfSales()).toBe(other);
  const { organization } = await owner.client.ask(
    `query ($id: ID!, $from: DateTime!, $to: DateTime!, $day: String!) { organization(id: $id) { timeZone
       sales(from: $day) { nodes { day tickets } }
       salesReport(by: [DAY], from: $from, to: $to) { rows { day tickets } }
       inUtc: salesReport(by: [DAY], from: $from, to: $to, timeZone: "UTC") { rows { day tickets } } } }`,
    { id: organizationId, from: inDays(-1), to: inDays(1), day: other },
  );
  expect(organization).toEqual({
    timeZone,
    sales: { nodes: [{ day: other, tickets: 2 }] },
    salesReport: { rows: [{ day: other, tickets: 2 }] },
    inUtc: { rows: [{ day, tickets: 2 }] },
  });
});

const CHANNEL = `mutation ($i: SetSalesChannelInput!) { setSalesChannel(input: $i) { ... on SalesChannel { key } } }`;
const HOLD = `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { ... on Hold { id } } }`;

test.each([
  ["one price", {}],
  ["several prices", { prices: [{ name: "Child", price: { amount: 1_000, currency: "EUR" } }] }],
])("tickets of a sales channel are told apart, of an event with %s", async (_, rest) => {
  const { owner, organizationId, venueId } = await openShow(supergraph.client);
  const { client } = owner;
  const tier = { name: "A", price: { amount: 4_500, currency: "EUR" }, sections: ["Parkett", "Floor"], ...rest };
  const eventId = await createEvent(client, organizationId, venueId, [tier]);
  await publishEvent(client, eventId);
  const club = { eventId, channel: "Club", salesTimes: { startAt: null, endAt: null } };
  const { key: channelKey } = (await client.ask(CHANNEL, { i: club })).setSalesChannel;
  const buyer = await signUp(supergraph.client);
  const seatIds = (await allSeats(client, eventId)).map(({ id }) => id as string);
  for (const input of [{ seatIds: seatIds.slice(0, 2), channelKey }, { seatIds: seatIds.slice(2, 3) }]) {
    const { holdSeats: held } = await buyer.client.ask(HOLD, {
      i: { eventId, ...input, idempotencyKey: randomUUID() },
    });
    await payOrder(buyer.client, (await placeOrder(buyer.client, held.id)).id);
  }
  await supergraph.settle();
  const [, ...rows] = await linesOf(client, `/exports/events/${eventId}/sales.csv?by=CHANNEL`);
  expect(rows.map((row) => row.split(",").slice(7, 10))).toEqual([
    ["Club", "EUR", "2"],
    ["", "EUR", "1"],
  ]);
});

test("each export is also a spreadsheet with the same cells", async () => {
  for (const path of paths()) {
    const { headers, bytes } = await download(show.owner.client, path.replace(".csv", ".xlsx"));
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="\w+-[0-9a-f-]{36}\.xlsx"$/);
    const [head, ...rest] = (await readXlsx(bytes)).sheets[0]!.rows;
    const lines = await linesOf(show.owner.client, path);
    expect([head!.join(","), rest.length]).toEqual([lines[0], lines.length - 1]);
    expect(rest.flat()).not.toContain("'=1+1");
    if (path.includes("attendees")) expect(rest.flat()).toEqual(expect.arrayContaining(["=1+1", 45]));
  }
});

test("orders and sales can be those of one event, and of a period", async () => {
  const [orders, sales] = paths();
  const countOf = async (path: string) => (await linesOf(show.owner.client, path)).length;
  for (const path of [orders, sales]) {
    expect(await countOf(`${path}?eventId=${show.eventId}`)).toBe(2);
    for (const other of [show.organizationId, "none"]) expect(await countOf(`${path}?eventId=${other}`)).toBe(1);
  }
  expect(await countOf(`${orders}?from=2020-01-01T00:00:00Z`)).toBe(2);
  expect(await countOf(`${orders}?to=2020-01-01T00:00:00Z`)).toBe(1);
  expect(await countOf(`${sales}?from=2020-01-01`)).toBe(2);
  expect(await countOf(`${sales}?to=2020-01-01`)).toBe(1);
});

test("a parameter that can't be read is refused by its name", async () => {
  const [orders, sales, , ledger, report] = paths();
  for (const [path, error] of [
    [`${report}?by=DAY,SEAT`, "by.1: must be of DAY, EVENT, SECTION, TIER, PRICE, PROMO_CODE, TENDER, CHANNEL"],
    [`${orders}?from=monday`, "from: must be a time with its offset, such as 2026-01-01T00:00:00Z"],
    [`${ledger}?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z`, "to: must be after from"],
    [`${sales}?to=2026-02-30`, "to: must be a day, such as 2026-01-31"],
  ] as const) {
    const answer = await download(show.owner.client, path);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([400, { error }]);
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
  for (const path of [
    "/exports/organizations/x/orders.csv",
    "/exports/events/x/attendees.csv",
    "/exports/events/",
  ].concat(paths().map((path) => path.replace(".csv", ".pdf"))))
    expect((await download(show.owner.client, path)).status).toBe(404);
});
