// 10,000 draws of 100 entries. The random numbers are fixed, so the test gives the same result in every run; the seed is printed.
import { createRandom, type Random } from "../../testkit/random.ts";
import { packEntries, indexOfEntry } from "./entries.ts";
import { drawnOrder, ranksOf } from "./ranks.ts";

const DRAWS = 10_000;
const ENTRIES = 100;
const SEED = 20_261_125;

/** How many standard deviations a chi-square statistic is above what chance gives. Source: E. B. Wilson, M. M. Hilferty, The distribution of chi-square, 1931. */
function deviationsOf(statistic: number, degrees: number): number {
  const variance = 2 / (9 * degrees);
  return (Math.cbrt(statistic / degrees) - (1 - variance)) / Math.sqrt(variance);
}
/** Exceeded by chance with p = 0.001. */
const LIMIT = 3.0902;

const chiSquare = (counts: readonly number[], expected: readonly number[]) =>
  counts.reduce((sum, count, index) => sum + (count - expected[index]!) ** 2 / expected[index]!, 0);

function randomBytes(random: Random, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 4) bytes.writeUInt32BE(random.below(2 ** 32), at);
  return bytes;
}

/** Ranks in the order in which people joined. */
function drawOf(random: Random, classes?: Buffer): number[] {
  const joined = Array.from({ length: ENTRIES }, () => randomBytes(random, 16));
  const entries = packEntries(Buffer.concat(joined), classes);
  const ranks = ranksOf(drawnOrder(entries, randomBytes(random, 32)));
  return joined.map((id) => ranks[indexOfEntry(entries, id)]!);
}

/** How often each arrival had each rank. */
class Counts {
  readonly #first = new Array<number>(ENTRIES).fill(0);
  readonly #table = new Array<number>(ENTRIES ** 2).fill(0);

  add(ranks: readonly number[]): void {
    for (const [arrival, rank] of ranks.entries()) {
      if (rank === 1) this.#first[arrival]!++;
      this.#table[arrival * ENTRIES + rank - 1]!++;
    }
  }

  /** In standard deviations. */
  get firstPlace(): number {
    return deviationsOf(chiSquare(this.#first, each(ENTRIES)), ENTRIES - 1);
  }

  /**
   * In standard deviations. A draw adds one to each row and each column, so (n − 1) / n of the statistic has (n − 1)² degrees of freedom. Source:
   * R. L. Anderson, Use of contingency tables in the analysis of consumer preference studies, 1959.
   */
  get arrivalAndRank(): number {
    const statistic = (chiSquare(this.#table, each(ENTRIES ** 2)) * (ENTRIES - 1)) / ENTRIES;
    return deviationsOf(statistic, (ENTRIES - 1) ** 2);
  }
}

const each = (length: number) => new Array<number>(length).fill(DRAWS / ENTRIES);

/** The same draw, but for the first arrival: it gets the first place. */
function favouring(ranks: readonly number[]): number[] {
  const [own] = ranks;
  return ranks.map((rank, arrival) => (arrival === 0 ? 1 : rank === 1 ? own! : rank));
}

test("the approximation agrees with tables of chi-square", () => {
  // Upper 0.001 and 0.05 points.
  expect(deviationsOf(148.23, 99)).toBeCloseTo(LIMIT, 1);
  expect(deviationsOf(123.225, 99)).toBeCloseTo(1.6449, 1);
});

test("every rank is as likely for every arrival, and a draw that favours the first arrival once in a hundred times is found", () => {
  const random = createRandom(SEED);
  const [fair, unfair] = [new Counts(), new Counts()];
  for (let left = DRAWS; left > 0; left--) {
    const ranks = drawOf(random);
    fair.add(ranks);
    unfair.add(random.chance(0.01) ? favouring(ranks) : ranks);
  }
  const { firstPlace, arrivalAndRank } = fair;
  process.stdout.write(
    `${DRAWS} draws of ${ENTRIES} entries, seed ${SEED}: chi-square ${firstPlace.toFixed(2)} and ${arrivalAndRank.toFixed(2)} standard deviations above its mean\n`,
  );
  expect(firstPlace).toBeLessThan(LIMIT);
  expect(arrivalAndRank).toBeLessThan(LIMIT);
  expect(unfair.firstPlace).toBeGreaterThan(LIMIT);
});

test("the chance of the first place is the share of all weights", () => {
  const random = createRandom(SEED);
  const weights = Array.from({ length: ENTRIES }, (_, arrival) => 1 + (arrival % 4));
  const classes = Buffer.from(weights.flatMap((weight) => [0, weight]));
  const firsts = [0, 0, 0, 0];
  for (let left = DRAWS / 4; left > 0; left--) firsts[weights[drawOf(random, classes).indexOf(1)]! - 1]!++;
  const expected = [1, 2, 3, 4].map((weight) => (DRAWS * weight) / 40);
  expect(deviationsOf(chiSquare(firsts, expected), 3)).toBeLessThan(LIMIT);
});
