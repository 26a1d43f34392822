// Gates of an event: sections, opening times, exits and re-entry, undone entries, several days, counts.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { openShow, type Person } from "../local/fixtures.ts";
import { refund, newPerson, scanner, show, startEntrance, stopEntrance, supergraph, ticketsOf } from "./entrance.ts";

beforeAll(startEntrance);
afterAll(stopEntrance);
afterEach(() => supergraph.advance(0));

const HOUR = 3_600;
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

async function createGate(more: Data = {}, client: Client = show.owner.client): Promise<Data> {
  const input = { eventId: show.eventId, name: `Gate ${randomUUID()}`, idempotencyKey: randomUUID(), ...more };
  const fields = `__typename ... on Gate { id name removed opensAt closesAt sections { id name } } ... on Error { message }`;
  const { data, errors } = await client.send(
    `mutation ($i: CreateGateInput!) { createGate(input: $i) { ${fields} } }`,
    { i: input },
  );
  return errors ? { errors } : data.createGate;
}

async function enter(code: string, more: Data = {}): Promise<Data> {
  const { checkIn } = await scanner.client.ask(
    `mutation ($c: String!, $e: ID, $g: ID, $k: String) { checkIn(code: $c, eventId: $e, gateId: $g, idempotencyKey: $k) {
       __typename ... on Ticket { status inside } ... on GateRefused { message reason gates opensAt } } }`,
    { c: code, ...more },
  );
  return checkIn;
}

async function leave(code: string, more: Data = {}): Promise<Data> {
  const { checkOut } = await scanner.client.ask(
    `mutation ($i: CheckOutInput!) { checkOut(input: $i) { __typename ... on Ticket { status inside } } }`,
    { i: { code, eventId: show.eventId, idempotencyKey: randomUUID(), ...more } },
  );
  return checkOut;
}

async function undo(ticketId: string, client: Client = scanner.client, more: Data = {}): Promise<Data> {
  const { data, errors } = await client.send(
    `mutation ($i: UndoCheckInInput!) { undoCheckIn(input: $i) { __typename ... on Ticket { status inside } } }`,
    { i: { ticketId, reason: "scanned by mistake", idempotencyKey: randomUUID(), ...more } },
  );
  return errors ? { errors } : data.undoCheckIn;
}

const passagesOf = async (id: string, client: Client = show.owner.client): Promise<Data[]> =>
  (
    await client.ask(
      `query ($id: ID!) { ticket(id: $id) { passages { kind by { id } gate { name } undoReason undoneBy { id } } } }`,
      { id },
    )
  ).ticket.passages;

async function oneTicket(): Promise<Data & { orderId: string; buyer: Person; sectionId: string }> {
  const buyer = await newPerson();
  const { orderId, tickets } = await ticketsOf(buyer, 1);
  const { ticket } = await buyer.client.ask(`query ($id: ID!) { ticket(id: $id) { seat { section { id name } } } }`, {
    id: tickets[0]!.id,
  });
  return { ...tickets[0]!, orderId, buyer, sectionId: ticket.seat.section.id };
}

