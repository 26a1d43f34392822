// Tickets on their way: from hand to hand, and past gates that have no network.
import { randomUUID } from "node:crypto";
import { createPublicKey, verify, type JsonWebKey } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { buy, openShow, readOrder, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let show: Show;
let scanner: Person;
let free: string[];
beforeAll(async () => {
  supergraph = await startSupergraph();
  scanner = await signUp(supergraph.client);
  await openDoors();
});
afterAll(() => supergraph.stop());

/** A show with seats left, and the scanner at its door. */
async function openDoors(): Promise<void> {
  show = await openShow(supergraph.client, { maxSeatsPerBuyer: 20 });
  free = show.seats.map(({ id }) => id as string);
  await setMember(show.owner.client, show.organizationId, scanner.id, "SCANNER");
}

const newPerson = () => signUp(supergraph.client);

async function ticketsOf(buyer: Person, count: number): Promise<{ orderId: string; tickets: Data[] }> {
  const { order } = await buy(buyer.client, show.eventId, free.splice(0, count));
  await supergraph.settle();
  const { tickets } = await readOrder(buyer.client, order.id);
  return { orderId: order.id, tickets };
}

const offer = async ({ client }: Person, ticketId: string, idempotencyKey: string = randomUUID()): Promise<Data> =>
  (
    await client.send(
      `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { __typename ... on TicketOffer { code expiresAt ticket { id } } } }`,
      { i: { ticketId, idempotencyKey } },
    )
  ).data?.offerTicket;
const take = async ({ client }: Person, code: string, idempotencyKey: string = randomUUID()): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename ... on Ticket { id code holder { displayName } } } }`,
      { i: { code, idempotencyKey } },
    )
  ).acceptTicketOffer;
const checkIn = async (code: string): Promise<string> =>
  (await scanner.client.ask(`mutation ($c: String!) { checkIn(code: $c) { __typename } }`, { c: code })).checkIn
    .__typename;
const refund = (orderId: string, ticketIds: string[]) =>
  show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId, ticketIds, reason: "ill", idempotencyKey: randomUUID() },
  });

describe("from hand to hand", () => {
  test("whoever takes an offered ticket has it, and the old code dies at once", async () => {
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

  test("a ticket for another event is told so, and is as good as before", async () => {
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

describe("without a network", () => {
  beforeAll(openDoors);

  const upload = async (client: Client, scans: Data[], eventId = show.eventId) =>
    client.send(
      `mutation ($i: UploadScansInput!) { uploadScans(input: $i) { __typename ... on ScanUpload { scans { id outcome ticket { status } gate } } } }`,
      { i: { eventId, scans } },
    );
  const outcomes = async (scans: Data[]): Promise<string[]> =>
    (await upload(scanner.client, scans)).data.uploadScans.scans.map(({ outcome }: Data) => outcome);
  const scan = (code: string, secondsAgo: number, rest: Data = {}): Data => ({
    id: randomUUID(),
    code,
    scannedAt: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
    ...rest,
  });

  /** As a device does it that has nothing but the bundle. */
  async function readBundle() {
    const { event } = await scanner.client.ask(
      `query ($id: ID!) { event(id: $id) { checkInBundle { publicKey at exceptions { totalCount nodes { id status revision frozen } } } } }`,
      { id: show.eventId },
    );
    const { publicKey, exceptions } = event.checkInBundle;
    const key = createPublicKey({ key: JSON.parse(publicKey) as JsonWebKey, format: "jwk" });
    const except = new Map<string, Data>(exceptions.nodes.map((one: Data) => [one.id, one]));
    return (code: string): boolean => {
      const [prefix, payload = "", signature = ""] = code.split(".");
      if (!verify(null, Buffer.from(`${prefix}.${payload}`), key, Buffer.from(signature, "base64url"))) return false;
      const bytes = Buffer.from(payload, "base64url");
      const hex = bytes.toString("hex", 0, 16);
      const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
      const exception = except.get(id);
      return (
        bytes.toString("hex", 16, 32) === show.eventId.replaceAll("-", "") &&
        (!exception ||
          (exception.status === "VALID" && !exception.frozen && exception.revision === bytes.readUInt16BE(32)))
      );
    };
  }

  test("a device with the bundle lets in who has a good ticket, and nobody else", async () => {
    const [buyer, friend] = [await newPerson(), await newPerson()];
    const { orderId, tickets } = await ticketsOf(buyer, 4);
    const [good, handedOn, refunded, used] = tickets as [Data, Data, Data, Data];
    const taken = await take(friend, (await offer(buyer, handedOn.id)).code);
    await refund(orderId, [refunded.id]);
    await checkIn(used.code);
    const isGood = await readBundle();
    expect([good, taken, handedOn, refunded, used].map(({ code }) => isGood(code))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(
      isGood(
        good.code.replace(/^(T1\..)(.)/, (_: string, start: string, one: string) => start + (one === "B" ? "C" : "B")),
      ),
    ).toBe(false);
  });

  test("uploaded scans count once, and of several with one ticket the earliest has entered", async () => {
    const buyer = await newPerson();
    const { orderId, tickets } = await ticketsOf(buyer, 3);
    const [one, two, dead] = tickets as [Data, Data, Data];
    await refund(orderId, [dead.id]);
    const first = [
      scan(one.code, 60, { gate: "North" }),
      scan(two.code, 50),
      scan(dead.code, 40),
      scan("nonsense", 30),
    ];
    expect(await outcomes(first)).toEqual(["ADMITTED", "ADMITTED", "REVOKED", "UNKNOWN"]);
    // The answer was lost, and the device uploads the same again, with more.
    const earlier = scan(one.code, 90, { gate: "South" });
    expect(await outcomes([...first, earlier])).toEqual(["ADMITTED", "ADMITTED", "REVOKED", "UNKNOWN", "DOUBLE"]);
    const [entered] = await supergraph.query<{ usedAt: Date }>(
      "orders",
      `select used_at as "usedAt" from ticket where id = $1`,
      [one.id],
    );
    expect(entered!.usedAt.toISOString()).toBe(earlier.scannedAt);
    expect(await checkIn(one.code)).toBe("TicketAlreadyUsed");
    const { event } = await show.owner.client.ask(
      `query ($id: ID!) { event(id: $id) { scanConflicts { totalCount nodes { outcome gate scanner { id } ticket { id } } } } }`,
      { id: show.eventId },
    );
    expect(event.scanConflicts).toEqual({
      totalCount: 3,
      nodes: expect.arrayContaining([
        { outcome: "DOUBLE", gate: "South", scanner: { id: scanner.id }, ticket: { id: one.id } },
        { outcome: "REVOKED", gate: null, scanner: { id: scanner.id }, ticket: { id: dead.id } },
        { outcome: "UNKNOWN", gate: null, scanner: { id: scanner.id }, ticket: null },
      ]),
    });
  });

  test("of scans that are uploaded together the earliest is the entry, and another event's devices have their own ids", async () => {
    const buyer = await newPerson();
    const { tickets } = await ticketsOf(buyer, 1);
    const [late, early] = [scan(tickets[0]!.code, 10), scan(tickets[0]!.code, 20)];
    expect(await outcomes([late, early])).toEqual(["DOUBLE", "ADMITTED"]);
    const elsewhere = await openShow(supergraph.client);
    await buy(buyer.client, elsewhere.eventId, [elsewhere.seats[0].id]);
    const { data } = await upload(elsewhere.owner.client, [{ ...late, gate: "Elsewhere" }], elsewhere.eventId);
    expect(data.uploadScans.scans).toMatchObject([{ outcome: "OTHER_EVENT", ticket: null, gate: "Elsewhere" }]);
  });

  test("two devices that upload the same people at once come to one truth", async () => {
    const buyer = await newPerson();
    const { tickets } = await ticketsOf(buyer, 5);
    const seen = (secondsAgo: number) => tickets.map(({ code }: Data) => scan(code, secondsAgo));
    const both = await Promise.all([outcomes(seen(20)), outcomes(seen(10).reverse())]);
    expect(both.flat().sort()).toEqual([...Array<string>(5).fill("ADMITTED"), ...Array<string>(5).fill("DOUBLE")]);
  });

  test("a bad scan is rejected with its problem, the others are taken, and a repeated upload gets the same answer", async () => {
    const buyer = await newPerson();
    const { tickets } = await ticketsOf(buyer, 2);
    const [good, last] = tickets.map(({ code }: Data) => scan(code, 10)) as [Data, Data];
    const scans = [{ ...good, id: "7" }, good, { ...good, code: "another" }, { ...last, gate: "" }, good, last];
    const fields = `mutation ($i: UploadScansInput!) { uploadScans(input: $i) { ... on ScanUpload { scans { id outcome problem scannedAt } } } }`;
    const expected = [
      { id: "7", outcome: "REJECTED", problem: "id: must be a UUID", scannedAt: good.scannedAt },
      { id: good.id, outcome: "ADMITTED", problem: null, scannedAt: good.scannedAt },
      {
        id: good.id,
        outcome: "REJECTED",
        problem: "id: must be unique in the upload",
        scannedAt: good.scannedAt,
      },
      { id: last.id, outcome: "REJECTED", problem: "gate: must not be empty", scannedAt: last.scannedAt },
      { id: good.id, outcome: "ADMITTED", problem: null, scannedAt: good.scannedAt },
      { id: last.id, outcome: "ADMITTED", problem: null, scannedAt: last.scannedAt },
    ];
    for (let time = 0; time < 2; time++) {
      const { uploadScans } = await scanner.client.ask(fields, { i: { eventId: show.eventId, scans } });
      expect(uploadScans.scans).toEqual(expected);
    }
  });

  test("values that are none of their type refuse the upload and are named, so that a device can upload the rest", async () => {
    const buyer = await newPerson();
    const { tickets } = await ticketsOf(buyer, 4);
    const scans = tickets.map(({ code }: Data) => scan(code, 10));
    const spoilt = [scans[0], { ...scans[1], scannedAt: "0000-01-01T00:00:00Z" }, scans[2], { ...scans[3], code: 5 }];
    const { errors = [] } = await upload(scanner.client, spoilt);
    expect(errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", field: "input.scans.1.scannedAt" } },
      { extensions: { code: "BAD_USER_INPUT", field: "input.scans.3.code" } },
    ]);
    const named = errors.map(({ extensions }) => Number(extensions.field!.split(".")[2]));
    expect(await outcomes(spoilt.filter((_, index) => !named.includes(index)))).toEqual(["ADMITTED", "ADMITTED"]);
    // Nothing was taken of the first.
    expect(await outcomes([scans[1], scans[3]])).toEqual(["ADMITTED", "ADMITTED"]);
  });

  test("only the organization's scanners have the bundle and upload, and nonsense is told", async () => {
    const stranger = await newPerson();
    const bundle = `query ($id: ID!) { event(id: $id) { checkInBundle { publicKey } scanConflicts { totalCount } } }`;
    expect(await stranger.client.ask(bundle, { id: show.eventId })).toEqual({
      event: { checkInBundle: null, scanConflicts: null },
    });
    const one = scan("nonsense", 1);
    expect((await upload(stranger.client, [one])).data).toEqual({ uploadScans: { __typename: "NotFound" } });
    expect((await upload(scanner.client, [one], randomUUID())).data).toEqual({
      uploadScans: { __typename: "NotFound" },
    });
    const auditor = await newPerson();
    await setMember(show.owner.client, show.organizationId, auditor.id, "AUDITOR");
    expect((await upload(auditor.client, [one])).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    for (const scans of [[], Array.from({ length: 501 }, () => scan("x", 1))])
      expect((await upload(scanner.client, scans)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});
