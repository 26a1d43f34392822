// Dates by a recurrence rule of RFC 5545 in the time zone of the place. As section 3.3.10 says, local times that clocks skip are left out, and
// are not counted.
import { END_YEAR, localMs } from "./local-time.ts";

export const MAX_DATES = 366;
const MAX_RULE_LENGTH = 300;
/** So that a rule that never matches ends soon. An iteration is a step of FREQ: 4,000 days are eleven years. */
const LIMITS = { maxIterations: 4_000, maxCandidateEvaluations: 50_000 };

/** Rules from YEARLY to DAILY, with times by hour and minute. */
const PARTS: Record<string, RegExp> = {
  FREQ: /^(YEARLY|MONTHLY|WEEKLY|DAILY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}T\d{6}Z$/,
  BYMONTH: /^\d{1,2}(,\d{1,2}){0,11}$/,
  BYWEEKNO: /^-?\d{1,2}(,-?\d{1,2}){0,52}$/,
  BYYEARDAY: /^-?\d{1,3}(,-?\d{1,3}){0,49}$/,
  BYMONTHDAY: /^-?\d{1,2}(,-?\d{1,2}){0,30}$/,
  BYDAY: /^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)){0,20}$/,
  BYHOUR: /^\d{1,2}(,\d{1,2}){0,23}$/,
  BYMINUTE: /^\d{1,2}(,\d{1,2}){0,11}$/,
  BYSETPOS: /^-?\d{1,3}(,-?\d{1,3}){0,30}$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

/** Numbers that a part may have, besides their negatives where it counts from the end. */
const RANGES: Record<string, readonly [first: number, last: number]> = {
  BYMONTH: [1, 12],
  BYWEEKNO: [1, 53],
  BYYEARDAY: [1, 366],
  BYMONTHDAY: [1, 31],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYSETPOS: [1, 366],
};

export class BadRule extends Error {}

function isInRange(name: string, value: string): boolean {
  const [first, last] = RANGES[name] ?? [0, Infinity];
  const numbers = name in RANGES ? value.split(",").map((one) => Math.abs(Number(one))) : [];
  return numbers.every((number) => number >= first && number <= last);
}

/** @throws BadRule with the reason */
function checked(rule: string): string {
  if (rule.length > MAX_RULE_LENGTH) throw new BadRule(`must have at most ${MAX_RULE_LENGTH} characters`);
  const parts = rule.replace(/^RRULE:/, "").split(";");
  const names = parts.map((part) => part.split("=", 1)[0]!);
  for (const [index, part] of parts.entries()) {
    const name = names[index]!;
    const value = part.slice(name.length + 1);
    if (!Object.hasOwn(PARTS, name) || !PARTS[name]!.test(value) || !isInRange(name, value))
      throw new BadRule(`"${part}" is no part of a recurrence rule (RFC 5545) that is known here`);
  }
  if (new Set(names).size < names.length) throw new BadRule("has a part twice");
  if (!names.includes("FREQ")) throw new BadRule("needs FREQ, such as FREQ=WEEKLY");
  if (names.includes("COUNT") === names.includes("UNTIL")) throw new BadRule("needs either COUNT or UNTIL");
  return parts.join(";");
}

/** Dates of the rule, the first at `startsAt` or later. @throws BadRule with the reason */
export async function datesOf(rule: string, startsAt: Date, timeZone: string): Promise<Date[]> {
  const parts = checked(rule);
  // Loaded with the first rule: it takes 4 MB.
  const { RRuleTemporal } = await import("rrule-temporal");
  const local = new Date(localMs(startsAt, timeZone)).toISOString().replaceAll(/[-:]|\.\d+Z$/g, "");
  const rruleString = `DTSTART;TZID=${timeZone}:${local}\nRRULE:${parts}`;
  let dates: Date[];
  try {
    const found = new RRuleTemporal({ rruleString, strict: true, ...LIMITS });
    const ms = startsAt.getUTCMilliseconds();
    dates = found.all((_, index) => index <= MAX_DATES).map((date) => new Date(date.epochMilliseconds + ms));
  } catch (error) {
    const { message } = error as Error;
    if (/^Maximum/.test(message))
      throw new BadRule(
        `gives no dates, or not all, within ${LIMITS.maxIterations} steps of its FREQ: use a longer FREQ, such as YEARLY`,
      );
    throw new BadRule(`gives no dates: ${message}`);
  }
  if (dates.length === 0) throw new BadRule("gives no dates");
  if (dates.length > MAX_DATES) throw new BadRule(`gives more than ${MAX_DATES} dates`);
  if (dates.at(-1)!.getUTCFullYear() >= END_YEAR) throw new BadRule(`gives dates from the year ${END_YEAR} on`);
  return dates;
}