async function otherSection(of: string): Promise<string> {
  const { event } = await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { venue { sections { id } } } }`, {
    id: show.eventId,
  });
  return event.venue.sections.map(({ id }: Data) => id).find((id: string) => id !== of);
}

describe("gates", () => {
  test("a gate admits only tickets of its sections, and the refusal names the gates that do", async () => {
    const { code, sectionId } = await oneTicket();
    const wrong = await createGate({ name: "Balcony door", sectionIds: [await otherSection(sectionId)] });
    const right = await createGate({ name: "North", sectionIds: [sectionId] });
    expect(right).toMatchObject({ __typename: "Gate", name: "North", sections: [{ id: sectionId }] });
    expect(await enter(code, { g: wrong.id })).toEqual({
      __typename: "GateRefused",
      message: "This gate does not admit the section of the ticket: use North.",
      reason: "OTHER_SECTION",
      gates: ["North"],
      opensAt: null,
    });
    expect(await enter(code, { g: right.id, e: show.eventId })).toMatchObject({ __typename: "Ticket", inside: true });
  });

  test("a gate admits between its opening and closing times only", async () => {
    const [early, late] = [await oneTicket(), await oneTicket()];
    const opensAt = inSeconds(HOUR);
    const gate = await createGate({ opensAt, closesAt: inSeconds(2 * HOUR) });
    expect(await enter(early.code, { g: gate.id })).toMatchObject({ reason: "NOT_OPEN", opensAt });
    await supergraph.advance(1.5 * HOUR);
    expect(await enter(early.code, { g: gate.id })).toMatchObject({ __typename: "Ticket" });
    await supergraph.advance(3 * HOUR);
    expect(await enter(late.code, { g: gate.id })).toMatchObject({ reason: "CLOSED" });
    // Without a gate the ticket is admitted as before.
    expect(await enter(late.code)).toMatchObject({ __typename: "Ticket" });
  });

  test("an unknown gate, a gate of another event and a removed gate admit nobody", async () => {
    const { code } = await oneTicket();
    const elsewhere = await openShow(supergraph.client);
    const foreign = await createGate({ eventId: elsewhere.eventId }, elsewhere.owner.client);
    const gone = await createGate();
    for (const gate of [foreign, gone]) expect(gate).toMatchObject({ __typename: "Gate" });
    const remove = `mutation ($id: ID!) { removeGate(gateId: $id) { __typename ... on Gate { removed } } }`;
    for (let time = 0; time < 2; time++)
      expect((await show.owner.client.ask(remove, { id: gone.id })).removeGate).toEqual({
        __typename: "Gate",
        removed: true,
      });
    for (const g of [randomUUID(), "7", foreign.id, gone.id])
      expect(await enter(code, { g })).toEqual({ __typename: "NotFound" });
    expect(await enter(code, { g: (await createGate()).id })).toMatchObject({ __typename: "Ticket" });
  });

  test("names are unique among the gates of an event, also at once, and of removed gates free again", async () => {
    const name = "South";
    const made = await Promise.all(Array.from({ length: 4 }, () => createGate({ name })));
    expect(made.map(({ __typename }) => __typename).sort()).toEqual([
      "Gate",
      ...Array<string>(3).fill("GateNameTaken"),
    ]);
    const { id } = made.find(({ __typename }) => __typename === "Gate")!;
    const other = await createGate();
    const update = `mutation ($i: UpdateGateInput!) { updateGate(input: $i) { __typename ... on Gate { name opensAt closesAt } } }`;
    const change = async (i: Data) => (await show.owner.client.ask(update, { i })).updateGate;
    expect(await change({ gateId: other.id, name })).toEqual({ __typename: "GateNameTaken" });
    const [opensAt, closesAt] = [inSeconds(HOUR), inSeconds(2 * HOUR)];
    expect(await change({ gateId: other.id, opensAt, closesAt })).toMatchObject({
      name: other.name,
      opensAt,
      closesAt,
    });
    expect(await change({ gateId: other.id, opensAt: null })).toMatchObject({
      name: other.name,
      opensAt: null,
      closesAt,
    });
    await show.owner.client.ask(`mutation ($id: ID!) { removeGate(gateId: $id) { __typename } }`, { id });
    expect(await change({ gateId: other.id, name })).toMatchObject({ name });
    expect(await change({ gateId: id, name: "again" })).toEqual({ __typename: "NotFound" });
  });

  test("only managers make gates, with sections of the venue and times in order", async () => {
    const stranger = await newPerson();
    expect(await createGate({}, stranger.client)).toMatchObject({ __typename: "NotFound" });
    expect(await createGate({}, scanner.client)).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect(await createGate({ sectionIds: [randomUUID()] })).toMatchObject({
      __typename: "NotFound",
      message: "There is no such section.",
    });
    for (const [more, field] of [
      [{ name: " " }, "input.name"],
      [{ sectionIds: [] }, "input.sectionIds"],
      [{ opensAt: inSeconds(HOUR), closesAt: inSeconds(60) }, "input.closesAt"],
    ] as const)
      expect(await createGate(more)).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", field } }] });
    const idempotencyKey = randomUUID();
    const twice = [
      await createGate({ name: "Key", idempotencyKey }),
      await createGate({ name: "Key", idempotencyKey }),
    ];
    expect(twice[0]).toEqual(twice[1]);
  });
});

describe("exits", () => {
  test("a ticket that was checked out enters again, once", async () => {
    const { id, code } = await oneTicket();
    const gate = await createGate();
    expect(await leave(code)).toEqual({ __typename: "TicketNotInside" });
    await enter(code, { g: gate.id });
    const key = randomUUID();
    for (let time = 0; time < 2; time++)
      expect(await leave(code, { idempotencyKey: key, gateId: gate.id })).toMatchObject({
        status: "USED",
        inside: false,
      });
    expect(await leave(code)).toEqual({ __typename: "TicketNotInside" });
    const at = { e: show.eventId };
    const again = await Promise.all(Array.from({ length: 4 }, () => enter(code, at)));
    expect(again.map(({ __typename }) => __typename).sort()).toEqual([
      "Ticket",
      ...Array<string>(3).fill("TicketAlreadyUsed"),
    ]);
    expect(await passagesOf(id)).toMatchObject([
      { kind: "ENTRY", by: { id: scanner.id }, gate: { name: gate.name } },
      { kind: "EXIT", gate: { name: gate.name } },
      { kind: "ENTRY", gate: null },
    ]);
  });

  test("a ticket for another event and a code that is not genuine leave nothing", async () => {
    const { code } = await oneTicket();
    await enter(code);
    const elsewhere = await openShow(supergraph.client);
    expect(await leave(code, { eventId: elsewhere.eventId })).toEqual({ __typename: "TicketForOtherEvent" });
    expect(await leave("nonsense")).toEqual({ __typename: "NotFound" });
    expect(await leave(code, { gateId: randomUUID() })).toEqual({ __typename: "NotFound" });
    expect(await leave(code)).toMatchObject({ __typename: "Ticket" });
  });
});

describe("undone entries", () => {
  test("an undone entry makes the ticket valid again, and the reason stays", async () => {
    const { id, code, buyer } = await oneTicket();
    expect(await undo(id)).toEqual({ __typename: "TicketNotInside" });
    await enter(code);
    expect(await undo(id, buyer.client)).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect(await undo(id, scanner.client, { reason: "" })).toMatchObject({
      errors: [{ extensions: { code: "BAD_USER_INPUT", field: "input.reason" } }],
    });
    const idempotencyKey = randomUUID();
    for (let time = 0; time < 2; time++)
      expect(await undo(id, scanner.client, { idempotencyKey })).toMatchObject({ status: "VALID", inside: false });
    expect(await passagesOf(id)).toMatchObject([
      { kind: "ENTRY", undoReason: "scanned by mistake", undoneBy: { id: scanner.id } },
    ]);
    expect(await passagesOf(id, buyer.client)).toEqual([]);
    expect(await enter(code)).toMatchObject({ status: "USED" });
  });

  test("an undone re-entry leaves the ticket outside", async () => {
    const { id, code } = await oneTicket();
    await enter(code);
    await leave(code);
    await enter(code, { e: show.eventId });
    expect(await undo(id)).toMatchObject({ status: "USED", inside: false });
    expect(await undo(id)).toEqual({ __typename: "TicketNotInside" });
    expect(await enter(code, { e: show.eventId })).toMatchObject({ inside: true });
  });

  test("the entry of a refunded ticket can't be undone", async () => {
    const { id, code, orderId } = await oneTicket();
    await enter(code);
    await refund(orderId, [id]);
    expect(await undo(id)).toEqual({ __typename: "NotFound" });
  });
});

describe("events of several days", () => {
  test("by the rule DAILY a ticket enters once a day, in the event's time zone", async () => {
    const { code } = await oneTicket();
    const set = `mutation ($id: ID!, $r: EntryRule!) { setEntryRule(eventId: $id, rule: $r) { __typename ... on Event { entryRule } } }`;
    const setRule = async (r: string) => (await show.owner.client.ask(set, { id: show.eventId, r })).setEntryRule;
    expect(await setRule("DAILY")).toEqual({ __typename: "Event", entryRule: "DAILY" });
    const at = { e: show.eventId };
    expect((await enter(code, at)).__typename).toBe("Ticket");
    expect((await enter(code, at)).__typename).toBe("TicketAlreadyUsed");
    await supergraph.advance(24 * HOUR);
    expect((await enter(code, at)).__typename).toBe("Ticket");
    expect((await enter(code, at)).__typename).toBe("TicketAlreadyUsed");
    await supergraph.advance(48 * HOUR);
    expect(await setRule("ONCE")).toMatchObject({ entryRule: "ONCE" });
    expect((await enter(code, at)).__typename).toBe("TicketAlreadyUsed");
  });
});

describe("without a network", () => {
  const upload = async (scans: Data[]): Promise<Data[]> =>
    (
      await scanner.client.ask(
        `mutation ($i: UploadScansInput!) { uploadScans(input: $i) { ... on ScanUpload { scans { outcome problem } } } }`,
        { i: { eventId: show.eventId, scans } },
      )
    ).uploadScans.scans;

  test("entries and exits count in the order of their times, and at their gates", async () => {
    const { id, code } = await oneTicket();
    const gate = await createGate();
    const scan = (kind: string, secondsAgo: number, more: Data = {}) => ({
      ...{ id: randomUUID(), code, kind, gateId: gate.id, scannedAt: inSeconds(-secondsAgo) },
      ...more,
    });
    const scans = [scan("ENTRY", 10), scan("EXIT", 20), scan("ENTRY", 30), scan("EXIT", 40), scan("ENTRY", 5)];
    const outcomes = ["ADMITTED", "LEFT", "ADMITTED", "NOT_INSIDE", "DOUBLE"];
    for (let time = 0; time < 2; time++) expect((await upload(scans)).map(({ outcome }) => outcome)).toEqual(outcomes);
    expect((await passagesOf(id)).map(({ kind }) => kind)).toEqual(["ENTRY", "EXIT", "ENTRY"]);
    expect(await upload([scan("ENTRY", 1, { gateId: randomUUID() })])).toEqual([
      { outcome: "REJECTED", problem: "gateId: must be a gate of the event" },
    ]);
    expect(await leave(code)).toMatchObject({ inside: false });
  });
});

describe("counts", () => {
  const COUNTS = `tickets admitted inside gates { gate { id } entries }`;

  test("counts follow entries, exits and undone entries, live, for the organization only", async () => {
    const [one, two, three] = [await oneTicket(), await oneTicket(), await oneTicket()];
    const gate = await createGate();
    const live = scanner.client.subscribe(`subscription ($id: ID!) { admissionsChanged(eventId: $id) { ${COUNTS} } }`, {
      id: show.eventId,
    });
    const [{ admissionsChanged: first }] = (await live.until(({ length }) => length > 0)) as [Data];
    const until = (admitted: number, inside: number, entries: number) =>
      live.until((messages) => {
        const { admissionsChanged: now } = messages.at(-1)!;
        const here = now.gates.find((count: Data) => count.gate.id === gate.id);
        return (
          [now.admitted - first.admitted, now.inside - first.inside, here.entries].join() ===
          [admitted, inside, entries].join()
        );
      });
    for (const { code } of [one, two, three]) await enter(code, { g: gate.id });
    await until(3, 3, 3);
    await leave(one.code);
    await undo(two.id);
    await until(2, 1, 2);
    live.stop();
    const stranger = await newPerson();
    const seen = await stranger.client.ask(
      `query ($id: ID!) { event(id: $id) { gates { id } entryRule admissions { tickets } } }`,
      { id: show.eventId },
    );
    expect(seen.event).toEqual({ gates: null, entryRule: null, admissions: null });
  });
});
