// What people who wait in a queue are told, how often pages ask, and the cookie of an admission.
import { readFileSync } from "node:fs";
import path from "node:path";
import { admissionCookie, admissionIn, noAdmissionCookie } from "../admission-cookie.ts";
import { createFormat } from "../app/format.ts";
import { textOf } from "../app/problem-text.ts";
import { isToBeSaid, type Standing } from "../app/queue/announcement.ts";
import { nextPoll, spreadOf, type Waiting } from "../app/queue/next-poll.ts";
import { stateText } from "../app/queue/state-text.ts";
import { aheadOf, isCalled, isTurn, mayEnter, minutesUntil, outlookFor } from "../app/queue/outlook.ts";
import { texts as de } from "../app/texts/de.ts";
import { texts as en, type Texts } from "../app/texts/en.ts";
import { texts as es } from "../app/texts/es.ts";
import { texts as fr } from "../app/texts/fr.ts";
import { texts as he } from "../app/texts/he.ts";
import type { OwnPlace, QueueDocument } from "../page-data/queue.ts";
import { pageAt } from "../pages/routes.ts";
import { queuePath, selectionIn } from "../pages/selection.ts";

const EVENT = "01a21fe9-8bb9-7433-ac53-c6a8500941cb";

const document: QueueDocument = {
  state: "SERVING",
  serving: 100,
  entries: 10_000,
  drawn: 9_000,
  held: 0,
  perMinute: 60,
  seats: "MANY",
  poll: 5,
  note: null,
};
const entry: OwnPlace = { id: "0a", joinedAt: "2027-01-01T00:00:00Z", rank: 101, state: "WAITING", insideUntil: null };

test("nobody is before who is called next, and who is called may enter while people enter", () => {
  expect([100, 101, 102, 1_101].map((rank) => aheadOf(rank, document))).toEqual([0, 0, 1, 1_000]);
  expect([100, 101].map((rank) => isCalled(rank, document))).toEqual([true, false]);
  expect([100, 101, 160, 700].map((rank) => minutesUntil(rank, document))).toEqual([0, 1 / 60, 1, 10]);
  expect(minutesUntil(101, { ...document, perMinute: 0 })).toBeUndefined();
  const called = { ...entry, rank: 100 };
  expect(mayEnter(entry, document)).toBe(false);
  expect(mayEnter(called, document)).toBe(true);
  expect(mayEnter({ ...called, state: "DONE" }, { ...document, state: "SOLD_OUT" })).toBe(true);
  for (const state of ["LEFT", "REMOVED"] as const) expect(mayEnter({ ...called, state }, document)).toBe(false);
  expect(mayEnter(called, { ...document, state: "PAUSED" })).toBe(false);
  // Who is inside takes the admission to another device.
  expect(mayEnter({ ...called, state: "INSIDE" }, { ...document, state: "PAUSED" })).toBe(true);
  expect(mayEnter({ ...called, state: "INSIDE" }, { ...document, state: "CLOSED" })).toBe(false);
  // Who is inside has had the turn.
  expect([isTurn(called, document), isTurn({ ...called, state: "INSIDE" }, document)]).toEqual([true, false]);
  const held = { ...entry, rank: null, state: "HELD_FOR_REVIEW" } as const;
  for (const none of [null, { ...entry, rank: null }, held]) expect(mayEnter(none, document)).toBe(false);
});

