import { spawnSync } from "node:child_process";

/** What `then` prints in a process that has made garbage. */
function said(then: string): number {
  const script = `
    import { getHeapStatistics } from "node:v8";
    import { giveBackMemoryWhenIdle } from ${JSON.stringify(new URL("./idle-memory.ts", import.meta.url).href)};
    const heap = () => getHeapStatistics().total_heap_size;
    let kept = Array.from({ length: 400_000 }, (_, n) => ({ n, text: String(n) }));
    const before = heap();
    kept = undefined;
    const turns = async (turn, isOver) => {
      for (const begun = performance.now(); !isOver() && performance.now() < begun + 20_000; ) await new Promise(turn);
    };
    ${then}
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return Number(stdout);
}

test("a process that has come to rest gives back what it does not need", () => {
  const rest = `
    giveBackMemoryWhenIdle({ everyMs: 100 });
    await turns((done) => setTimeout(done, 50), () => heap() < before / 2);
    console.log(heap() / before);`;
  expect(said(rest)).toBeLessThan(0.5);
});

test("one that works is not stopped for it", () => {
  const work = `
    let collections = 0;
    let looks = 0;
    giveBackMemoryWhenIdle({ everyMs: 20, collect: () => collections++ });
    setInterval(() => looks++, 20).unref();
    await turns(setImmediate, () => looks === 20);
    console.log(collections);`;
  expect(said(work)).toBe(0);
});

test("after its start one gives back at once, later only after a long rest", () => {
  const rests = `
    const collectedAt = [];
    let looks = 0;
    giveBackMemoryWhenIdle({ everyMs: 20, collect: () => collectedAt.push(looks) });
    setInterval(() => looks++, 20).unref();
    const rest = (done) => setTimeout(done, 20);
    await turns(rest, () => collectedAt.length === 1);
    globalThis.grown = new Array(10_000_000).fill(0);
    await turns(rest, () => collectedAt.length === 2);
    console.log(collectedAt[1] - collectedAt[0]);`;
  expect(said(rests)).toBeGreaterThanOrEqual(20);
});
