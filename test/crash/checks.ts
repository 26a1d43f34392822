// What must hold whatever has died: pure functions over what clients saw and what a system at rest shows of itself. Each names
// what it finds wrong; nothing found is what one wants.
import { ANSWERS } from "./checks/answers.ts";
import { ARCHIVES } from "./checks/archives.ts";
import { CODES } from "./checks/codes.ts";
import type { Check, Evidence } from "./checks/check.ts";
import { CLAIMS } from "./checks/claims.ts";
import { COUNTER } from "./checks/counter.ts";
import { DISPUTES } from "./checks/disputes.ts";
import { ERASURES } from "./checks/erasures.ts";
import { EXCHANGES } from "./checks/exchanges.ts";
import { GIFTS } from "./checks/gifts.ts";
import { INVOICES } from "./checks/invoices.ts";
import { LETTERS } from "./checks/letters.ts";
import { MONEY } from "./checks/money.ts";
import { ORDERS } from "./checks/orders.ts";
import { MOVES } from "./checks/moves.ts";
import { ONLOOKERS } from "./checks/onlookers.ts";
import { PACKAGES } from "./checks/packages.ts";
import { PAYOUTS } from "./checks/payouts.ts";
import { QUEUES } from "./checks/queues.ts";
import { WAITLISTS } from "./checks/waitlists.ts";
import { QUESTIONS } from "./checks/questions.ts";
import { RETURNS } from "./checks/returns.ts";
import { RESERVATIONS } from "./checks/reservations.ts";
import { SALES } from "./checks/sales.ts";
import { SEATS } from "./checks/seats.ts";
import { STEPS } from "./checks/steps.ts";
import { TIMES } from "./checks/times.ts";

export const CHECKS: readonly Check[] = [
  ...SEATS,
  ...MONEY,
  ...INVOICES,
  ...COUNTER,
  ...RESERVATIONS,
  ...MOVES,
  ...EXCHANGES,
  ...GIFTS,
  ...RETURNS,
  ...SALES,
  ...PACKAGES,
  ...PAYOUTS,
  ...DISPUTES,
  ...QUESTIONS,
  ...QUEUES,
  ...WAITLISTS,
  ...ANSWERS,
  ...LETTERS,
  ...CODES,
  ...ERASURES,
  ...ARCHIVES,
  ...CLAIMS,
  ...TIMES,
  ...ORDERS,
  ...STEPS,
  ...ONLOOKERS,
];

/** What is wrong, each with what it goes against; what was found many times, once. */
export function judge(evidence: Evidence): string[] {
  return CHECKS.flatMap(({ holds, violations }) => {
    const found = violations(evidence);
    return [...new Set(found)].map((what) => {
      const times = found.filter((other) => other === what).length;
      return `${holds}: ${what}${times > 1 ? `, ${times} times` : ""}`;
    });
  });
}
