// Verifies the serving log and the admissions of a queue: no step was changed, removed or taken back, and nobody was let in before their turn.
import type { Findings } from "./findings.ts";
import { grouped } from "./findings.ts";
import type { Admission, DrawDocument } from "./published-draw.ts";
import { hashOfStep, headBeforeFirstStep, type HashedStep, type ServingHead } from "./serving-log.ts";

const STEPS = "steps.jsonl";
const ADMISSIONS = "admissions.jsonl";

interface Moment {
  serving: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** Add all steps, then all admissions, then end. */
export class ServingVerifier {
  readonly #findings: Findings;
  readonly #document: DrawDocument;
  readonly #lastRank: number;
  readonly #momentBySeq = new Map<number, Moment>();
  #last: Moment = { serving: 0, at: 0 };
  #steps = 0;
  #head: ServingHead;
  readonly #unseenHeads: Set<string>;
  /** A bit a rank. */
  readonly #isAdmitted: Uint8Array;
  #admissions = 0;

  /** @param heads hashes of steps that somebody remembers from the sale */
  constructor(document: DrawDocument, drawKey: Uint8Array, heads: readonly string[], findings: Findings) {
    this.#document = document;
    this.#findings = findings;
    this.#lastRank = document.entries + document.late;
    this.#head = headBeforeFirstStep(drawKey);
    this.#unseenHeads = new Set(heads);
    this.#isAdmitted = new Uint8Array(Math.ceil((this.#lastRank + 1) / 8));
  }

  addStep(step: HashedStep): void {
    const before = this.#last;
    const fault = (what: string) => this.#findings.add(STEPS, `step ${grouped(step.seq)}: ${what}`);
    if (step.seq !== this.#head.seq + 1)
      fault(`follows step ${grouped(this.#head.seq)}: a step was removed, inserted or moved`);
    else if (step.previous !== this.#head.hash)
      fault(
        step.seq === 1
          ? "previous is not the draw key: the log is of another draw"
          : "previous is not the hash of the step before it, which was changed",
      );
    if (step.hash !== hashOfStep(step)) fault("hash is not that of its members: the step was changed");
    if (step.serving < before.serving)
      fault(`serving was taken back from ${grouped(before.serving)} to ${grouped(step.serving)}`);
    if (step.serving > this.#lastRank)
      fault(`serving is ${grouped(step.serving)}, and the last rank is ${grouped(this.#lastRank)}`);
    const at = Date.parse(step.at);
    if (at < before.at) fault("at is earlier than in the step before it");
    this.#steps++;
    this.#last = { serving: step.serving, at };
    this.#momentBySeq.set(step.seq, this.#last);
    this.#unseenHeads.delete(step.hash);
    this.#head = step;
  }

  addAdmission({ rank, step: seq, at }: Admission): void {
    this.#admissions++;
    const fault = (what: string) =>
      this.#findings.add(ADMISSIONS, `line ${grouped(this.#admissions)}: rank ${grouped(rank)} ${what}`);
    if (rank > this.#lastRank) return fault(`was admitted, and the last rank is ${grouped(this.#lastRank)}`);
    const [byte, bit] = [rank >> 3, 1 << (rank & 7)];
    if (this.#isAdmitted[byte]! & bit) fault("was admitted twice");
    this.#isAdmitted[byte]! |= bit;
    const step = this.#momentBySeq.get(seq);
    if (!step) return fault(`was admitted at step ${grouped(seq)}, which is not in the log`);
    if (rank > step.serving)
      fault(`was admitted at step ${grouped(seq)}, which served ${grouped(step.serving)}: it jumped the queue`);
    if (Date.parse(at) < step.at) fault(`was admitted before step ${grouped(seq)} began`);
  }

  /** @param admissionsHash SHA-256 of admissions.jsonl, in hexadecimal */
  end(admissionsHash: string): { steps: number; admissions: number; head: string } {
    const { served } = this.#document;
    const steps = this.#steps;
    if (served && served.steps !== steps)
      this.#findings.add(STEPS, `${grouped(steps)} steps, and draw.json counts ${grouped(served.steps)}`);
    if (served && served.head !== this.#head.hash)
      this.#findings.add(STEPS, `the last step has the hash ${this.#head.hash}, and draw.json the head ${served.head}`);
    for (const head of this.#unseenHeads)
      this.#findings.add(STEPS, `no step has the remembered hash ${head}: steps were changed or removed`);
    if (served && served.admissions !== this.#admissions)
      this.#findings.add(
        ADMISSIONS,
        `${grouped(this.#admissions)} admissions, and draw.json counts ${grouped(served.admissions)}`,
      );
    else if (served && served.admissionsHash !== admissionsHash)
      this.#findings.add(ADMISSIONS, `its hash is ${admissionsHash}: a line was changed after the sale`);
    return { steps, admissions: this.#admissions, head: this.#head.hash };
  }
}
