// Tickets on their way: from hand to hand, and past gates.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import { openShow, type Person } from "../local/fixtures.ts";
import {
  checkIn,
  newPerson,
  offer,
  openDoors,
  refund,
  scanner,
  show,
  startEntrance,
  stopEntrance,
  supergraph,
  take,
  ticketsOf,
} from "./entrance.ts";

beforeAll(startEntrance);
afterAll(stopEntrance);

describe("from hand to hand", () => {
  test("an offered ticket belongs to the person who accepts it, and its old code is invalid at once", async () => {
    const [seller, friend] = [await newPerson(), await newPerson()];
    const { tickets } = await ticketsOf(seller, 1);
    const [{ id, code: oldCode }] = tickets as [Data];
    const key = randomUUID();
    const offered = await offer(seller, id, key);
    expect(offered).toMatchObject({ __typename: "TicketOffer", ticket: { id } });
    expect(await offer(seller, id, key)).toEqual(offered);
    const taken = await take(friend, offered.code);
    expect(taken).toMatchObject({ __typename: "Ticket", id, code: expect.any(String) });
    expect(taken.code).not.toBe(oldCode);
    expect(await checkIn(oldCode)).toBe("NotFound");
    const seenBy = async ({ client }: Person) =>
      (await client.ask(`query ($id: ID!) { ticket(id: $id) { code transfers { from { id } to { id } } } }`, { id }))
        .ticket;
    expect(await seenBy(seller)).toBeNull();
    expect(await seenBy(friend)).toEqual({ code: taken.code, transfers: [] });
    expect((await seenBy(show.owner)).transfers).toEqual([{ from: { id: seller.id }, to: { id: friend.id } }]);
    expect((await friend.client.ask(`{ me { tickets { nodes { id } } } }`)).me.tickets.nodes).toEqual([{ id }]);
    expect(await checkIn(taken.code)).toBe("Ticket");
  });

  test("of many who take it at once one has it, and nobody takes it twice", async () => {
    const [seller, ...friends] = await Promise.all(Array.from({ length: 6 }, newPerson));
    const { tickets } = await ticketsOf(seller!, 1);
    const { code } = await offer(seller!, tickets[0]!.id);
    const key = randomUUID();
    const answers = await Promise.all(friends.map((friend) => take(friend, code, key)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      "Ticket",
      ...Array<string>(4).fill("TicketOfferGone"),
    ]);
    const winner = friends[answers.findIndex(({ __typename }) => __typename === "Ticket")]!;
    expect((await take(winner, code, key)).__typename).toBe("Ticket");
    expect((await take(winner, code)).__typename).toBe("TicketOfferGone");
  });

  test("a ticket that is taken and scanned in the same moment lets in its old holder or goes to the new one, never both", async () => {
    const [seller, friend] = [await newPerson(), await newPerson()];
    const { tickets } = await ticketsOf(seller, 3);
    for (const { id, code } of tickets) {
      const offered = await offer(seller, id);
      const [scanned, { __typename: taken }] = await Promise.all([checkIn(code), take(friend, offered.code)]);
      expect([
        ["Ticket", "TicketOfferGone"],
        ["NotFound", "Ticket"],
      ]).toContainEqual([scanned, taken]);
    }
  });

  test("an offer ends when it is withdrawn, replaced, too old, or its ticket is gone", async () => {
    const [seller, friend] = [await newPerson(), await newPerson()];
    const { orderId, tickets } = await ticketsOf(seller, 4);
    const [one, two, three, four] = tickets.map(({ id }) => id as string) as [string, string, string, string];
    const withdrawn = await offer(seller, one);
    const withdraw = `mutation ($id: ID!) { withdrawTicketOffer(ticketId: $id) { __typename ... on Ticket { offer { code } } } }`;
    expect(await seller.client.ask(withdraw, { id: one })).toEqual({
      withdrawTicketOffer: { __typename: "Ticket", offer: null },
    });
    const replaced = await offer(seller, two);
    await offer(seller, two);
    const refunded = await offer(seller, three);
    await refund(orderId, [three]);
    const used = await offer(seller, four);
    expect(await checkIn(tickets[3]!.code)).toBe("Ticket");
    for (const { code } of [withdrawn, replaced, refunded, used])
      expect((await take(friend, code)).__typename).toBe("TicketOfferGone");
    const { code: late } = await offer(seller, one);
    expect((await take(seller, late)).__typename).toBe("TicketOfferGone");
    await supergraph.advance(8 * 86_400);
    expect((await take(friend, late)).__typename).toBe("TicketOfferGone");
    await supergraph.advance(0);
  });

  test("only its holder offers a ticket, and no other text takes one", async () => {
    const [seller, stranger] = [await newPerson(), await newPerson()];
    const { tickets } = await ticketsOf(seller, 1);
    const { id, code: ticketCode } = tickets[0]!;
    expect(await offer(stranger, id)).toEqual({ __typename: "NotFound" });
    const byOrganizer = await show.owner.client.send(
      `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { __typename } }`,
      { i: { ticketId: id, idempotencyKey: "k" } },
    );
    expect(byOrganizer.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    const { code } = await offer(seller, id);
    for (const text of ["", "O1", ticketCode, code.replace(/.$/, (last: string) => (last === "A" ? "B" : "A"))])
      expect((await take(stranger, text)).__typename).toBe("NotFound");
  });
});

describe("at an entrance", () => {
  beforeAll(openDoors);

  const enter = async (code: string, more: Data = {}): Promise<Data> =>
    (
      await scanner.client.ask(
        `mutation ($c: String!, $e: ID, $k: String) { checkIn(code: $c, eventId: $e, idempotencyKey: $k) { __typename ... on Ticket { status } ... on TicketForOtherEvent { message eventName startsAt event { id } } } }`,
        { c: code, ...more },
      )
    ).checkIn;

  test("a ticket for another event is refused with that reason, and stays valid", async () => {
    const { tickets } = await ticketsOf(await newPerson(), 1);
    const { code } = tickets[0]!;
    const elsewhere = await openShow(supergraph.client);
    const key = randomUUID();
    const refused = await enter(code, { e: elsewhere.eventId, k: key });
    expect(refused).toMatchObject({ __typename: "TicketForOtherEvent", event: { id: show.eventId } });
    expect(refused.message).toContain(refused.eventName);
    expect(refused.startsAt).toMatch(/Z$/);
    expect(await enter(code, { e: elsewhere.eventId, k: key })).toEqual(refused);
    expect((await enter(code, { e: "nonsense" })).__typename).toBe("TicketForOtherEvent");
    expect((await enter(code, { e: show.eventId, k: key })).__typename).toBe("IdempotencyKeyReused");
    expect(await enter(`${code}\r\n`, { e: show.eventId })).toEqual({ __typename: "Ticket", status: "USED" });
  });

  test("who says nothing of the event is refused a ticket for another date when there is an event today", async () => {
    const { tickets } = await ticketsOf(await newPerson(), 1);
    const { orderId } = await ticketsOf(await newPerson(), 1);
    const tonight = randomUUID();
    await supergraph.query(
      "orders",
      `with o as (insert into purchase (id, number, buyer_id, hold_id, status, event_id, organization_id, currency, total)
         select $1::uuid, $1::text, buyer_id, $1::uuid, 'CONFIRMED', $1::uuid, organization_id, currency, total from purchase where id = $2)
       insert into event_facts (event_id, version, name, place, starts_at, time_zone) values ($1::uuid, 1, 'Tonight', 'Here', now(), 'UTC')`,
      [tonight, orderId],
    );
    expect((await enter(tickets[0]!.code)).__typename).toBe("TicketForOtherEvent");
    await supergraph.query("orders", `delete from event_facts where event_id = $1`, [tonight]);
    expect((await enter(tickets[0]!.code)).__typename).toBe("Ticket");
  });

  test("a key stands for its code, also when another code is none of ours", async () => {
    const [seller, friend] = [await newPerson(), await newPerson()];
    const { tickets } = await ticketsOf(seller, 2);
    const key = randomUUID();
    expect((await enter(tickets[0]!.code, { k: key })).__typename).toBe("Ticket");
    expect((await enter("nope", { k: key })).__typename).toBe("IdempotencyKeyReused");
    const { code } = await offer(seller, tickets[1]!.id);
    expect((await take(friend, code, key)).__typename).toBe("Ticket");
    expect((await take(friend, "nope", key)).__typename).toBe("IdempotencyKeyReused");
  });
});
