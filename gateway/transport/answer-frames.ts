// Parses batched responses (platform/graphql/graphql-many.ts). Each is a line with the index of its request, its status, its length and its
// invalidations, followed by its bytes.

export interface AnswerFrame {
  index: number;
  status: number;
  /** Value of the header of the same name; empty if nothing has changed. */
  changed: string;
  body: Buffer;
}

const LINE = /^(\d{1,3}) (\d{3}) (\d{1,9}) (.*)$/;
const LONGEST_LINE = 16 * 1024;
const NEWLINE = 0x0a;

export class AnswerFrames {
  readonly #maxBodyBytes: number;
  readonly #onAnswer: (answer: AnswerFrame) => void;
  #unread: Buffer = Buffer.alloc(0);
  /** The response in progress, and its bytes so far. */
  #frame: AnswerFrame | undefined;
  #size = 0;

  /** @param maxBodyBytes of each answer */
  constructor(maxBodyBytes: number, onAnswer: (answer: AnswerFrame) => void) {
    this.#maxBodyBytes = maxBodyBytes;
    this.#onAnswer = onAnswer;
  }

  /** @param bytes may be overwritten afterwards @throws Error if they are no answers */
  read(bytes: Buffer): void {
    let rest = bytes;
    while (rest.length > 0) {
      if (!this.#frame) {
        const known = this.#unread.length > 0 ? Buffer.concat([this.#unread, rest]) : rest;
        const end = known.indexOf(NEWLINE);
        if (end > LONGEST_LINE || (end === -1 && known.length > LONGEST_LINE))
          throw new Error("Batched answers can't be separated.");
        if (end === -1) {
          this.#unread = Buffer.from(known);
          return;
        }
        this.#unread = Buffer.alloc(0);
        this.#begin(known.toString("latin1", 0, end));
        rest = known.subarray(end + 1);
      }
      rest = this.#take(rest);
    }
  }

  #begin(line: string): void {
    const [, index, status, length, changed] = LINE.exec(line) ?? [];
    if (index === undefined) throw new Error("Batched answers can't be separated.");
    if (Number(length) > this.#maxBodyBytes) throw new Error("A batched answer is too large.");
    const body = Buffer.allocUnsafe(Number(length));
    this.#frame = { index: Number(index), status: Number(status), changed: changed!, body };
    this.#size = 0;
  }

  /** @returns the remaining bytes */
  #take(bytes: Buffer): Buffer {
    const frame = this.#frame!;
    const count = bytes.copy(frame.body, this.#size);
    this.#size += count;
    if (this.#size === frame.body.length) {
      this.#frame = undefined;
      this.#onAnswer(frame);
    }
    return bytes.subarray(count);
  }
}
