// Search of orders and of attendees, newest first. Names and seats are compared for the tickets of one event only, so no index has them. Addresses
// are stored by users only: it returns the IDs of the people with an address, and these are found as buyers or holders.
import { z } from "zod";
import { connectionOf, cursorKey, pageOf, pageRequest } from "../../../platform/graphql/pagination.ts";
import type { Connection, Page } from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Building, Expression } from "../../../platform/postgres/statements.ts";
import { beginsWords } from "../../../platform/postgres/words.ts";
import type { Order } from "../entities/order.ts";
import { knownOrders, statement } from "../entities/tables.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { AttendeeSearch, OrderSearch } from "../inputs.ts";
import { matchesSeat } from "./words.ts";

const cursorSchema = z.object({ createdAt: cursorKey.time, id: cursorKey.id });

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

const keyOf = ({ createdAt, id }: { createdAt: Date; id: string }) => ({ createdAt: createdAt.toISOString(), id });

type PageOf<Of> = Of & Page<z.infer<typeof cursorSchema>>;

const cursor = (sql: Building["sql"], { createdAt, id }: PageOf<object>) =>
  sql<[Date, string]>`(${createdAt}::timestamptz, ${id}::uuid)`;

/** Instead of an address the people who have it; null: not asked for. */
type Found<Search> = Omit<Search, "email"> & { people?: readonly string[] | null };

type Orders = Found<OrderSearch> & { organizationId: string };

/** As an array, so that PostgreSQL reads the event's orders, and not all of the organization. */
const isOfEvent = (sql: Building["sql"], id: Expression<string>, eventId: string | null) =>
  sql<boolean>`${id} = any(array(select id from purchase where event_id = ${eventId}::uuid
    union all select id from purchase where more_event_ids <> '{}' and more_event_ids @> array[${eventId}::uuid]))`;

/** As an array, so that PostgreSQL reads what these people have, and not all of the organization. */
const isOfPeople = (sql: Building["sql"], id: Expression<string>, { people, organizationId }: Orders) =>
  sql<boolean>`${id} = any(array(select id from purchase where buyer_id = any(${people}::uuid[]) and organization_id = ${organizationId}::uuid
    union all select order_id from ticket where holder_id = any(${people}::uuid[]) and organization_id = ${organizationId}::uuid))`;

const orders = statement((db, given: PageOf<Orders>, building) => {
  const { sql, has } = building;
  return knownOrders(db)
    .where("o.organizationId", "=", given.organizationId)
    .$if(has("number"), (found) => found.where("o.number", "=", given.number!))
    .$if(has("eventId"), (found) => found.where((of) => isOfEvent(sql, of.ref("o.id"), given.eventId)))
    .$if(has("people"), (found) => found.where((of) => isOfPeople(sql, of.ref("o.id"), given)))
    .$if(has("status"), (found) => found.where("o.status", "=", given.status!))
    .$if(has("from"), (found) => found.where("o.createdAt", ">=", given.from!))
    .$if(has("to"), (found) => found.where("o.createdAt", "<", given.to!))
    .$if(has("holderName"), (found) =>
      found.where(
        () => sql<boolean>`(exists (select from unnest(o.names) given where ${beginsWords(building, sql`given`, given.holderName)})
          or o.id = any(array(select t.order_id from ticket t where t.event_id = ${given.eventId}::uuid and ${beginsWords(building, sql`t.holder_name`, given.holderName)})))`,
      ),
    )
    .$if(has("seat"), (found) =>
      found.where(
        () =>
          sql<boolean>`exists (select from order_item i where i.order_id = o.id and coalesce(i.event_id, o.event_id) = ${given.eventId}::uuid
            and ${matchesSeat(building, given.seat)})`,
      ),
    )
    .$if(has("id"), (found) => found.where((of) => of(of.refTuple("o.createdAt", "o.id"), "<", cursor(sql, given))))
    .$if(has("limit"), (found) => found.orderBy("o.createdAt", "desc").orderBy("o.id", "desc").limit(given.limit!));
});

export async function foundOrders(
  database: Database,
  organizationId: string,
  { first, after, ...search }: Found<OrderSearch> & PageArgs,
): Promise<Connection<Order>> {
  const request = pageRequest({ first: first ?? null, after: after ?? null }, cursorSchema);
  const of = { organizationId, ...search };
  const em = database.read();
  const found = await orders.rows(em, { ...of, ...pageOf(request) });
  return connectionOf(found, request, () => orders.count(em, of), keyOf);
}

type Attendees = Found<AttendeeSearch> & { eventId: string };

const attendees = statement((db, given: PageOf<Attendees>, building) => {
  const { sql, has } = building;
  return db
    .selectFrom("ticket as t")
    .selectAll("t")
    .where("t.eventId", "=", given.eventId)
    .$if(has("number"), (found) =>
      found.where("t.orderId", "=", sql<string>`(select id from purchase where number = ${given.number})`),
    )
    .$if(has("people"), (found) =>
      found.where(
        (
          of,
        ) => sql<boolean>`${of.ref("t.id")} = any(array(select id from ticket where holder_id = any(${given.people}::uuid[]) and event_id = ${given.eventId}::uuid
          union all select b.id from purchase p join ticket b on b.order_id = p.id where p.buyer_id = any(${given.people}::uuid[]) and b.event_id = ${given.eventId}::uuid))`,
      ),
    )
    .$if(has("status"), (found) => found.where("t.status", "=", given.status!))
    .$if(has("from"), (found) => found.where("t.createdAt", ">=", given.from!))
    .$if(has("to"), (found) => found.where("t.createdAt", "<", given.to!))
    .$if(has("holderName"), (found) => found.where(() => beginsWords(building, sql`t.holder_name`, given.holderName)))
    .$if(has("seat"), (found) =>
      found.where(
        () =>
          sql<boolean>`exists (select from order_item i where i.order_id = t.order_id and i.position = t.position and ${matchesSeat(building, given.seat)})`,
      ),
    )
    .$if(has("id"), (found) => found.where((of) => of(of.refTuple("t.createdAt", "t.id"), "<", cursor(sql, given))))
    .$if(has("limit"), (found) => found.orderBy("t.createdAt", "desc").orderBy("t.id", "desc").limit(given.limit!))
    .$castTo<Ticket>();
});

export async function attendeesOf(
  database: Database,
  eventId: string,
  { first, after, ...search }: Found<AttendeeSearch> & PageArgs,
): Promise<Connection<Ticket>> {
  const request = pageRequest({ first: first ?? null, after: after ?? null }, cursorSchema);
  const of = { eventId, ...search };
  const em = database.read();
  const found = await attendees.rows(em, { ...of, ...pageOf(request) });
  return connectionOf(found, request, () => attendees.count(em, of), keyOf);
}
