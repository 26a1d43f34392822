// Gates of an event, and its entry rule.
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { onUniqueViolation, type Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { EventFactsEntity } from "../entities/event-facts.ts";
import { GateEntity } from "../entities/gate.ts";
import { statement } from "../entities/tables.ts";
import type { EntryRule } from "../enums.generated.ts";
import { GateNameTaken } from "../errors.ts";
import type { CreateGate, UpdateGate } from "../inputs.ts";
import { audit } from "./audit.ts";

interface GateRow {
  id: string;
  eventId: string;
  organizationId: string;
  name: string;
  sectionIds: string[] | null;
  opensAt: Date | null;
  closesAt: Date | null;
}

const addGate = statement((db, of: GateRow, { sql }) =>
  db
    .insertInto("gate")
    .values({
      id: of.id,
      eventId: of.eventId,
      organizationId: of.organizationId,
      name: of.name,
      sectionIds: of.sectionIds,
      opensAt: of.opensAt,
      closesAt: of.closesAt,
    })
    .onConflict((known) => known.columns(["eventId", "name"]).where(sql.ref("removed_at"), "is", null).doNothing()),
);

const MAX_GATES = 200;

const gatesOfEvent = statement((db, { eventId }: { eventId: string }) =>
  db.selectFrom("gate").select("id").where("eventId", "=", eventId).where("removedAt", "is", null),
);

/**
 * Returns the gate's id. Refusals: NotFound for a section, GateNameTaken, IdempotencyKeyReused
 * @throws GraphQLError BAD_USER_INPUT for more than 200 gates
 */
export async function createGate(
  tx: Tx,
  userId: string,
  organizationId: string,
  { idempotencyKey: key, ...input }: CreateGate,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "createGate", key, input }, async () => {
    const { eventId, name, sectionIds, opensAt, closesAt } = input;
    await requireSections(tx, eventId, sectionIds);
    if ((await gatesOfEvent.count(tx, { eventId })) >= MAX_GATES)
      throw badInput("input.eventId", `has ${MAX_GATES} gates already: remove one first`);
    const id = uuid();
    const added = await addGate.change(tx, { id, eventId, organizationId, name, sectionIds, opensAt, closesAt });
    if (added === 0) throw new GateNameTaken();
    await audit(tx, { organizationId, action: "createGate", subject: id, detail: { eventId } });
    return id;
  });
}

/** @throws NotFound for a gate that was removed or a section, GateNameTaken, GraphQLError BAD_USER_INPUT for times in the wrong order */
export async function updateGate(tx: Tx, { gateId, ...changes }: UpdateGate): Promise<void> {
  const gate = await tx.findOne(GateEntity, { id: gateId }, LOCKED);
  if (!gate || gate.removedAt) throw new NotFound("gate");
  const { name = gate.name, sectionIds = gate.sectionIds, opensAt = gate.opensAt, closesAt = gate.closesAt } = changes;
  if (opensAt && closesAt && opensAt >= closesAt) throw badInput("input.closesAt", "must be after opensAt");
  await requireSections(tx, gate.eventId, sectionIds ?? null);
  Object.assign(gate, { name, sectionIds, opensAt, closesAt });
  await onUniqueViolation(tx.flush(), new GateNameTaken());
  const fields = Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const { organizationId } = gate;
  await audit(tx, { organizationId, action: "updateGate", subject: gateId, detail: { fields } });
}

const endGate = statement((db, { gateId }: { gateId: string }, { sql }) =>
  db
    .updateTable("gate")
    .set({ removedAt: sql`date_trunc('milliseconds', app_now())` })
    .where("id", "=", gateId)
    .where("removedAt", "is", null),
);

/** Idempotent. */
export async function removeGate(tx: Tx, gateId: string, organizationId: string): Promise<void> {
  if ((await endGate.change(tx, { gateId })) > 0)
    await audit(tx, { organizationId, action: "removeGate", subject: gateId });
}

const setRule = statement((db, of: { eventId: string; rule: EntryRule }) =>
  db
    .insertInto("event_entry")
    .values({ eventId: of.eventId, rule: of.rule })
    .onConflict((known) =>
      known
        .column("eventId")
        .doUpdateSet((news) => ({ rule: news.ref("excluded.rule") }))
        .whereRef("event_entry.rule", "<>", "excluded.rule"),
    ),
);

/** Idempotent. */
export async function setEntryRule(
  tx: Tx,
  { eventId, organizationId }: { eventId: string; organizationId: string },
  rule: EntryRule,
): Promise<void> {
  if ((await setRule.change(tx, { eventId, rule })) > 0)
    await audit(tx, { organizationId, action: "setEntryRule", subject: eventId, detail: { rule } });
}

/** @throws NotFound for a section that is not of the event's venue */
async function requireSections(tx: Tx, eventId: string, sectionIds: string[] | null): Promise<void> {
  if (sectionIds === null) return;
  const facts = await tx.findOne(EventFactsEntity, { eventId });
  const known = new Set(facts?.sections?.map(({ id }) => id));
  if (!sectionIds.every((id) => known.has(id))) throw new NotFound("section");
}
