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

describe("whose codes appear late", () => {
  const SET = `mutation ($input: SetCodeRuleInput!) { setCodeRule(input: $input) { __typename ... on Event { codesShownFrom } } }`;
  const setRule = (minutesBefore: number | null, { client }: Person = show.owner) =>
    client.send(SET, { input: { eventId: show.eventId, minutesBefore } });
  const WAYS = `code qr pdf apple: wallet(kind: APPLE) google: wallet(kind: GOOGLE) order { pdf }`;
  const waysOf = async ({ client }: Person, id: string): Promise<unknown[]> => {
    const { ticket } = await client.ask(`query ($id: ID!) { ticket(id: $id) { ${WAYS} } }`, { id });
    const { order, ...own } = ticket;
    return [...Object.values(own as Data), order.pdf];
  };
  afterAll(() => setRule(null));

  test("nobody gets a code before its time, by no way; the box office finds the ticket, and everybody reads the time", async () => {
    const [buyer, friend] = [await newPerson(), await newPerson()];
    const { event } = await buyer.client.ask(`query ($id: ID!) { event(id: $id) { startsAt codesShownFrom } }`, {
      id: show.eventId,
    });
    expect(event.codesShownFrom).toBeNull();
    const minutes = Math.floor((Date.parse(event.startsAt) - Date.now()) / 60_000) - 60;
    const shownFrom = new Date(Date.parse(event.startsAt) - minutes * 60_000).toISOString();
    const set = { setCodeRule: { __typename: "Event", codesShownFrom: shownFrom } };
    for (let time = 0; time < 2; time++) expect((await setRule(minutes)).data).toEqual(set);
    expect((await setRule(minutes, scanner)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    for (const bad of [0, 525_601])
      expect((await setRule(bad)).errors).toMatchObject([
        { message: "input.minutesBefore: must be 1 to 525600", extensions: { code: "BAD_USER_INPUT" } },
      ]);

    const { tickets } = await ticketsOf(buyer, 2);
    const [one, two] = tickets as [Data, Data];
    const nothing = Array<null>(6).fill(null);
    for (const person of [buyer, scanner, show.owner]) expect(await waysOf(person, one.id)).toEqual(nothing);
    const taken = await take(friend, (await offer(buyer, two.id)).code);
    expect(taken).toMatchObject({ __typename: "Ticket", code: null });
    const found = await show.owner.client.ask(
      `query ($id: ID!) { event(id: $id) { codesShownFrom attendees(first: 2) { nodes { id code } } } }`,
      { id: show.eventId },
    );
    expect(found.event.codesShownFrom).toBe(shownFrom);
    expect(found.event.attendees.nodes.map(({ id }: Data) => id).sort()).toEqual([one.id, two.id].sort());

    await supergraph.advance(3_700);
    const ways = await waysOf(buyer, one.id);
    expect(ways).toEqual(Array(6).fill(expect.any(String)));
    expect(await checkIn(ways[0] as string)).toBe("Ticket");
    expect((await waysOf(friend, two.id))[0]).toEqual(expect.any(String));
    await supergraph.advance(0);
  });
});

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

  describe("by the organizer's policy", () => {
    const SET = `mutation ($input: SetTransferPolicyInput!) { setTransferPolicy(input: $input) { __typename ... on Event { transferPolicy { mode coolOffSeconds mostPerHolder notBefore until } } } }`;
    const POLICY = `query ($id: ID!) { event(id: $id) { transferPolicy { mode coolOffSeconds mostPerHolder notBefore until } } }`;
    const FREE = { mode: "FREE", coolOffSeconds: 0, mostPerHolder: null, notBefore: null, until: null };
    const allow = async (policy: Data) =>
      (await show.owner.client.ask(SET, { input: { eventId: show.eventId, ...policy } })).setTransferPolicy;
    const refused = (reason: string, allowedFrom: unknown = null) => ({
      ...{ __typename: "TransferNotAllowed", reason, allowedFrom },
      message: expect.stringContaining("can't be handed on"),
    });
    const REFUSAL = `__typename ... on TransferNotAllowed { reason allowedFrom message }`;
    const tryOffer = async ({ client }: Person, ticketId: string): Promise<Data> =>
      (
        await client.ask(`mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { ${REFUSAL} } }`, {
          i: { ticketId, idempotencyKey: randomUUID() },
        })
      ).offerTicket;
    const tryTake = async ({ client }: Person, code: string): Promise<Data> =>
      (
        await client.ask(`mutation ($i: TakeTicketInput!) { takeTicket(input: $i) { ${REFUSAL} } }`, {
          i: { code, idempotencyKey: randomUUID() },
        })
      ).takeTicket;
    afterAll(() => allow({ mode: "FREE" }));

    test("a ticket is handed on once, or not at all, also if it was offered before; everybody reads the policy", async () => {
      const [seller, friend, other] = [await newPerson(), await newPerson(), await newPerson()];
      const { tickets } = await ticketsOf(seller, 2);
      expect((await friend.client.ask(POLICY, { id: show.eventId })).event.transferPolicy).toEqual(FREE);
      const early = await offer(seller, tickets[1]!.id);
      expect(await allow({ mode: "ONCE" })).toEqual({
        __typename: "Event",
        transferPolicy: { ...FREE, mode: "ONCE" },
      });
      const { code } = await offer(seller, tickets[0]!.id);
      expect((await take(friend, code)).__typename).toBe("Ticket");
      expect(await tryOffer(friend, tickets[0]!.id)).toEqual(refused("ALREADY_TRANSFERRED"));
      for (const mode of ["RETURN_ONLY", "NONE"]) {
        await allow({ mode });
        expect(await tryTake(friend, early.code)).toEqual(refused("NOT_ALLOWED"));
        expect(await tryOffer(seller, tickets[1]!.id)).toEqual(refused("NOT_ALLOWED"));
      }
      // The offer is as good as before.
      await allow({ mode: "ONCE" });
      expect((await take(other, early.code)).__typename).toBe("Ticket");
    });

    test("tickets are handed on in the organizer's time only, and new ones stay with their buyer for a while", async () => {
      const [seller, friend] = [await newPerson(), await newPerson()];
      const { tickets } = await ticketsOf(seller, 1);
      const { id } = tickets[0]!;
      const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
      const [notBefore, until] = [day(1), day(2)];
      await allow({ mode: "FREE", notBefore, until });
      expect(await tryOffer(seller, id)).toEqual(refused("TOO_EARLY", notBefore));
      await allow({ mode: "FREE", until: day(-1) });
      expect(await tryOffer(seller, id)).toEqual(refused("TOO_LATE"));
      await allow({ mode: "FREE", coolOffSeconds: 3_600 });
      expect(await tryOffer(seller, id)).toEqual(refused("COOL_OFF", expect.any(String)));
      await supergraph.advance(3_700);
      const { code } = await offer(seller, id);
      expect((await take(friend, code)).__typename).toBe("Ticket");
      await supergraph.advance(0);
      const wrong = await show.owner.client.send(SET, {
        input: { eventId: show.eventId, mode: "FREE", notBefore: until, until: notBefore },
      });
      expect(wrong.errors).toMatchObject([
        { message: "input.until: must be after notBefore", extensions: { code: "BAD_USER_INPUT" } },
      ]);
    });

    test("of tickets that are taken at once a person gets no more than the organizer allows", async () => {
      const [seller, friend] = [await newPerson(), await newPerson()];
      const { tickets } = await ticketsOf(seller, 4);
      await allow({ mode: "FREE", mostPerHolder: 2 });
      const offers = await Promise.all(tickets.map(({ id }) => offer(seller, id)));
      const answers = await Promise.all(offers.map(({ code }) => tryTake(friend, code)));
      const reasons = answers.map(({ __typename, reason }) => reason ?? __typename).sort();
      expect(reasons).toEqual(["HOLDER_LIMIT", "HOLDER_LIMIT", "Ticket", "Ticket"]);
      expect((await friend.client.ask(`{ me { tickets { nodes { id } } } }`)).me.tickets.nodes).toHaveLength(2);
    });
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
