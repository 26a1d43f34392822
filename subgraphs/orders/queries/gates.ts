// Gates, passages and admission counts.
import { LRUCache } from "lru-cache";
import type { Database } from "../../../platform/postgres/database.ts";
import type { AdmissionCounts } from "../entities/admission-counts.ts";
import type { Gate } from "../entities/gate.ts";
import { statement } from "../entities/tables.ts";
import type { EntryRule } from "../enums.generated.ts";

interface OfEvent {
  eventId: string;
}

const gates = statement((db, { eventId }: OfEvent) =>
  db.selectFrom("gate").selectAll().where("eventId", "=", eventId).orderBy("name").orderBy("id"),
);

/** Also gates that were removed. */
export function allGatesOf(database: Database, eventId: string): Promise<Gate[]> {
  return gates.rows(database.read(), { eventId });
}

export async function gatesOf(database: Database, eventId: string): Promise<Gate[]> {
  return (await allGatesOf(database, eventId)).filter(({ removedAt }) => removedAt === null);
}

const rule = statement((db, { eventId }: OfEvent) =>
  db.selectFrom("event_entry").select("rule").where("eventId", "=", eventId),
);

export async function entryRuleOf(database: Database, eventId: string): Promise<EntryRule> {
  return (await rule.row(database.read(), { eventId }))?.rule ?? "ONCE";
}

const ticketCounts = statement((db, { eventId }: OfEvent) =>
  db
    .selectFrom("ticket")
    .select(({ fn, lit }) => [
      fn.countAll<number>().filterWhere("status", "<>", "CANCELLED").as("tickets"),
      fn.countAll<number>().filterWhere("status", "=", "USED").as("admitted"),
      fn.countAll<number>().filterWhere("status", "=", "USED").filterWhere("isOutside", "=", lit(false)).as("inside"),
    ])
    .where("eventId", "=", eventId),
);

const entriesByGate = statement((db, { eventId }: OfEvent) =>
  db
    .selectFrom("gate as g")
    .leftJoin("passage as p", (on) =>
      on
        .onRef("p.gateId", "=", "g.id")
        .onRef("p.eventId", "=", "g.eventId")
        .on("p.kind", "=", "ENTRY")
        .on("p.undoneAt", "is", null),
    )
    .select(["g.id as gateId", "g.name"])
    .select(({ fn }) => fn.count<number>("p.id").as("entries"))
    .where("g.eventId", "=", eventId)
    .groupBy(["g.id", "g.name"])
    .orderBy("g.name"),
);

const COUNTED_MS = 1_000;
const EVENTS_COUNTED = 1_000;

export interface AdmissionCounter {
  /** At most a second old: all devices of an event share one count. */
  of(eventId: string): Promise<AdmissionCounts>;
}

export function createAdmissionCounter(database: () => Database): AdmissionCounter {
  const counted = new LRUCache<string, Promise<AdmissionCounts>>({ max: EVENTS_COUNTED, ttl: COUNTED_MS });
  const count = async (eventId: string): Promise<AdmissionCounts> => {
    const session = database().read();
    const [tickets, byGate] = await Promise.all([
      ticketCounts.row(session, { eventId }),
      entriesByGate.rows(session, { eventId }),
    ]);
    return { eventId, ...tickets!, gates: byGate.map(({ gateId, entries }) => ({ gateId, entries })) };
  };
  return {
    of: (eventId) => {
      const known = counted.get(eventId);
      if (known) return known;
      const counting = count(eventId);
      counted.set(eventId, counting);
      counting.catch(() => counted.delete(eventId));
      return counting;
    },
  };
}
