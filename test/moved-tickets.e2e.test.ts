// A box office moves sold tickets to other seats: no seat is sold twice, and none is lost.
import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import type { Data } from "../local/client.ts";
import { readOrder, signUp } from "../local/fixtures.ts";
import { redeliver } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import {
  bought,
  clerk,
  expectNoSeatLost,
  key,
  mail,
  move,
  MOVE,
  openBoxOffice,
  openMoves,
  refund,
  seats,
  show,
  startBoxOffice,
  statuses,
  stopBoxOffice,
  supergraph,
  tryMove,
  untilSettled,
  withoutSettlements,
} from "./box-office.ts";

beforeAll(startBoxOffice);
beforeEach(openBoxOffice);
afterAll(stopBoxOffice);

test("a moved ticket has the new seat and a new code, the old seat is on sale, and the holder gets one letter", async () => {
  const { buyer, orderId, tickets } = await bought(1, 2);
  const [{ id, code }] = tickets as [Data];
  const moving = key();
  const moved = await move(id, seats[11]!, moving);
  expect(moved).toMatchObject({ __typename: "Ticket", id, status: "VALID" });
  expect(moved.seat).toEqual({ id: seats[11], section: { name: "Parkett" }, row: "2", number: "2" });
  expect(moved.code).not.toBe(code);
  expect(await move(id, seats[11]!, moving)).toEqual(moved);
  expect((await move(id, seats[12]!, moving)).__typename).toBe("IdempotencyKeyReused");
  await redeliver(supergraph, "under new names");
  await expectNoSeatLost();
  expect(await statuses()).toMatchObject({ [seats[1]!]: "AVAILABLE", [seats[2]!]: "SOLD", [seats[11]!]: "SOLD" });

  const { order } = await buyer.client.ask(
    `query ($id: ID!) { order(id: $id) { total { amount } items { seat { id } } letters { kind status } } }`,
    { id: orderId },
  );
  expect(order.total.amount).toBe(9_000);
  expect(order.items.map(({ seat }: Data) => seat.id).sort()).toEqual([seats[11], seats[2]].sort());
  expect(order.letters.filter(({ kind }: Data) => kind === "TICKET_MOVED")).toEqual([
    { kind: "TICKET_MOVED", status: "SENT" },
  ]);
  const mails = mail.mails().filter(({ to }) => to.includes(buyer.email));
  const parsed = await Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
  const letters = parsed.filter(({ subject }) => subject?.includes("new seat"));
  expect(letters).toHaveLength(1);
  expect(letters[0]!.text).toContain("Row 2, Seat 2");
  expect(letters[0]!.text).toContain("Broken seat");
  expect(letters[0]!.attachments.map(({ mimeType }) => mimeType)).toContain("application/pdf");
});

test("a ticket comes back to its first seat, and a refund then releases the seat that it has", async () => {
  const { orderId, tickets } = await bought(1, 2);
  const [{ id }, { id: other }] = tickets as [Data, Data];
  for (const seat of [11, 1, 12, 1]) expect((await move(id, seats[seat]!)).seat.id).toBe(seats[seat]);
  // The other ticket gets a seat that the first one has left.
  expect((await move(other, seats[11]!)).seat.id).toBe(seats[11]);
  await expectNoSeatLost();
  await refund(orderId, [id]);
  await expectNoSeatLost();
  expect(await statuses()).toMatchObject({ [seats[1]!]: "AVAILABLE", [seats[11]!]: "SOLD", [seats[12]!]: "AVAILABLE" });
});

test("a seat of a refunded ticket is not taken by the same order, so a repeated release frees nobody's seat", async () => {
  const { orderId, tickets } = await bought(1, 2);
  const [{ id: gone }, { id }] = tickets as [Data, Data];
  await refund(orderId, [gone]);
  await supergraph.settle();
  expect(await move(id, seats[1]!)).toMatchObject({ __typename: "TicketNotMovable", reason: "SEAT_OF_ORDER" });
  const { tickets: others } = await bought(3);
  expect((await move(others[0]!.id, seats[1]!)).__typename).toBe("Ticket");
  expect((await move(gone, seats[12]!)).__typename).toBe("NotFound");
  await expectNoSeatLost();
});

test("of tickets that are moved to one seat at the same time one has it", async () => {
  const both = await Promise.all([bought(1, 2, 3), bought(4, 6)]);
  const ids = both.flatMap(({ tickets }) => tickets.map(({ id }) => id as string));
  const moved = await Promise.all(ids.map((id) => move(id, seats[15]!)));
  expect(moved.filter(({ __typename }) => __typename === "Ticket")).toHaveLength(1);
  for (const { reason } of moved.filter(({ __typename }) => __typename !== "Ticket"))
    expect(["SEAT_TAKEN", "SEAT_OF_ORDER"]).toContain(reason);
  await expectNoSeatLost();
});

