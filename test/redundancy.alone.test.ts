// Two of each, of which one after the other is killed or cut off.
import { testAtLength } from "../testkit/repetitions.ts";
import { crash } from "./crash/child.ts";

/** Whatever fell on one of them; the last is when nothing was left but one PostgreSQL. */
const TROUBLES = 1 + 7 + 7 + 1 + 2 + 4;

const test = testAtLength();

test("whichever of two is killed or cut off, the system keeps working, and nothing is lost or done twice", async () => {
  const { said, summary } = await crash("redundancy", Date.now() % 1_000_000);
  if (summary.violations !== 0) throw new Error(said);
  const { away = {}, machines = 0, confirmed, readsFromReplica } = summary;
  // Two servers can be cut off from each other only where there is a network between them.
  expect(Object.keys(away)).toHaveLength(machines > 1 ? TROUBLES + 1 : TROUBLES);
  expect(confirmed).toBeGreaterThan(0);
  expect(readsFromReplica).toBeGreaterThan(100);
}, 1_800_000);
