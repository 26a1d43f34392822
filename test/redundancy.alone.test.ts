// Two of each, of which one after the other is killed or cut off.
import { seedOfRun } from "../testkit/random.ts";
import { often } from "../testkit/repetitions.ts";
import { crash } from "./crash/child.ts";

/** Processes that are killed, and others that are cut off. */
const PROCESSES = often(3, 7);
/** Whatever fell on one of them; the last is when nothing was left but one PostgreSQL. */
const TROUBLES = 1 + PROCESSES + PROCESSES + 1 + 2 + 4;

test("whichever of two is killed or cut off, the system keeps working, and nothing is lost or done twice", async () => {
  const { said, summary } = await crash("redundancy", Math.abs(seedOfRun()), PROCESSES);
  if (summary.violations !== 0) throw new Error(said);
  const { away = {}, machines = 0, confirmed, readsFromReplica } = summary;
  // Two servers can be cut off from each other only where there is a network between them.
  expect(Object.keys(away)).toHaveLength(machines > 1 ? TROUBLES + 1 : TROUBLES);
  expect(confirmed).toBeGreaterThan(0);
  expect(readsFromReplica).toBeGreaterThan(100);
}, 1_800_000);