test("one ticket that is moved to several seats at the same time has one of them, and a repeated request its first answer", async () => {
  const { tickets } = await bought(1);
  const { id } = tickets[0]!;
  const wanted = [11, 12, 13, 14].map((no) => ({ seat: seats[no]!, key: key() }));
  const ask = () => Promise.all(wanted.flatMap((one) => [1, 2].map(() => move(id, one.seat, one.key))));
  const first = await ask();
  const again = await ask();
  expect(again.map(({ __typename }) => __typename)).toEqual(first.map(({ __typename }) => __typename));
  for (let n = 0; n < first.length; n += 2) expect(first[n]!.__typename).toBe(first[n + 1]!.__typename);
  for (const one of first) if (one.__typename !== "Ticket") expect(one.reason).toBe("MOVE_IN_PROGRESS");
  expect(first.some(({ __typename }) => __typename === "Ticket")).toBe(true);
  await expectNoSeatLost();
});

test("a seat that is held and moved to at the same time has one owner", async () => {
  const { tickets } = await bought(1);
  const buyer = await signUp(supergraph.client);
  const hold = `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename } }`;
  const [held, moved] = await Promise.all([
    buyer.client.ask(hold, { i: { eventId: show.eventId, seatIds: [seats[12]], idempotencyKey: key() } }),
    move(tickets[0]!.id, seats[12]!),
  ]);
  expect([held.holdSeats.__typename, moved.__typename]).toEqual(
    moved.__typename === "Ticket" ? ["SeatsUnavailable", "Ticket"] : ["Hold", "TicketNotMovable"],
  );
  await expectNoSeatLost();
});

test("refunds and moves at the same time leave no seat without an owner, and no ticket without a seat", async () => {
  for (const seat of [11, 13, 15]) {
    const { orderId, tickets } = await bought(seat - 9, seat - 10);
    const [{ id }] = tickets as [Data];
    await Promise.all([move(id, seats[seat]!), refund(orderId, [id])]);
    await expectNoSeatLost();
    expect((await statuses())[seats[seat]!]).toBe("AVAILABLE");
  }
});

test("a move whose process dies after seating has decided is finished by another one", async () => {
  const { buyer, orderId, tickets } = await bought(1);
  const { id } = tickets[0]!;
  const moving = key();
  await withoutSettlements(async () => {
    const { errors } = await tryMove(clerk.client, id, seats[11]!, moving);
    expect(errors).toBeDefined();
    await until(async () => (await statuses())[seats[11]!] === "SOLD", "seating has exchanged the seats");
    expect(await move(id, seats[12]!)).toMatchObject({ reason: "MOVE_IN_PROGRESS" });
  });
  await untilSettled();
  expect((await readOrder(buyer.client, orderId)).tickets[0].seat.id).toBe(seats[11]);
  expect(await move(id, seats[11]!, moving)).toMatchObject({ __typename: "Ticket", seat: { id: seats[11] } });
  await expectNoSeatLost();
});

test("a ticket that is refunded before its move is finished leaves both seats on sale, and no other ticket of the order gets them", async () => {
  const { orderId, tickets } = await bought(1, 2);
  const [{ id }, { id: other }] = tickets as [Data, Data];
  await withoutSettlements(async () => {
    await tryMove(clerk.client, id, seats[11]!);
    await until(async () => (await statuses())[seats[11]!] === "SOLD", "seating has exchanged the seats");
    // Free, but the move may still end.
    expect(await move(other, seats[1]!)).toMatchObject({ reason: "SEAT_OF_ORDER" });
    await refund(orderId, [id]);
  });
  await untilSettled();
  await expectNoSeatLost();
  expect(await statuses()).toMatchObject({ [seats[1]!]: "AVAILABLE", [seats[11]!]: "AVAILABLE" });
  for (const no of [1, 11]) expect(await move(other, seats[no]!)).toMatchObject({ reason: "SEAT_OF_ORDER" });
  expect((await move(other, seats[12]!)).__typename).toBe("Ticket");
});

test("a live map shows both seats of a move", async () => {
  const { tickets } = await bought(1);
  const feed = supergraph
    .client()
    .subscribe(`subscription ($e: ID!) { seatsChanged(eventId: $e) { seats { id status } } }`, { e: show.eventId });
  await feed.until((messages) => messages.length === 1);
  await move(tickets[0]!.id, seats[11]!);
  await feed.until((messages) => {
    const seen = messages.flatMap(({ seatsChanged }) => seatsChanged.seats as Data[]);
    const last = (seat: string) => seen.findLast(({ id }) => id === seat)?.status;
    return last(seats[1]!) === "AVAILABLE" && last(seats[11]!) === "SOLD";
  });
  feed.stop();
});

