// Queues: joining, the draw, admission and the limit of people inside, with one process and with two.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Data } from "../../../local/client.ts";
import { loadSigner, signForViewer } from "../../../platform/identity/identity.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import { QueueAssessed } from "../../../schema/messages/risk.ts";
import { provesInclusion } from "../../../domain/queue/merkle-tree.ts";
import { guestIdOf } from "../../../domain/guests.ts";
import { mergeQueueEntries } from "../commands/merge-queue-entries.ts";
import { solve } from "../../../testkit/proof-of-work.ts";
import { until } from "../../../testkit/until.ts";
import { verifyFolder } from "../../../tools/queue-folder.ts";
import { openEvent, organizationId, seating, startSeating, stopSeating } from "./front-door.ts";

beforeAll(() => startSeating());
afterAll(() => stopSeating());

const manager = { userId: randomUUID(), memberships: { [organizationId]: "MANAGER" } };
const QUEUE = `id state serving entryCount drawnCount policy commitment policyHash seed entriesRoot note documentPath drawPath
  entry { id rank state } figures { active maxActive admitted }`;
const REFUSAL = "... on Error { __typename message }";
const OPEN = `mutation ($input: OpenQueueInput!) { openQueue(input: $input) { __typename ... on Queue { ${QUEUE} } ${REFUSAL} } }`;
const STEER = `mutation ($input: SteerQueueInput!) { steerQueue(input: $input) { __typename ... on Queue { ${QUEUE} } ... on QueueNotSteerable { reason } ${REFUSAL} } }`;
const JOIN = `mutation ($id: ID!) { joinQueue(eventId: $id) { __typename ... on QueueEntry { id rank state } ${REFUSAL} } }`;
const JOIN_WITH_WORK = `mutation ($id: ID!, $proofOfWork: String) { joinQueue(eventId: $id, proofOfWork: $proofOfWork) { __typename ... on QueueEntry { id state } ... on ProofOfWorkRequired { challenge } ${REFUSAL} } }`;
const LEAVE = `mutation ($id: ID!) { leaveQueue(eventId: $id) { __typename ... on QueueEntry { id rank state } ${REFUSAL} } }`;
const ENTER = `mutation ($id: ID!) { enterSale(eventId: $id) { __typename ... on Admission { token expiresAt extendableUntil } ... on NotYourTurn { serving retryAfterSeconds } ... on SaleFull { retryAfterSeconds } ${REFUSAL} } }`;
const HOLD = `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename ... on Hold { id } ... on AdmissionRequired { event { id } } ${REFUSAL} } }`;

const done = async (viewer: object | null, query: string, variables: Data): Promise<Data> => {
  const { data, errors } = await seating.as(viewer, query, variables);
  if (errors) throw new Error(errors[0]!.message);
  return Object.values(data)[0] as Data;
};
const person = () => ({ userId: randomUUID() as string });
type Person = ReturnType<typeof person>;
const people = (count: number) => Array.from({ length: count }, person);

async function opened(seats: number, rest: Data = {}, state = "OPEN") {
  const { eventId, seatIds } = await openEvent(seats);
  const drawAt = new Date(Date.now() + 3_600_000 + offset * 1_000).toISOString();
  const input = { eventId, drawAt, idempotencyKey: randomUUID(), ...rest };
  expect(await done(manager, OPEN, { input })).toMatchObject({ __typename: "Queue", state, serving: 0 });
  return { eventId, seatIds };
}

/** How far the clock of the database is ahead. */
let offset = 0;
async function advance(seconds: number): Promise<void> {
  offset += seconds;
  await seating.advance(offset);
}

