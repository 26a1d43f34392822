// Threads of their own for long work: who waits for whom, and what ends a thread.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createThread, FIRST, ThreadEnded, TookTooLong, type ThreadOptions } from "./worker-thread.ts";

type Asked = "busy" | "idle" | "exit" | "grow" | "fail" | string;

const folder = mkdtempSync(path.join(tmpdir(), "thread-"));
const file = path.join(folder, "work.mjs");
writeFileSync(
  file,
  `import { serveThread } from ${JSON.stringify(new URL("worker-thread.ts", import.meta.url).href)};
   import { setTimeout } from "node:timers/promises";
   import { workerData } from "node:worker_threads";
   export const work = serveThread(async (asked) => {
     if (asked === "busy") for (;;);
     if (asked === "idle") await setTimeout(400);
     if (asked === "exit") process.exit();
     if (asked === "grow") for (const all = []; ; ) all.push(new Array(10_000).fill({}));
     if (asked === "fail") throw new Error("It failed.");
     return workerData + asked;
   });`,
);
const open: { stop(): Promise<void> }[] = [];
afterEach(() => Promise.all(open.splice(0).map((thread) => thread.stop())));
afterAll(() => rmSync(folder, { recursive: true }));

function begin(options: Partial<ThreadOptions> = {}) {
  const thread = createThread<Asked, string>(pathToFileURL(file), {
    maxQueue: 100,
    deadlineMs: 5_000,
    data: "said ",
    ...options,
  });
  open.push(thread);
  return thread;
}

test("work is answered or fails with its own words, and what ends the thread ends only itself", async () => {
  const thread = begin({ heapMb: 32 });
  await thread.ready();
  expect(await thread.ask("hello")).toBe("said hello");
  await expect(thread.ask("fail")).rejects.toThrow("It failed.");
  const asked = [thread.ask("exit"), thread.ask("after")];
  await expect(asked[0]).rejects.toThrow(ThreadEnded);
  await expect(thread.ask("grow")).rejects.toThrow(ThreadEnded);
  expect(await asked[1]).toBe("said after");
});

test("what computes for too long is ended, what only waits is not, and loading counts for nobody", async () => {
  const thread = begin({ deadlineMs: 200 });
  // Long on the clock, and next to nothing of a processor.
  expect(await thread.ask("idle")).toBe("said idle");
  const asked = [thread.ask("busy"), thread.ask("after")];
  await expect(asked[0]).rejects.toThrow(TookTooLong);
  expect(await asked[1]).toBe("said after");
});

test("a module that can't be loaded is reported to all that wait for the thread", async () => {
  const thread = createThread(pathToFileURL(path.join(folder, "missing.mjs")), { maxQueue: 1, deadlineMs: 1_000 });
  open.push(thread);
  await expect(thread.ready()).rejects.toThrow(/missing\.mjs/);
});

test("who asks for much waits behind who asks for little, and what goes first goes before all", async () => {
  const thread = begin();
  await thread.ready();
  const order: string[] = [];
  const ask = (name: string, by?: string | typeof FIRST) => thread.ask(name, by).then(() => order.push(name));
  await Promise.all([
    ...["a1", "a2", "a3"].map((name) => ask(name, "a")),
    ...["b1", "b2"].map((name) => ask(name, "b")),
    ask("first", FIRST),
  ]);
  expect(order).toEqual(["a1", "first", "a2", "b1", "a3", "b2"]);
});

test("too many of one are turned away, and others are not; who waits too long is turned away too", async () => {
  const thread = begin({ maxQueueOfOne: 2, maxWaitMs: 150 });
  await thread.ready();
  const idle = thread.ask("idle", "z");
  const ofOne = ["1", "2", "3"].map((name) => thread.ask(name, "a"));
  const other = thread.ask("other", "b");
  const settled = await Promise.allSettled([...ofOne, other]);
  const code = (one: PromiseSettledResult<string>) =>
    one.status === "rejected" ? (one.reason as { extensions: { code: string } }).extensions.code : one.value;
  expect(settled.map(code)).toEqual(["RATE_LIMITED", "RATE_LIMITED", "RATE_LIMITED", "RATE_LIMITED"]);
  expect(await idle).toBe("said idle");
  const both = [thread.ask("1", "a"), thread.ask("2", "a")];
  expect(await Promise.all([...both, thread.ask("3", "b")])).toEqual(["said 1", "said 2", "said 3"]);
  await expect(Promise.all(["1", "2", "3", "4"].map((name) => thread.ask(name, "a")))).rejects.toThrow(/Too many/);
});

test("a retired thread still answers", async () => {
  const thread = begin();
  const asked = thread.ask("one");
  thread.retire();
  expect(await asked).toBe("said one");
  expect(await thread.ask("two")).toBe("said two");
});