test("seats are likely for who finds some even if everybody before takes two, and unlikely once none come back", () => {
  const hall = { total: 1_000, available: 800 };
  const of = (rank: number | null, change: Partial<QueueDocument> = {}) =>
    outlookFor(rank, { ...document, serving: 0, ...change }, hall);
  expect([1, 301, 302, 800, 801].map((rank) => of(rank))).toEqual([
    ...["LIKELY", "LIKELY", "POSSIBLE", "POSSIBLE", "UNLIKELY"],
  ]);
  // Fewer than a tenth of all seats.
  expect([38, 39, 101].map((rank) => of(rank, { seats: "FEW" }))).toEqual(["LIKELY", "POSSIBLE", "UNLIKELY"]);
  expect([20, 21].map((rank) => of(rank, { seats: "ALL_HELD" }))).toEqual(["POSSIBLE", "UNLIKELY"]);
  expect([of(1, { seats: "NONE" }), of(1, { state: "SOLD_OUT" })]).toEqual(["UNLIKELY", "UNLIKELY"]);
  expect(of(null)).toBeUndefined();
  expect(outlookFor(1, document, null)).toBeUndefined();
});

test("a page asks seldom far from the turn and often close to it, half as often in the background, and not after the end", () => {
  const waiting = (rank: number | null, change: Partial<Waiting> = {}): Waiting => ({
    ...{ document, rank, untilChange: 3_600, isHidden: false },
    ...change,
  });
  const range = (of: Waiting) => [0, 1].map((random) => nextPoll(of, random));
  const near = (values: number[]) => values.map((value) => expect.closeTo(value, 6));
  // 100 minutes away: a minute, with a fifth more or less.
  expect(range(waiting(6_100))).toEqual(near([48, 72]));
  expect(range(waiting(6_100, { isHidden: true }))).toEqual(near([96, 144]));
  // Ten minutes away: a thirtieth of it.
  expect(range(waiting(700))).toEqual(near([16, 24]));
  expect(range(waiting(220))).toEqual(near([2, 3]));
  // Called: nothing but a pause can come.
  expect(range(waiting(100))).toEqual(near([4, 6]));
  const unknown = { ...document, perMinute: 0 };
  expect(range(waiting(150, { document: unknown }))).toEqual(near([2, 3]));
  expect(range(waiting(1_500, { document: unknown }))).toEqual(near([4, 6]));
  const open = { ...document, state: "OPEN" as const };
  expect(range(waiting(null, { document: open }))).toEqual(near([48, 72]));
  expect(range(waiting(null, { document: open, untilChange: 30 }))).toEqual(near([4, 6]));
  expect(range(waiting(500, { document: { ...document, state: "CLOSED" } }))).toEqual([undefined, undefined]);
  expect([0, 2_000, 1_000_000].map(spreadOf)).toEqual([0, 1, 60]);
});

test("a screen reader says once a minute where one stands, and at once what matters", () => {
  const standing = (ahead: number | null, isTurn = false, news = "SERVING"): Standing => ({ ahead, isTurn, news });
  const said = (before: Standing, now: Standing, seconds: number) =>
    isToBeSaid({ ...before, at: 0 }, now, seconds * 1_000);
  // The page itself says what it shows at first.
  expect(isToBeSaid(undefined, standing(500), 0)).toBe(false);
  expect(isToBeSaid(undefined, standing(0, true), 0)).toBe(true);
  expect(said(standing(500), standing(400), 59)).toBe(false);
  expect(said(standing(500), standing(400), 60)).toBe(true);
  expect(said(standing(500), standing(500), 600)).toBe(false);
  for (const [before, after] of [
    [1_001, 1_000],
    [120, 99],
    [11, 10],
  ])
    expect(said(standing(before!), standing(after!), 1)).toBe(true);
  expect(said(standing(99), standing(50), 1)).toBe(false);
  expect(said(standing(3), standing(0, true), 1)).toBe(true);
  expect(said(standing(500), standing(500, false, "PAUSED"), 1)).toBe(true);
  // Drawn.
  expect(said(standing(null, false, "OPEN"), standing(7_000), 1)).toBe(true);
});

