// Recomputes a published draw, and names what differs. Each check takes what was published before it as given, so one manipulation is one fault
// and not a fault of all that follows from it.
import { commitmentOf, drawKeyOf, policyHashOf } from "./commitment.ts";
import {
  CLASS_BYTES,
  compareIds,
  ENTRY_BYTES,
  groupOf,
  idOf,
  indexOfEntry,
  weightOf,
  type Entries,
} from "./entries.ts";
import { counted, grouped, type Findings } from "./findings.ts";
import { merkleTreeOf } from "./merkle-tree.ts";
import { hasClasses, RANK_BYTES, type DrawDocument } from "./published-draw.ts";
import { drawnOrder, hashOfOrder, ranksOf } from "./ranks.ts";

export interface PublishedDraw {
  document: DrawDocument;
  /** entries.bin */
  ids: Buffer;
  /** classes.bin; null if there is no such file */
  classes: Buffer | null;
  /** ranks.bin */
  ranks: Buffer;
}

/** What somebody remembers of the announcement, the close, or an own entry; in hexadecimal. */
export interface Remembered {
  commitment?: string;
  policyHash?: string;
  entriesRoot?: string;
  /** Id of an own entry. */
  entry?: string;
}

const DOCUMENT = "draw.json";

/** Returns the rank of the remembered entry, if it is drawn. */
export function verifyDraw(published: PublishedDraw, remembered: Remembered, findings: Findings): number | undefined {
  const { document } = published;
  verifyCommitment(document, remembered, findings);
  const entries = verifyEntries(published, findings);
  const isList = verifyRoot(document, entries, remembered, findings);
  const order = drawnOrder(entries, drawKeyIn(document));
  if (isList) verifyRanks(published, entries, order, findings);
  return rankOfRemembered(entries, order, remembered, findings);
}

export const drawKeyIn = ({ event, entriesRoot, seed, beacon }: DrawDocument): Buffer =>
  drawKeyOf({ eventId: event, entriesRoot: bytes(entriesRoot), seed: bytes(seed), beacon: bytes(beacon) });

const bytes = (text: string): Buffer => Buffer.from(text, "hex");

function verifyCommitment(document: DrawDocument, remembered: Remembered, findings: Findings): void {
  const { event, policy, policyHash, seed, commitment } = document;
  const isOfPolicy = policyHashOf(policy).equals(bytes(policyHash));
  if (!isOfPolicy)
    findings.add(
      DOCUMENT,
      `policy: other rules than those announced: their hash is ${policyHashOf(policy).toString("hex")}`,
    );
  const ofSeed = commitmentOf({ eventId: event, policyHash: bytes(policyHash), seed: bytes(seed) }).toString("hex");
  if (ofSeed !== commitment)
    findings.add(
      DOCUMENT,
      `seed: another seed, policyHash or event than committed: they give the commitment ${ofSeed}`,
    );
  if (document.heldForReview > 0 && policy.reviewSeconds === undefined)
    findings.add(
      DOCUMENT,
      `heldForReview: ${counted(document.heldForReview, "entry was", "entries were")} held, and policy has no review`,
    );
  for (const name of ["commitment", "policyHash"] as const)
    if (remembered[name] !== undefined && remembered[name] !== document[name])
      findings.add(DOCUMENT, `${name}: ${document[name]} is not the announced ${remembered[name]}`);
}

/** Returns the whole entries, as they are in the files. */
function verifyEntries({ document, ids, classes }: PublishedDraw, findings: Findings): Entries {
  const count = Math.floor(ids.length / ENTRY_BYTES);
  if (ids.length % ENTRY_BYTES !== 0)
    findings.add("entries.bin", `truncated: the last entry has ${ids.length % ENTRY_BYTES} of ${ENTRY_BYTES} bytes`);
  const excess = count - document.entries;
  const atClose = `${counted(document.entries, "was", "were")} there at the close`;
  if (excess > 0)
    findings.add("entries.bin", `${counted(excess, "entry was", "entries were")} added after the close: ${atClose}`);
  if (excess < 0) findings.add("entries.bin", `${counted(-excess, "entry is", "entries are")} missing: ${atClose}`);
  for (let index = 1; index < count; index++) {
    const order = compareIds(ids, index - 1, index);
    const place = `${grouped(index)} and ${grouped(index + 1)}`;
    if (order === 0) findings.add("entries.bin", `entry ${idOf(ids, index)} occurs twice, at the places ${place}`);
    if (order > 0) findings.add("entries.bin", `not sorted: the entries at the places ${place} are in the wrong order`);
  }
  return { count, ids, classes: verifyClasses(document, count, classes, findings) };
}

