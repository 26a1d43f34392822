import type { Viewer } from "../../platform/identity.ts";
import { createSessions } from "../sessions.ts";

const viewer = (sessionId: string, more: Partial<Viewer> = {}): Viewer => ({
  userId: `user of ${sessionId}`,
  sessionId,
  staff: false,
  verified: true,
  memberships: {},
  ...more,
});

/** Sessions on a clock of their own, and what users was asked. */
function create() {
  const asked: (readonly string[])[] = [];
  const users = { now: 1_000_000, isAway: false, answer: (id: string): Viewer | null | Promise<Viewer> => viewer(id) };
  const sessions = createSessions(
    async (ids) => {
      asked.push(ids);
      if (users.isAway) throw new Error("away");
      return Promise.all(ids.map((id) => users.answer(id)));
    },
    () => users.now,
  );
  sessions.stop();
  const viewerOf = (id: string) => sessions.viewerOf(id, `user of ${id}`);
  return { sessions, users, asked, viewerOf };
}

/** What is asked for at the end of a turn has been answered by the end of the next one. */
const settled = async () => {
  await new Promise(setImmediate);
  await new Promise(setImmediate);
};

test("sessions that are in use are asked for together, and no request waits for that", async () => {
  const { sessions, users, asked, viewerOf } = create();
  const first = await Promise.all([viewerOf("a"), viewerOf("b"), viewerOf("c")]);
  for (let second = 1; second <= 20; second++) {
    users.now += 1_000;
    // Nobody comes with c any more.
    await Promise.all([viewerOf("a"), viewerOf("b")]);
    sessions.refresh();
    await settled();
  }
  expect(asked[0]).toEqual(["a", "b", "c"]);
  expect(asked[1]).toEqual(["a", "b", "c"]);
  expect(asked.slice(2).every((ids) => ids.join() === "a,b")).toBe(true);
  expect(asked.length).toBeLessThanOrEqual(11);
  // Nothing has changed: what is kept for a viewer stays.
  expect(await viewerOf("a")).toBe(first[0]);
});

test("sessions that come while others are asked for are asked for together, after those", async () => {
  const { users, asked, viewerOf } = create();
  let answer = () => {};
  users.answer = (id) => new Promise((resolve) => (answer = () => resolve(viewer(id))));
  const first = viewerOf("a");
  await settled();
  users.answer = (id) => viewer(id);
  const others: Promise<unknown>[] = [];
  for (const id of ["b", "c", "d"]) {
    others.push(viewerOf(id));
    await settled();
  }
  expect(asked).toEqual([["a"]]);
  answer();
  await Promise.all([first, ...others]);
  expect(asked).toEqual([["a"], ["b", "c", "d"]]);
});

test("a session does not wait for others whom users does not answer about", async () => {
  const { users, asked, viewerOf } = create();
  users.answer = () => new Promise(() => {});
  void viewerOf("a");
  await settled();
  users.answer = (id) => viewer(id);
  expect(await viewerOf("b")).toEqual(viewer("b"));
  expect(asked).toEqual([["a"], ["b"]]);
});

test("a session that has ended is refused as soon as users has said so", async () => {
  const { sessions, users, viewerOf } = create();
  await viewerOf("a");
  users.answer = () => null;
  users.now += 2_500;
  sessions.refresh();
  await settled();
  expect(await viewerOf("a")).toBeNull();
});

test("nothing is believed for longer than four seconds, also where nobody refreshes it", async () => {
  const { users, asked, viewerOf } = create();
  await viewerOf("a");
  users.now += 3_999;
  await viewerOf("a");
  expect(asked).toHaveLength(1);
  users.answer = () => null;
  users.now += 1;
  expect(await viewerOf("a")).toBeNull();
});

test("an answer that was asked for before something changed is not believed after it", async () => {
  const { sessions, users, viewerOf } = create();
  await viewerOf("a");
  let answer = (_: Viewer) => {};
  users.answer = () => new Promise<Viewer>((resolve) => (answer = resolve));
  users.now += 2_500;
  sessions.refresh();
  await settled();
  sessions.forget("user of a");
  answer(viewer("a"));
  await settled();
  users.answer = () => null;
  expect(await viewerOf("a")).toBeNull();
});

test("who has come to be allowed something else is somebody else", async () => {
  const { sessions, users, viewerOf } = create();
  const before = await viewerOf("a");
  users.answer = (id) => viewer(id, { staff: true });
  users.now += 2_500;
  sessions.refresh();
  await settled();
  expect(await viewerOf("a")).toEqual({ ...before, staff: true });
});

test("while users is away what was known is believed, and a new session has no roles", async () => {
  const { sessions, users, viewerOf } = create();
  const before = await viewerOf("a");
  users.isAway = true;
  for (let second = 1; second <= 10; second++) {
    users.now += 1_000;
    sessions.refresh();
    await settled();
    expect(await viewerOf("a")).toBe(before);
  }
  expect(await viewerOf("b")).toMatchObject({ rolesUnknown: true });
});
