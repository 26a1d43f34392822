// Search of orders and attendees through the gateway, by those who may see them and by those who may not.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import {
  holdSeats,
  openShow,
  payOrder,
  placeOrder,
  readOrder,
  setMember,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let mail: RunningMailCatcher;
let supergraph: TestSupergraph;
let show: Show;
let sold: Data;
let buyer: Person;
beforeAll(async () => {
  // Guests need it.
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl });
  show = await openShow(supergraph.client);
  buyer = await signUp(supergraph.client);
  const hold = await holdSeats(buyer.client, show.eventId, [show.seats[0]!.id, show.seats[1]!.id]);
  sold = await placeOrder(buyer.client, hold.id, { names: ["Zoë Müller", "Jan Weiß"] });
  await payOrder(buyer.client, sold.id);
  await supergraph.settle();
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

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
  const nobody = await signUp(supergraph.client);
  for (const { client } of [scanner, other.owner, nobody])
    for (const wanted of [{ number: sold.number }, { email: buyer.email }]) {
      const { data, errors } = await search(client, wanted, wanted);
      expect(data).toMatchObject({ organization: { findOrders: null }, event: { attendees: null } });
      expect(errors ?? []).toEqual([]);
    }
});

test("a name without an event is refused, and the error names the field", async () => {
  const { errors } = await search(show.owner.client, { holderName: "Zoë" });
  expect(errors).toMatchObject([
    { message: "search.holderName: needs the event: set eventId too", extensions: { code: "BAD_USER_INPUT" } },
  ]);
});

describe("by mail address", () => {
  let clerk: Person;
  beforeAll(async () => {
    clerk = await signUp(supergraph.client);
    await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
  });
  const found = async (email: string, more = {}) => {
    const { data, errors } = await search(clerk.client, { email, ...more }, { email });
    expect(errors ?? []).toEqual([]);
    return {
      orders: data!.organization.findOrders.nodes.map(({ number }: Data) => number),
      holders: data!.event.attendees.nodes.map(({ holderName }: Data) => holderName).sort(),
    };
  };
  const ofBuyer = () => ({ orders: [sold.number], holders: ["Jan Weiß", "Zoë Müller"] });

  test("a clerk finds the orders and tickets of an account, however its address is written", async () => {
    expect(await found(buyer.email)).toEqual(ofBuyer());
    expect(await found(buyer.email.toUpperCase(), { eventId: show.eventId })).toEqual(ofBuyer());
    expect(await found(buyer.email.slice(1))).toEqual({ orders: [], holders: [] });
    expect(await found(buyer.email, { status: "REFUNDED" })).toMatchObject({ orders: [] });
  });

  test("a clerk finds the orders of all guests of an address, and of a person who was given a ticket", async () => {
    const email = `${randomUUID()}@example.org`;
    const numbers: string[] = [];
    for (const seat of show.seats.slice(2, 4)) {
      const { startGuestSession: session } = await supergraph
        .client()
        .ask(`mutation ($i: StartGuestSessionInput!) { startGuestSession(input: $i) { accessToken } }`, {
          i: { email, name: "Grace" },
        });
      const guest = supergraph.client(session.accessToken);
      const order = await placeOrder(guest, (await holdSeats(guest, show.eventId, [seat.id])).id, { names: ["Grace"] });
      await payOrder(guest, order.id);
      numbers.push(order.number);
    }
    await supergraph.settle();
    expect(await found(email)).toEqual({ orders: numbers.toReversed(), holders: ["Grace", "Grace"] });
    const friend = await signUp(supergraph.client);
    const ticketId = (await readOrder(buyer.client, sold.id)).tickets[0].id;
    const { offerTicket: offer } = await buyer.client.ask(
      `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { ... on TicketOffer { code } } }`,
      { i: { ticketId, idempotencyKey: randomUUID() } },
    );
    const { acceptTicketOffer: taken } = await friend.client.ask(
      `mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename } }`,
      { i: { code: offer.code, idempotencyKey: randomUUID() } },
    );
    expect(taken.__typename).toBe("Ticket");
    expect((await found(friend.email)).orders).toEqual([sold.number]);
    expect((await found(friend.email)).holders).toHaveLength(1);
    expect(await found(buyer.email)).toMatchObject({ orders: [sold.number] });
  });

  test("an address with an account and orders elsewhere has the same answer as an unknown one", async () => {
    const other = await openShow(supergraph.client);
    const customer = await signUp(supergraph.client);
    const hold = await holdSeats(customer.client, other.eventId, [other.seats[0]!.id]);
    await payOrder(customer.client, (await placeOrder(customer.client, hold.id)).id);
    await supergraph.settle();
    const [unknown, elsewhere, member] = await Promise.all(
      [`${randomUUID()}@example.org`, customer.email, other.owner.email].map(async (email) => {
        const { data, errors } = await search(clerk.client, { email }, { email });
        return { data, errors };
      }),
    );
    expect(unknown!.data!.organization.findOrders).toEqual({ nodes: [], totalCount: 0 });
    for (const known of [elsewhere, member]) expect(known).toEqual(unknown);
  });

  test("without users the search by address is UNAVAILABLE, and the others go on", async () => {
    const attendees = (wanted: Data) =>
      clerk.client.send(
        `query ($id: ID!, $search: AttendeeSearch) { event(id: $id) { attendees(search: $search) { totalCount } } }`,
        { id: show.eventId, search: wanted },
      );
    await supergraph.pause("users");
    try {
      expect(await attendees({ number: sold.number })).toMatchObject({
        data: { event: { attendees: { totalCount: 2 } } },
      });
      const { data, errors } = await attendees({ email: buyer.email });
      expect(data).toEqual({ event: { attendees: null } });
      expect(errors).toMatchObject([
        { message: "users is unavailable: nothing was changed, try again.", extensions: { code: "UNAVAILABLE" } },
      ]);
    } finally {
      await supergraph.resume("users");
    }
  });
});