const PROOF = "entry { id index proof }";
const queueOf = async (eventId: string, viewer: object | null = null, fields = QUEUE): Promise<Data> => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Event { queue { ${fields} } } } }`;
  const { data } = await seating.as(viewer, query, { r: [{ __typename: "Event", id: eventId }] });
  return data._entities[0].queue;
};
const untilServed = (eventId: string, serving: number) =>
  until(async () => (await queueOf(eventId)).serving >= serving, `${serving} are served`);
const join = (who: Person, eventId: string) => done(who, JOIN, { id: eventId });
const enter = (who: Person, eventId: string) => done(who, ENTER, { id: eventId });
const hold = (who: object, eventId: string, seatId: string, admission?: string, more: Data = {}) =>
  done(who, HOLD, { input: { eventId, seatIds: [seatId], admission, idempotencyKey: randomUUID(), ...more } });

/** A queue that is drawn and serves everybody. */
async function drawn(count: number, rest: Data = {}) {
  const all = people(count);
  const { eventId, seatIds } = await opened(50, rest);
  await Promise.all(all.map((who) => join(who, eventId)));
  await advance(3_600);
  await until(async () => (await queueOf(eventId)).state === "SERVING", "the queue serves");
  const ranks = await Promise.all(all.map(async (who) => (await queueOf(eventId, who)).entry.rank as number));
  const inOrder = all.map((who, index) => ({ who, rank: ranks[index]! })).toSorted((a, b) => a.rank - b.rank);
  return { eventId, seatIds, inOrder: inOrder.map(({ who }) => who) };
}

async function fetchFile(file: string): Promise<Response> {
  const signer = loadSigner("gateway", seating.env.GATEWAY_SIGNING_KEY_FILE!);
  const authorization = `Bearer ${await signForViewer(signer, "seating", null)}`;
  return fetch(new URL(file, seating.running.url), { headers: { authorization } });
}

test("everybody who joins before the draw has a rank, once, and those who join later follow in order", async () => {
  const { eventId } = await opened(50);
  const early = people(20);
  const [first] = early as [Person];
  // Many tabs of one account, at once.
  const tabs = await Promise.all(Array.from({ length: 50 }, () => join(first, eventId)));
  expect(new Set(tabs.map(({ id }) => id)).size).toBe(1);
  await Promise.all(early.map((who) => join(who, eventId)));
  expect(await queueOf(eventId, first)).toMatchObject({ state: "OPEN", entryCount: 20, entry: { rank: null } });
  const before = await queueOf(eventId);
  expect(before).toMatchObject({ seed: null, entriesRoot: null, drawPath: null, figures: null, entry: null });
  await advance(3_600);
  await until(async () => (await queueOf(eventId)).state === "SERVING", "the queue serves");
  const late = people(3);
  for (const who of late) await join(who, eventId);
  const ranks = await Promise.all([...early, ...late].map(async (who) => (await queueOf(eventId, who)).entry.rank));
  expect(ranks.slice(0, 20).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(ranks.slice(20)).toEqual([21, 22, 23]);
  expect(await queueOf(eventId, manager)).toMatchObject({
    drawnCount: 20,
    entryCount: 23,
    commitment: before.commitment,
    policyHash: before.policyHash,
    seed: expect.stringMatching(/^[0-9a-f]{64}$/),
    figures: { active: 0, maxActive: 500 },
  });
});

test("each entry that was drawn has a proof against the root, and no other has one", async () => {
  const [late, before] = people(2) as [Person, Person];
  const { eventId, inOrder } = await drawn(7);
  const early = await opened(50);
  await join(before, early.eventId);
  await join(late, eventId);
  const { drawnCount: size, entriesRoot } = await queueOf(eventId);
  const root = Buffer.from(entriesRoot, "hex");
  const indexes = new Set<number>();
  for (const who of inOrder) {
    const { id, index, proof } = (await queueOf(eventId, who, PROOF)).entry;
    const inclusion = { index, size, root, proof: proof.map((hash: string) => Buffer.from(hash, "hex")) };
    expect(provesInclusion({ ...inclusion, leaf: Buffer.from(id, "hex") })).toBe(true);
    expect(provesInclusion({ ...inclusion, leaf: Buffer.alloc(16, 1) })).toBe(false);
    indexes.add(index);
  }
  expect([...indexes].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  const none = { entry: { id: expect.any(String), index: null, proof: null } };
  expect(await queueOf(eventId, late, PROOF)).toEqual(none);
  expect(await queueOf(early.eventId, before, PROOF)).toEqual(none);
});

test("a queue that asks for work is joined with a proof of the person, by who was proved otherwise, or again", async () => {
  const { eventId } = await opened(50, { proofOfWork: true });
  expect(JSON.parse((await queueOf(eventId)).policy)).toMatchObject({ proofOfWork: true });
  const joinWith = (who: Person & { proven?: true }, proofOfWork?: string) =>
    done(who, JOIN_WITH_WORK, { id: eventId, proofOfWork });
  const [ada, bea, cem] = people(3) as [Person, Person, Person];
  const asked = await joinWith(ada);
  expect(asked).toMatchObject({
    __typename: "ProofOfWorkRequired",
    message: expect.stringContaining("asks for a proof"),
  });
  const proof = await solve(asked.challenge);
  expect(await joinWith(bea, proof)).toMatchObject({
    __typename: "ProofOfWorkRequired",
    message: expect.stringContaining("is for another person"),
  });
  expect((await queueOf(eventId)).entryCount).toBe(0);
  const first = await joinWith(ada, proof);
  expect(first.__typename).toBe("QueueEntry");
  // A repeat after a lost answer, and with a proof that is none: one entry.
  for (const again of [proof, undefined, "none"]) expect((await joinWith(ada, again)).id).toBe(first.id);
  expect((await done(ada, LEAVE, { id: eventId })).state).toBe("LEFT");
  expect(await joinWith(ada)).toMatchObject({ id: first.id, state: "WAITING" });
  expect((await joinWith({ ...bea, proven: true })).__typename).toBe("QueueEntry");
  expect((await queueOf(eventId)).entryCount).toBe(2);
  // Nobody works for nothing.
  const later = await opened(
    50,
    { proofOfWork: true, opensAt: new Date(Date.now() + 600_000 + offset * 1_000).toISOString() },
    "ANNOUNCED",
  );
  expect((await done(cem, JOIN_WITH_WORK, { id: later.eventId })).__typename).toBe("QueueNotOpen");
  expect((await done(cem, JOIN_WITH_WORK, { id: randomUUID() })).__typename).toBe("NotFound");
  const another = await opened(50);
  expect(JSON.parse((await queueOf(another.eventId)).policy)).not.toHaveProperty("proofOfWork");
  expect((await join(cem, another.eventId)).__typename).toBe("QueueEntry");
});

test("seats are held only by people inside: the newest token of the person counts, and nothing else does", async () => {
  const elsewhere = await drawn(1);
  await untilServed(elsewhere.eventId, 1);
  const foreign = await enter(elsewhere.inOrder[0]!, elsewhere.eventId);
  const { eventId, seatIds, inOrder } = await drawn(3);
  const [who, other, third] = inOrder as [Person, Person, Person];
  await untilServed(eventId, 3);
  const inside = await enter(who, eventId);
  const [header, payload, signature] = (inside.token as string).split(".") as [string, string, string];
  const json = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Data;
  const forged = {
    none: undefined,
    empty: "",
    "of another person": inside.token,
    "of another event": foreign.token,
    "without a signature": `${header}.${payload}.`,
    "alg none": `${json({ alg: "none", typ: "admission+jwt", kid: "seating" })}.${payload}.`,
    "alg HS256": `${json({ alg: "HS256", typ: "admission+jwt", kid: "seating" })}.${payload}.${signature}`,
    "alg RS256": `${json({ alg: "RS256", typ: "admission+jwt", kid: "seating" })}.${payload}.${signature}`,
    "another key": `${json({ alg: "EdDSA", typ: "admission+jwt", kid: "gateway" })}.${payload}.${signature}`,
    "another type": `${json({ alg: "EdDSA", typ: "JWT", kid: "seating" })}.${payload}.${signature}`,
    "another person in it": `${header}.${json({ ...claims, sub: other.userId })}.${signature}`,
    truncated: (inside.token as string).slice(0, -4),
    "no token at all": "x".repeat(200),
    "a long one": "x".repeat(1_000),
  };
  for (const [what, token] of Object.entries(forged)) {
    const answer = await hold(other, eventId, seatIds[0]!, token || undefined);
    expect({ what, ...answer }).toMatchObject({ what, __typename: "AdmissionRequired", event: { id: eventId } });
  }
  // A second device takes over.
  const again = await enter(who, eventId);
  expect(await hold(who, eventId, seatIds[0]!, inside.token)).toMatchObject({ __typename: "AdmissionRequired" });
  const idempotencyKey = randomUUID();
  const held = await hold(who, eventId, seatIds[0]!, again.token, { idempotencyKey });
  expect(held.__typename).toBe("Hold");
  // A repeat has the first result, whatever has become of the admission.
  expect(await hold(who, eventId, seatIds[0]!, undefined, { idempotencyKey })).toEqual(held);
  expect((await hold(manager, eventId, seatIds[1]!, undefined, { atCounter: true })).__typename).toBe("Hold");
  await enter(third, eventId);
  const left = await done(third, LEAVE, { id: eventId });
  expect(left.state).toBe("LEFT");
  expect(await queueOf(eventId, manager)).toMatchObject({ entryCount: 2, figures: { active: 1, admitted: 2 } });
});

test("not more people than the cap are inside, and a place that is free is taken in the order of ranks", async () => {
  const { eventId, inOrder } = await drawn(12, { maxActive: 3, admissionSeconds: 60 });
  await untilServed(eventId, 3);
  const answers = await Promise.all(inOrder.flatMap((who) => [enter(who, eventId), enter(who, eventId)]));
  const inside = inOrder.filter((_, index) => answers[2 * index]!.__typename === "Admission");
  expect(inside.length).toBeLessThanOrEqual(3);
  expect((await queueOf(eventId, manager)).figures.active).toBe(inside.length);
  expect(answers.at(-1)).toMatchObject({ __typename: "NotYourTurn", retryAfterSeconds: expect.any(Number) });
  // Their admissions end, the next ones are called, and nobody has lost the place.
  await advance(70);
  await untilServed(eventId, 6);
  expect((await enter(inOrder[4]!, eventId)).__typename).toBe("Admission");
  const { entry } = await queueOf(eventId, inside[0]);
  expect(entry.state).toBe("DONE");
  expect(["Admission", "SaleFull"]).toContain((await enter(inside[0]!, eventId)).__typename);
});

test("a person with seats to pay stays inside, at most for half an hour", async () => {
  const { eventId, seatIds, inOrder } = await drawn(1, { admissionSeconds: 60 });
  const [who] = inOrder as [Person];
  await untilServed(eventId, 1);
  const { token } = await enter(who, eventId);
  expect((await hold(who, eventId, seatIds[0]!, token)).__typename).toBe("Hold");
  await advance(65);
  await until(async () => (await queueOf(eventId, who)).entry.state === "INSIDE", "the admission is extended");
  expect((await hold(who, eventId, seatIds[1]!, token)).__typename).toBe("Hold");
  await advance(1_800);
  await until(async () => (await queueOf(eventId, who)).entry.state === "DONE", "the admission has ended");
  expect((await hold(who, eventId, seatIds[2]!, token)).__typename).toBe("AdmissionRequired");
});

test("places of a guest become those of the account, the better one if both have joined", async () => {
  const guest = { userId: guestIdOf(randomUUID()) };
  const account = person();
  const { eventId } = await opened(20);
  await join(guest, eventId);
  await join(account, eventId);
  const { eventId: other } = await opened(20);
  const alone = await join(guest, other);
  const better = (await queueOf(eventId, guest)).entry.id;
  const merge = { from: guest.userId, to: account.userId };
  for (let time = 0; time < 2; time++) await seating.running.database.transaction((tx) => mergeQueueEntries(tx, merge));
  expect(await queueOf(eventId, account)).toMatchObject({ entryCount: 1, entry: { id: better } });
  expect((await queueOf(other, account)).entry.id).toBe(alone.id);
  expect((await queueOf(other, guest)).entry).toBeNull();
});

test("an organizer pauses, resumes, limits, writes a message and closes", async () => {
  const { eventId, seatIds, inOrder } = await drawn(4, { maxActive: 1 });
  const steer = (input: Data) => done(manager, STEER, { input: { eventId, ...input } });
  expect(await steer({ action: "PAUSE", note: "Back in ten minutes" })).toMatchObject({ state: "PAUSED" });
  expect((await enter(inOrder[3]!, eventId)).__typename).toBe("NotYourTurn");
  expect(await queueOf(eventId)).toMatchObject({ state: "PAUSED", note: "Back in ten minutes" });
  expect(await (await fetchFile(`/queues/${eventId}.json`)).json()).toMatchObject({
    v: 1,
    event: eventId,
    state: "PAUSED",
    note: "Back in ten minutes",
    entries: 4,
    drawn: 4,
    seats: "MANY",
  });
  expect(await steer({ action: "RESUME", maxActive: 100, note: null })).toMatchObject({ note: null });
  await untilServed(eventId, 4);
  expect((await enter(inOrder[3]!, eventId)).__typename).toBe("Admission");
  expect(await steer({ action: "CLOSE" })).toMatchObject({ state: "CLOSED", figures: { active: 0 } });
  expect(await steer({ action: "RESUME" })).toMatchObject({ __typename: "QueueNotSteerable", reason: "CLOSED" });
  expect((await hold(inOrder[0]!, eventId, seatIds[0]!)).__typename).toBe("Hold");
  expect((await join(person(), eventId)).__typename).toBe("QueueNotOpen");
});

test("the published files recompute, with every step and admission", async () => {
  const { eventId, inOrder } = await drawn(30);
  await untilServed(eventId, 30);
  await Promise.all(inOrder.slice(0, 10).map((who) => enter(who, eventId)));
  await join(person(), eventId);
  await done(manager, STEER, { input: { eventId, action: "CLOSE" } });
  await publishedFiles(eventId);
});

/** Of a closed queue, without a fault. */
async function publishedFiles(eventId: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "draw-"));
  try {
    for (const file of ["draw.json", "entries.bin", "ranks.bin", "steps.jsonl", "admissions.jsonl"]) {
      const response = await fetchFile(`/queues/${eventId}/${file}`);
      expect(response.status).toBe(200);
      writeFileSync(path.join(folder, file), Buffer.from(await response.arrayBuffer()));
    }
    const verification = await verifyFolder(folder);
    expect(verification.faults).toEqual([]);
    return verification;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const REVIEW = `mutation ($input: ReviewQueueEntryInput!) { reviewQueueEntry(input: $input) { __typename ... on HeldQueueEntry { id decision } ${REFUSAL} } }`;
const HELD = `state heldCount reviewSeconds entryCount heldEntries { totalCount nodes { id joinedAt decision reasons { code detail } } }`;

test("suspicious entries are listed for managers with reasons and without persons, decided, and counted in the published draw", async () => {
  const all = people(4);
  const { eventId } = await opened(50, { reviewSeconds: 600 });
  expect(JSON.parse((await queueOf(eventId)).policy)).toMatchObject({ reviewSeconds: 600 });
  const ids: string[] = [];
  for (const who of all) ids.push((await join(who, eventId)).id);
  await advance(3_600);
  await until(async () => (await queueOf(eventId)).state === "DRAWING", "the queue is closed");
  const reasons = [{ code: "NEW_ACCOUNT", detail: "The account was created less than an hour before it joined." }];
  const body = { eventId, part: 1, parts: 1, suspicious: [0, 1].map((index) => ({ entryId: ids[index]!, reasons })) };
  const envelope = {
    messageId: randomUUID(),
    name: QueueAssessed.name,
    key: eventId,
    body,
    correlationId: null,
    seq: 1,
  };
  await consumeBatch(seating.running.database, seating.running.handlers, [envelope]);
  const listed = await queueOf(eventId, manager, HELD);
  expect(listed).toMatchObject({ state: "DRAWING", heldCount: 2, reviewSeconds: 600, entryCount: 4 });
  expect(listed.heldEntries.nodes).toEqual(
    ids.slice(0, 2).map((id) => ({ id, joinedAt: expect.any(String), decision: null, reasons })),
  );
  for (const who of [null, all[0]!]) expect((await queueOf(eventId, who, HELD)).heldEntries).toBeNull();
  expect((await queueOf(eventId, all[0])).entry).toEqual({ id: ids[0], rank: null, state: "HELD_FOR_REVIEW" });
  expect(await (await fetchFile(`/queues/${eventId}.json`)).json()).toMatchObject({ held: 2, drawn: null });
  const review = (entryId: string, decision: string, viewer: object = manager) =>
    done(viewer, REVIEW, { input: { eventId, entryId, decision, note: "Asked by phone" } });
  await expect(review(ids[0]!, "RELEASED", all[0])).rejects.toThrow(/MANAGER/);
  expect((await review(ids[2]!, "REMOVED")).__typename).toBe("NotFound");
  expect((await review("none", "REMOVED")).__typename).toBe("NotFound");
  for (let time = 0; time < 2; time++)
    expect(await review(ids[1]!, "REMOVED")).toEqual({ __typename: "HeldQueueEntry", id: ids[1], decision: "REMOVED" });
  expect((await review(ids[1]!, "RELEASED")).__typename).toBe("QueueEntryNotHeld");
  // Nothing is left to review, so the draw does not wait.
  expect((await review(ids[0]!, "RELEASED")).decision).toBe("RELEASED");
  await until(async () => (await queueOf(eventId)).state === "SERVING", "the queue serves");
  expect(await queueOf(eventId)).toMatchObject({ drawnCount: 3, entryCount: 3 });
  await done(manager, STEER, { input: { eventId, action: "CLOSE" } });
  expect((await publishedFiles(eventId)).document).toMatchObject({ entries: 3, heldForReview: 1 });
});

test("bad input names its field, and who may not is refused", async () => {
  const { eventId } = await openEvent(5);
  const open = (input: Data, viewer: object = manager) =>
    done(viewer, OPEN, { input: { eventId, idempotencyKey: randomUUID(), ...input } });
  const later = (seconds: number) => new Date(Date.now() + (offset + seconds) * 1_000).toISOString();
  await expect(open({ drawAt: later(-60) })).rejects.toThrow("input.drawAt: must be in the future");
  await expect(open({ drawAt: later(60), opensAt: later(90) })).rejects.toThrow("input.opensAt: must be before drawAt");
  await expect(open({ drawAt: later(60), perSecond: 0 })).rejects.toThrow("input.perSecond: must be 1 to 1000");
  await expect(open({ drawAt: later(60), reviewSeconds: 59 })).rejects.toThrow(
    "input.reviewSeconds: must be 60 to 3600",
  );
  await expect(open({ drawAt: later(60) }, person())).rejects.toThrow(/MANAGER/);
  expect((await open({ eventId: randomUUID(), drawAt: later(60) })).__typename).toBe("NotFound");
  const idempotencyKey = randomUUID();
  const input = { drawAt: later(3_600), opensAt: later(1_800), idempotencyKey };
  const made = await open(input);
  expect(made).toMatchObject({ __typename: "Queue", state: "ANNOUNCED" });
  expect((await open(input)).commitment).toBe(made.commitment);
  expect((await open({ drawAt: later(3_600) })).__typename).toBe("QueueExists");
  expect((await join(person(), eventId)).__typename).toBe("QueueNotOpen");
  expect(await done({ ...person(), verified: false }, JOIN, { id: eventId })).toMatchObject({
    __typename: "EmailNotVerified",
  });
  expect((await enter(person(), eventId)).__typename).toBe("NotFound");
  await expect(done(person(), STEER, { input: { eventId, action: "PAUSE" } })).rejects.toThrow(/MANAGER/);
  expect(await done(manager, STEER, { input: { eventId, action: "PAUSE" } })).toMatchObject({ reason: "NOT_DRAWN" });
  expect((await fetchFile(`/queues/${randomUUID()}.json`)).status).toBe(404);
});
