// Search of orders and attendees through the gateway, by those who may see them and by those who may not.
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
  sold = await placeOrder(buyer.client, hold.id, { names: ["Zoë Müller", "Jan Weiß"] });
  await payOrder(buyer.client, sold.id);
  await supergraph.settle();
});
afterAll(() => supergraph.stop());

const SEARCH = `query ($organization: ID!, $event: ID!, $orders: OrderSearch!, $attendees: AttendeeSearch) {
  organization(id: $organization) { findOrders(search: $orders) { nodes { id number } totalCount } }
  event(id: $event) { attendees(search: $attendees) { nodes { holderName orderNumber } totalCount } } }`;
const search = (client: Client, orders: Data, attendees?: Data) =>
  client.send(SEARCH, { organization: show.organizationId, event: show.eventId, orders, attendees });

test("a clerk finds an order and its tickets by number, by name and by seat", async () => {
  const clerk = await signUp(supergraph.client);
  await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
  const seat = show.seats[0]!;
  const label = `${seat.section.name} ${seat.row} ${seat.number}`;
  const eventId = show.eventId;
  for (const [orders, attendees, count] of [
    [{ number: sold.number.toLowerCase() }, { number: sold.number }, 2],
    [{ eventId, holderName: "muller" }, { holderName: "muller" }, 1],
    [{ eventId, seat: label }, { seat: label }, 1],
    [{ eventId, status: "CONFIRMED" }, { status: "VALID" }, 2],
  ] as const) {
    const { data, errors } = await search(clerk.client, orders, attendees);
    expect(errors ?? []).toEqual([]);
    expect(data!.organization.findOrders).toEqual({ nodes: [{ id: sold.id, number: sold.number }], totalCount: 1 });
    expect(data!.event.attendees.totalCount).toBe(count);
    expect(data!.event.attendees.nodes[0].orderNumber).toBe(sold.number);
  }
  const none = await search(clerk.client, { eventId, holderName: "Weib" }, { holderName: "Weib" });
  expect(none.data!.organization.findOrders.nodes).toEqual([]);
  expect(none.data!.event.attendees.nodes).toEqual([]);
});

test("scanners, members of other organizations and buyers find nothing", async () => {
  const scanner = await signUp(supergraph.client);
  await setMember(show.owner.client, show.organizationId, scanner.id, "SCANNER");
  const other = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  for (const { client } of [scanner, other.owner, buyer]) {
    const { data } = await search(client, { number: sold.number });
    expect(data).toMatchObject({ organization: { findOrders: null }, event: { attendees: null } });
  }
});

test("a name without an event is refused, and the error names the field", async () => {
  const { errors } = await search(show.owner.client, { holderName: "Zoë" });
  expect(errors).toMatchObject([
    { message: "search.holderName: needs the event: set eventId too", extensions: { code: "BAD_USER_INPUT" } },
  ]);
});