test("seats that are taken, of another price or without numbers are refused, and so are tickets that are used, offered or the same", async () => {
  const { buyer, tickets } = await bought(1, 2, 20);
  const [{ id }, , { id: standing }] = tickets as [Data, Data, Data];
  const refused = async (ticketId: string, seat: string) => (await move(ticketId, seat)).reason as string;
  expect(await refused(id, seats[2]!)).toBe("SEAT_TAKEN");
  expect(await refused(id, seats[1]!)).toBe("SAME_SEAT");
  expect(await refused(id, seats[21]!)).toBe("GENERAL_ADMISSION");
  expect(await refused(standing, seats[21]!)).toBe("GENERAL_ADMISSION");
  for (const seat of [`${show.eventId}.9999`, `${randomUUID()}.1`, "nonsense"])
    expect((await move(id, seat)).__typename).toBe("NotFound");
  const block = `mutation ($e: ID!, $s: [ID!]!) { blockSeats(eventId: $e, seatIds: $s) { __typename } }`;
  await show.owner.client.ask(block, { e: show.eventId, s: [seats[15]] });
  expect(await refused(id, seats[15]!)).toBe("SEAT_TAKEN");
  const offer = `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { __typename } }`;
  await buyer.client.ask(offer, { i: { ticketId: id, idempotencyKey: key() } });
  expect(await refused(id, seats[11]!)).toBe("OFFERED");
  await buyer.client.ask(`mutation ($id: ID!) { withdrawTicketOffer(ticketId: $id) { __typename } }`, { id });
  const { code } = await move(id, seats[11]!);
  await show.owner.client.ask(`mutation ($c: String!) { checkIn(code: $c) { __typename } }`, { c: code });
  expect((await move(id, seats[12]!)).__typename).toBe("TicketAlreadyUsed");
  await expect(
    buyer.client.ask(MOVE, { input: { ticketId: id, seatId: seats[12], reason: "x", idempotencyKey: key() } }),
  ).rejects.toThrow("BOX_OFFICE");
  await expectNoSeatLost();
});

test("a ticket for an event that is over or cancelled stays where it is", async () => {
  const { tickets } = await bought(1, 2);
  await supergraph.advance(60 * 86_400);
  const late = await move(tickets[0]!.id, seats[11]!);
  await supergraph.advance(0);
  expect(late).toMatchObject({ __typename: "TicketNotMovable", reason: "EVENT_OVER" });
  const cancel = `mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "Storm") { __typename } }`;
  const [moved] = await Promise.all([
    move(tickets[0]!.id, seats[11]!),
    show.owner.client.ask(cancel, { id: show.eventId }),
  ]);
  expect(["Ticket", "NotFound", "TicketNotMovable"]).toContain(moved.__typename);
  await supergraph.settle();
  expect((await move(tickets[1]!.id, seats[12]!)).__typename).toBe("NotFound");
  await expectNoSeatLost();
});

test("without seating nothing is moved, and the same request succeeds later", async () => {
  const { tickets } = await bought(1);
  const { id } = tickets[0]!;
  const moving = key();
  await supergraph.pause("seating");
  const { errors } = await tryMove(clerk.client, id, seats[11]!, moving);
  await supergraph.resume("seating");
  expect(errors).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
  expect(await openMoves()).toEqual([]);
  expect((await move(id, seats[11]!, moving)).__typename).toBe("Ticket");
  await expectNoSeatLost();
});

test("tickets of the counter and complimentary ones are moved as all others", async () => {
  const ask = async (query: string, input: Data) =>
    await clerk.client.ask(query, { i: { idempotencyKey: key(), ...input } });
  await ask(`mutation ($i: OpenDrawerInput!) { openDrawer(input: $i) { __typename } }`, {
    organizationId: show.organizationId,
    currency: "EUR",
    openingFloat: 0,
  });
  const { holdSeats: held } = await ask(
    `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { ... on Hold { id } } }`,
    {
      eventId: show.eventId,
      seatIds: [seats[1]],
      atCounter: true,
    },
  );
  const { sellAtCounter: order } = await ask(
    `mutation ($i: SellAtCounterInput!) { sellAtCounter(input: $i) { ... on Order { id tickets { id } } } }`,
    {
      organizationId: show.organizationId,
      holdId: held.id,
      tender: "COMPLIMENTARY",
      expectedTotal: 0,
      reason: "Press",
    },
  );
  expect(await move(order.tickets[0].id, seats[11]!)).toMatchObject({ __typename: "Ticket", seat: { id: seats[11] } });
  await expectNoSeatLost();
  const letters = await supergraph.query("orders", "select 1 from letter where order_id = $1", [order.id]);
  expect(letters).toEqual([]);
});
