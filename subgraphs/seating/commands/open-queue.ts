// Announces the waiting room of an event. From here on the rules and the seed of its draw can't change: their hash is public.
import { randomBytes } from "node:crypto";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { canonicalJson } from "../../../domain/queue/canonical-json.ts";
import { commitmentOf, policyHashOf, SEED_BYTES } from "../../../domain/queue/commitment.ts";
import type { QueuePolicy } from "../../../domain/queue/published-draw.ts";
import { QueueExists } from "../errors.ts";
import type { OpenQueue } from "../inputs/queues.ts";
import type { SealedSeeds } from "../engine/sealed-seeds.ts";
import { audit } from "./audit.ts";

/** People who are let in before the inlet knows how many the system bears. */
const FIRST_CAP = 50;

interface Sale {
  organizationId: string;
  isOver: boolean;
  now: Date;
}

/** Returns the ID of the event. Refusals: NotFound, QueueExists, IdempotencyKeyReused. @throws GraphQLError BAD_USER_INPUT */
export async function openQueue(
  tx: Tx,
  seeds: SealedSeeds,
  { userId, eventId }: { userId: string; eventId: string },
  { idempotencyKey: key, ...input }: OpenQueue,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "openQueue", key, input }, async () => {
    const sale = await row<Sale>(
      tx,
      sql`select organization_id, state = 'CLOSED' or sales_end_at <= app_now() as is_over, date_trunc('milliseconds', app_now()) as now
          from sale where event_id = ${eventId}::uuid and not is_tombstone(event_id, organization_id)`,
    );
    if (!sale) throw new NotFound("event");
    if (sale.isOver) throw badInput("input.eventId", "must be an event whose sale has not ended");
    const { drawAt } = input;
    const opensAt = input.opensAt ?? sale.now;
    if (drawAt <= sale.now) throw badInput("input.drawAt", "must be in the future");
    if (opensAt >= drawAt) throw badInput("input.opensAt", "must be before drawAt");
    const { organizationId } = sale;
    const seed = randomBytes(SEED_BYTES);
    const policy = policyOf({ ...input, opensAt });
    const policyHash = policyHashOf(policy);
    const commitment = commitmentOf({ eventId, policyHash, seed });
    const { maxActive, perSecond, admissionSeconds, reviewSeconds = null } = input;
    const added = await rows(
      tx,
      sql`insert into queue (event_id, organization_id, opens_at, draw_at, policy, policy_hash, commitment, sealed_seed, max_active, per_second, admission_seconds, review_seconds, cap_load, next_at)
          values (${eventId}::uuid, ${organizationId}, ${opensAt}, ${drawAt}, ${canonicalJson(policy)}, ${policyHash}, ${commitment}, ${await seeds.seal(seed)},
            ${maxActive}, ${perSecond}, ${admissionSeconds}, ${reviewSeconds}, ${FIRST_CAP}, ${drawAt})
          on conflict do nothing returning 1`,
    );
    if (added.length === 0) throw new QueueExists(eventId);
    const detail = { drawAt: drawAt.toISOString(), commitment: commitment.toString("hex") };
    await audit(tx, { organizationId, action: "openQueue", subject: eventId, detail });
    reach("queue opened, not committed");
    return eventId;
  });
}

function policyOf({
  opensAt,
  drawAt,
  proofOfWork,
  reviewSeconds,
}: Pick<OpenQueue, "drawAt" | "proofOfWork" | "reviewSeconds"> & { opensAt: Date }): QueuePolicy {
  return {
    opensAt: opensAt.toISOString(),
    drawAt: drawAt.toISOString(),
    randomness: "COMMITTED_SEED",
    groups: ["everyone"],
    maxWeight: 1,
    entriesPerPerson: 1,
    ...(proofOfWork && { proofOfWork }),
    ...(reviewSeconds !== undefined && { reviewSeconds }),
  };
}
