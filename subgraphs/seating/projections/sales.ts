// Projection of catalog's changes to events on sale. Messages may arrive in any order: an older version changes nothing.
import type { z } from "zod";
import type { Tx } from "../../../platform/postgres/database.ts";
import type {
  EventDescribed,
  EventRescheduled,
  HoldPolicyChanged,
  SaleTermsChanged,
} from "../../../schema/messages/catalog.ts";
import { statement } from "../entities/tables.ts";
import { lookAtWaitlist } from "./waitlists.ts";

type Policy = z.infer<typeof HoldPolicyChanged.body>;

const setPolicy = statement((db, of: Policy, { sql }) =>
  db
    .updateTable("sale")
    .set({
      holdSeconds: of.holdSeconds,
      maxHoldSeconds: of.maxHoldSeconds,
      avoidSingleSeats: of.avoidSingleSeats,
      companionsPerWheelchairPlace: of.companionsPerWheelchairPlace,
      verifiedBuyersOnly: sql`coalesce(${of.verifiedBuyersOnly}::boolean, verified_buyers_only)`,
      policyVersion: of.version,
    })
    .where("eventId", "=", of.eventId)
    .where("policyVersion", "<", of.version),
);

const setSchedule = statement((db, of: z.infer<typeof EventRescheduled.body>, { sql }) =>
  db
    .updateTable("sale")
    .set({ salesEndAt: sql`${of.salesEndAt}::timestamptz`, scheduleVersion: of.version })
    .where("eventId", "=", of.eventId)
    .where("scheduleVersion", "<", of.version),
);

const setTerms = statement((db, of: z.infer<typeof SaleTermsChanged.body>, { sql }) =>
  db
    .updateTable("sale")
    .set({
      opensAt: sql`${of.opensAt}::timestamptz`,
      closesAt: sql`${of.closesAt}::timestamptz`,
      accessHash: of.accessHash,
      asksQuestions: sql`coalesce(${of.asksQuestions}::boolean, false)`,
      termsVersion: of.version,
    })
    .where("eventId", "=", of.eventId)
    .where("termsVersion", "<", of.version),
);

type Described = z.infer<typeof EventDescribed.body>;

const setStart = statement((db, of: Pick<Described, "eventId" | "version" | "startsAt" | "timeZone">, { sql }) =>
  db
    .updateTable("sale")
    .set({ startsAt: sql`${of.startsAt}::timestamptz`, timeZone: of.timeZone, describedVersion: of.version })
    .where("eventId", "=", of.eventId)
    .where("describedVersion", "<", of.version),
);

/** catalog sends them twice: by a call, so that they hold when it answers, and by a message, which is never lost. */
export async function noteTerms(tx: Tx, terms: z.infer<typeof SaleTermsChanged.body>): Promise<void> {
  await setTerms.change(tx, terms);
  await lookAtWaitlist(tx, terms.eventId);
}

export async function noteHoldPolicy(tx: Tx, change: Policy): Promise<void> {
  await setPolicy.change(tx, change);
  await lookAtWaitlist(tx, change.eventId);
}

export async function noteSchedule(tx: Tx, change: z.infer<typeof EventRescheduled.body>): Promise<void> {
  await setSchedule.change(tx, change);
  await lookAtWaitlist(tx, change.eventId);
}

export async function noteStart(tx: Tx, change: Described): Promise<void> {
  await setStart.change(tx, change);
  await lookAtWaitlist(tx, change.eventId);
}