test("an admission is kept in a cookie of its event that no script can read", () => {
  const until = new Date(Date.now() + 600_000).toISOString();
  const plain = admissionCookie(EVENT, "a.b-c_d", until, "http://localhost:3000");
  expect(plain).toMatch(new RegExp(`^admission-${EVENT}=a.b-c_d; Path=/; HttpOnly; SameSite=Lax; Max-Age=(600|599)$`));
  const secure = admissionCookie(EVENT, "a.b-c_d", until, "https://tickets.example");
  expect(secure).toMatch(/^__Host-admission-.*; Path=\/; .*; Secure$/);
  for (const set of [plain, secure]) {
    const cookie = `session=x; ${set.split(";", 1)[0]}; language=en`;
    expect(admissionIn({ cookie }, EVENT)).toBe("a.b-c_d");
    expect(admissionIn({ cookie }, "another-event")).toBeUndefined();
  }
  expect(admissionIn({}, EVENT)).toBeUndefined();
  expect(admissionIn({ cookie: `admission-${EVENT}=` }, EVENT)).toBeUndefined();
  expect(admissionIn({ cookie: `admission-${EVENT}=a b` }, EVENT)).toBeUndefined();
  expect(noAdmissionCookie(EVENT, "http://localhost:3000")).toContain("Max-Age=0");
});

test("the way to the queue keeps the choice of seats", () => {
  const selection = selectionIn(new URLSearchParams("seat=a&seat=b&access=k&total=900"), EVENT);
  const { pathname, searchParams } = new URL(queuePath(selection), "http://localhost");
  expect(pageAt(pathname)).toMatchObject({ page: { path: "/e/:id/queue" }, params: { id: EVENT } });
  expect(pageAt(`/e/${EVENT}/draw`)?.page.path).toBe("/e/:id/draw");
  expect(searchParams.get("needed")).toBe("1");
  expect(selectionIn(searchParams, EVENT)).toEqual(selection);
});

/** Members of a union in the schema that are refusals. */
function refusalsOf(union: string, ...successes: string[]): string[] {
  const schema = readFileSync(path.join(import.meta.dirname, "../../schema/api.graphql"), "utf8");
  const members = new RegExp(`^union ${union} = (.*)$`, "m").exec(schema)![1]!.split(" | ");
  return members.filter((name) => !successes.includes(name));
}

const languages: [string, Texts][] = Object.entries({ en, de, fr, es, he });

test.each(languages)("in %s every refusal of a queue has a text of its own", (locale, texts) => {
  const app = { texts, format: createFormat(locale) };
  const message = "The message of the API.";
  const reasons = new Set([
    ...refusalsOf("JoinQueueResult", "QueueEntry"),
    ...refusalsOf("LeaveQueueResult", "QueueEntry"),
    ...refusalsOf("EnterSaleResult", "Admission"),
  ]);
  expect([...reasons].sort()).toEqual([
    "EmailNotVerified",
    "NotFound",
    "NotYourTurn",
    "ProofOfWorkRequired",
    "QueueNotOpen",
    "SaleFull",
  ]);
  const said = [...reasons].map((reason) => textOf({ code: "QueueRefused", values: { reason }, message }, app));
  expect(said).not.toContain(message);
  expect(new Set(said).size).toBe(reasons.size);
  expect(textOf({ code: "AdmissionRequired", message }, app)).not.toBe(message);
  for (const state of ["ANNOUNCED", "OPEN", "DRAWING", "SERVING", "PAUSED", "SOLD_OUT", "CLOSED"])
    expect(texts.queue.states[state]).toBeTruthy();
});

test.each(languages)("in %s the page says during a review how long it takes at most", (locale, texts) => {
  const app = { texts, format: createFormat(locale) } as never;
  const said = (reviewSeconds: number | null) => {
    const queue = { entry: { ...entry, rank: null }, reviewSeconds, drawAt: entry.joinedAt, opensAt: entry.joinedAt };
    return stateText({ queue, document: { ...document, state: "DRAWING" }, event: {} } as never, app);
  };
  expect(said(null)).toBe(texts.queue.drawing);
  expect(said(601)).toContain("11");
  expect(said(60)).not.toBe(said(61));
});