function verifyClasses(
  { policy }: DrawDocument,
  count: number,
  classes: Buffer | null,
  findings: Findings,
): Buffer | null {
  if (hasClasses(policy) !== (classes !== null))
    findings.add(
      "classes.bin",
      classes ? "policy has one group and no weights" : "missing: policy has groups or weights",
    );
  if (!classes || !hasClasses(policy)) return null;
  const expected = count * CLASS_BYTES;
  if (classes.length !== expected) {
    findings.add("classes.bin", `${grouped(classes.length)} bytes, and ${grouped(expected)} are expected`);
    return null;
  }
  const entries = { count, ids: classes, classes };
  for (let index = 0; index < count; index++) {
    const [group, weight] = [groupOf(entries, index), weightOf(entries, index)];
    const place = `at the place ${grouped(index + 1)}`;
    if (group >= policy.groups.length) findings.add("classes.bin", `group ${group} ${place} is none of the policy`);
    if (weight < 1 || weight > policy.maxWeight)
      findings.add("classes.bin", `weight ${weight} ${place} is not from 1 to ${policy.maxWeight}`);
  }
  return classes;
}

/** Whether the files have the entries of the close, so that ranks can be compared. */
function verifyRoot(document: DrawDocument, entries: Entries, remembered: Remembered, findings: Findings): boolean {
  const root = merkleTreeOf(entries).root.toString("hex");
  const isList = root === document.entriesRoot;
  if (!isList) {
    const what = entries.classes ? "an entry, a group or a weight" : "an entry";
    findings.add(
      DOCUMENT,
      `entriesRoot: the root of the files is ${root}: ${what} was added, removed or changed after the close`,
    );
  }
  if (remembered.entriesRoot !== undefined && remembered.entriesRoot !== document.entriesRoot)
    findings.add(DOCUMENT, `entriesRoot: ${document.entriesRoot} is not the ${remembered.entriesRoot} of the close`);
  return isList && entries.count === document.entries;
}

function verifyRanks(
  { document, ranks }: PublishedDraw,
  entries: Entries,
  order: Uint32Array,
  findings: Findings,
): void {
  const hash = hashOfOrder(entries, order).toString("hex");
  if (hash !== document.ranks) findings.add(DOCUMENT, `ranks: the hash of the drawn order is ${hash}`);
  const expected = entries.count * RANK_BYTES;
  if (ranks.length !== expected) {
    const what = ranks.length < expected ? "truncated: " : "";
    findings.add("ranks.bin", `${what}${grouped(ranks.length)} bytes, and ${grouped(expected)} are expected`);
    return;
  }
  const drawn = ranksOf(order);
  const isWrong = (index: number) => ranks.readUInt32BE(index * RANK_BYTES) !== drawn[index];
  for (let index = 0; index < entries.count; index++) {
    if (!isWrong(index)) continue;
    const published = ranks.readUInt32BE(index * RANK_BYTES);
    const other = order[published - 1];
    const isSwapped = other !== undefined && ranks.readUInt32BE(other * RANK_BYTES) === drawn[index];
    const [id, rank] = [idOf(entries.ids, index), grouped(drawn[index]!)];
    if (!isSwapped) findings.add("ranks.bin", `entry ${id} has the rank ${grouped(published)}, and has drawn ${rank}`);
    else if (index < other) {
      const pair = `entries ${id} and ${idOf(entries.ids, other)}`;
      findings.add("ranks.bin", `the ranks ${rank} and ${grouped(published)} are swapped, of the ${pair}`);
    }
  }
}

function rankOfRemembered(
  entries: Entries,
  order: Uint32Array,
  { entry }: Remembered,
  findings: Findings,
): number | undefined {
  if (entry === undefined) return undefined;
  const index = indexOfEntry(entries, bytes(entry));
  if (index < 0) findings.add("entries.bin", `entry ${entry} was left out of the draw`);
  return index < 0 ? undefined : order.indexOf(index) + 1;
}
