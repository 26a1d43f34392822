// What a verification finds: each fault with the file that has it.

export interface Finding {
  file: string;
  what: string;
}

/** Of each file the first faults: one that is wrong throughout has a million. */
const MOST_PER_FILE = 10;

export class Findings {
  readonly #faults = new Map<string, { first: string[]; more: number }>();

  add(file: string, what: string): void {
    const ofFile = this.#faults.get(file) ?? { first: [], more: 0 };
    this.#faults.set(file, ofFile);
    if (ofFile.first.length < MOST_PER_FILE) ofFile.first.push(what);
    else ofFile.more++;
  }

  get isEmpty(): boolean {
    return this.#faults.size === 0;
  }

  list(): Finding[] {
    return [...this.#faults].flatMap(([file, { first, more }]) => [
      ...first.map((what) => ({ file, what })),
      ...(more > 0 ? [{ file, what: `${grouped(more)} more faults` }] : []),
    ]);
  }
}

/** As 1,000,000. */
export const grouped = (value: number): string => value.toLocaleString("en");

/** As "1 entry" or "2 entries". */
export const counted = (value: number, one: string, many: string): string =>
  `${grouped(value)} ${value === 1 ? one : many}`;
