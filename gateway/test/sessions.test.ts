import type { Viewer } from "../../platform/identity/identity.ts";
import { createSessions, type Changes, type Sessions } from "../identity/sessions.ts";

const viewer = (sessionId: string, more: Partial<Viewer> = {}): Viewer => ({
  userId: `user of ${sessionId}`,
  sessionId,
  staff: false,
  verified: true,
  memberships: {},
  ...more,
});

const created: Sessions[] = [];
afterEach(() => {
  for (const sessions of created.splice(0)) sessions.stop();
});

/** Sessions on a clock of their own, and what users was asked. */
function create({ waitMs }: { waitMs?: number } = {}) {
  const asked: (readonly string[])[] = [];
  const numbers: (string | null)[] = [];
  const told: (string | undefined)[] = [];
  const users = {
    now: 1_000_000,
    isAway: false,
    answer: (id: string): Viewer | null | Promise<Viewer> => viewer(id),
    /** The version before does not say what has changed. */
    changes: undefined as Changes | undefined,
  };
  const sessions = createSessions({
    ask: async (ids) => {
      asked.push(ids);
      if (users.isAway) throw new Error("away");
      return Promise.all(ids.map(async (id) => users.answer(id)));
    },
    changesAfter: async (after) => {
      if (!users.changes || users.isAway) throw new Error("away");
      numbers.push(after);
      return after === null ? { ...users.changes, everybody: true, userIds: [] } : users.changes;
    },
    onChanged: (userId) => told.push(userId),
    now: () => users.now,
    ...(waitMs !== undefined && { waitMs }),
  });
  created.push(sessions);
  const viewerOf = (id: string) => sessions.viewerOf(id, `user of ${id}`);
  return { sessions, users, asked, numbers, told, viewerOf };
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
    sessions.tick();
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
  const { users, asked, viewerOf } = create({ waitMs: 60_000 });
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
  sessions.tick();
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
  sessions.tick();
  await settled();
  sessions.forget("user of a");
  answer(viewer("a"));
  await settled();
  users.answer = () => null;
  expect(await viewerOf("a")).toBeNull();
});

test("a viewer whose rights have changed is another viewer", async () => {
  const { sessions, users, viewerOf } = create();
  const before = await viewerOf("a");
  users.answer = (id) => viewer(id, { staff: true });
  users.now += 2_500;
  sessions.tick();
  await settled();
  expect(await viewerOf("a")).toEqual({ ...before, staff: true });
});

test("while users is away what was known is believed, and a new session has no roles", async () => {
  const { sessions, users, viewerOf } = create();
  const before = await viewerOf("a");
  users.isAway = true;
  for (let second = 1; second <= 10; second++) {
    users.now += 1_000;
    sessions.tick();
    await settled();
    expect(await viewerOf("a")).toBe(before);
  }
  expect(await viewerOf("b")).toMatchObject({ rolesUnknown: true });
});

describe("while users says what has changed", () => {
  /** So many seconds in which `a` is used. */
  async function pass(seconds: number, { users, sessions, viewerOf }: ReturnType<typeof create>) {
    for (let second = 1; second <= seconds; second++) {
      users.now += 1_000;
      await viewerOf("a");
      sessions.tick();
      await settled();
    }
  }
  async function received() {
    const one = create();
    one.users.changes = { number: "7", everybody: false, userIds: [] };
    await one.viewerOf("a");
    await one.viewerOf("b");
    await pass(1, one);
    await one.viewerOf("a");
    await one.viewerOf("b");
    // What was known before the first answer is not known to be so still.
    expect(one.asked).toEqual([["a"], ["b"], ["a"], ["b"]]);
    one.asked.length = 0;
    one.told.length = 0;
    return one;
  }

  test("it is asked every four seconds for that alone", async () => {
    const one = await received();
    await pass(24, one);
    await one.viewerOf("b");
    expect(one.asked).toEqual([]);
    expect(one.numbers).toEqual([null, ...Array(6).fill("7")]);
    expect(one.told).toEqual([]);
  });

  test("sessions in use are asked for again after half a minute, for time alone may end them", async () => {
    const one = await received();
    await pass(35, one);
    expect(one.asked).toEqual([["a", "b"]]);
  });

  test("whose session has ended is refused within five seconds, and nobody else is asked for", async () => {
    const one = await received();
    await pass(1, one);
    one.users.changes = { number: "8", everybody: false, userIds: ["user of a", "somebody"] };
    one.users.answer = () => null;
    await pass(4, one);
    expect(await one.viewerOf("a")).toBeNull();
    expect(await one.viewerOf("b")).toEqual(viewer("b"));
    expect([one.asked, one.told]).toEqual([[["a"]], ["user of a", "somebody"]]);
    await pass(4, one);
    expect(one.numbers.at(-1)).toBe("8");
  });

  test("and then does not any more, no session is believed for longer than five seconds", async () => {
    const one = await received();
    one.users.changes = undefined;
    one.users.answer = () => null;
    await pass(5, one);
    expect(await one.viewerOf("a")).toBeNull();
    expect(await one.viewerOf("b")).toBeNull();
  });

  test("a session that it has not answered for is asked for again after four seconds", async () => {
    const one = await received();
    one.users.isAway = true;
    expect(await one.viewerOf("c")).toMatchObject({ rolesUnknown: true });
    one.users.isAway = false;
    one.users.now += 4_000;
    expect(await one.viewerOf("c")).toEqual(viewer("c"));
  });

  test("nobody asks while nobody comes, and a number that is too old is not asked with", async () => {
    const one = await received();
    one.users.now += 11_000;
    one.sessions.tick();
    await settled();
    const before = one.numbers.length;
    one.users.now += 10 * 60_000;
    await one.viewerOf("a");
    one.sessions.tick();
    await settled();
    expect(one.numbers.slice(before)).toEqual([null]);
  });
});
