// Packages of several events: created and closed by the organizer. At each event a package is a promo code. Raw SQL: one statement for all events and
// tiers, under the locks of their sales.
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import { priceOf, type Pricing } from "../../../domain/pricing.ts";
import { codeOfPackage } from "../entities/ticket-package.ts";
import type { CreatePackage } from "../inputs.ts";
import { addPricesWithCodes } from "../projections/prices-with-codes.ts";
import { audit } from "./audit.ts";
import { checkTimes } from "./promo-codes.ts";
import { lockSales } from "./several-holds.ts";

type NewPackage = Omit<CreatePackage, "idempotencyKey">;

interface SaleOfPackage {
  eventId: string;
  currency: string;
  pricing: Pricing;
  isOnSale: boolean;
  isPrivate: boolean;
  /** Whether its tiers have several prices. */
  isPriced: boolean;
  tiers: { no: number; tierId: string; base: number }[];
}

/** Of one organization, with their tiers. */
function salesOf(tx: Tx, organizationId: string, eventIds: string[]): Promise<SaleOfPackage[]> {
  return rows(
    tx,
    sql`select s.event_id, s.currency, s.pricing, s.state <> 'CLOSED' and s.sales_end_at > app_now() as is_on_sale, s.access_hash is not null as is_private, s.prices_version > 0 as is_priced,
          (select jsonb_agg(jsonb_build_object('no', t.no, 'tierId', t.tier_id, 'base', coalesce((t.breakdown ->> 'base')::int, t.price)) order by t.no)
           from sale_tier t where t.event_id = s.event_id) as tiers
        from sale s where s.event_id = any(${eventIds}::uuid[]) and s.organization_id = ${organizationId} and not is_tombstone(s.event_id, s.organization_id)`,
  );
}

/** Returns the ID of the package. Refusals: NotFound for an event or tier, IdempotencyKeyReused. @throws GraphQLError BAD_USER_INPUT */
export async function createPackage(
  tx: Tx,
  { userId, organizationId }: { userId: string; organizationId: string },
  { idempotencyKey: key, ...input }: CreatePackage,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "createPackage", key, input }, async () => {
    const eventIds = input.events.map(({ eventId }) => uuidOrNull(eventId) ?? eventId);
    if (new Set(eventIds).size < eventIds.length) throw badInput("input.events", "must not name an event twice");
    if (eventIds.some((id) => uuidOrNull(id) === null)) throw new NotFound("event");
    // Sales of others are not locked.
    if ((await salesOf(tx, organizationId, eventIds)).length < eventIds.length) throw new NotFound("event");
    await lockSales(tx, eventIds);
    await checkTimes(tx, input);
    const sales = await checkedSales(tx, organizationId, eventIds);
    const id = uuid();
    await rows(
      tx,
      sql`insert into ticket_package (id, organization_id, name, events_to_choose)
          values (${id}, ${organizationId}, ${input.name}, ${input.eventsToChoose ?? eventIds.length})`,
    );
    const codeNos = await insertCodes(tx, id, eventIds, input);
    await insertPrices(tx, sales, codeNos, input);
    for (const { eventId } of sales.filter(({ isPriced }) => isPriced)) await addPricesWithCodes(tx, eventId);
    const detail = { events: eventIds.length, maxSeats: input.maxSeats };
    await audit(tx, { organizationId, action: "createPackage", subject: id, detail });
    return id;
  });
}

/** In the order of the input. @throws NotFound, GraphQLError BAD_USER_INPUT */
async function checkedSales(tx: Tx, organizationId: string, eventIds: string[]): Promise<SaleOfPackage[]> {
  const found = new Map((await salesOf(tx, organizationId, eventIds)).map((sale) => [sale.eventId, sale]));
  const sales = eventIds.map((id) => found.get(id) ?? notFound(`event as ${id}`));
  sales.forEach(({ isOnSale, isPrivate, currency }, index) => {
    const field = `input.events.${index}.eventId`;
    if (!isOnSale) throw badInput(field, "must be an event whose sale has not ended");
    if (isPrivate) throw badInput(field, "must not be a PRIVATE event");
    if (currency !== sales[0]!.currency) throw badInput(field, "must have the currency of the first event");
  });
  return sales;
}

function notFound(what: string): never {
  throw new NotFound(what);
}

/** A code at each event. Returns their numbers by event. */
async function insertCodes(
  tx: Tx,
  packageId: string,
  eventIds: string[],
  { name, discount, maxSeats, maxSeatsPerBuyer, startsAt, endsAt }: NewPackage,
): Promise<Map<string, number>> {
  const made = await rows<{ eventId: string; codeNo: number }>(
    tx,
    sql`with asked as (select * from unnest(${eventIds}::uuid[]) with ordinality as e(event_id, n)),
        made as (
          insert into promo_code (event_id, no, code, package_name, discount, max_tickets, max_tickets_per_buyer, starts_at, ends_at)
          select event_id, (select coalesce(max(no), 0) + 1 from promo_code c where c.event_id = asked.event_id), ${codeOfPackage(packageId)}, ${name},
            ${JSON.stringify(discount)}::jsonb, ${maxSeats}::int, ${maxSeatsPerBuyer}::int, ${startsAt}::timestamptz, ${endsAt}::timestamptz
          from asked returning event_id, no
        )
        insert into ticket_package_event (package_id, event_id, code_no, position)
        select ${packageId}::uuid, event_id, made.no, asked.n - 1 from made join asked using (event_id)
        returning event_id, code_no`,
  );
  return new Map(made.map(({ eventId, codeNo }) => [eventId, codeNo]));
}

/** Prices of the tiers that the package covers. @throws NotFound for a tier of another event */
async function insertPrices(
  tx: Tx,
  sales: SaleOfPackage[],
  codeNos: Map<string, number>,
  { name, discount, events }: NewPackage,
): Promise<void> {
  const prices = sales.flatMap(({ eventId, currency, pricing, tiers }, index) => {
    const { priceTierIds: ids } = events[index]!;
    const covered =
      ids === null ? tiers : ids.map((id) => tiers.find(({ tierId }) => tierId === id) ?? notFound("price tier"));
    return covered.map(({ no, base }) => {
      const breakdown = priceOf(base, currency, pricing, { name, of: discount });
      return { eventId, codeNo: codeNos.get(eventId)!, tierNo: no, breakdown };
    });
  });
  const column = <Value>(of: (price: (typeof prices)[number]) => Value) => prices.map(of);
  await rows(
    tx,
    sql`insert into promo_code_price (event_id, code_no, tier_no, price, breakdown)
        select event_id, code_no, tier_no, (breakdown::jsonb ->> 'total')::int, breakdown::jsonb
        from unnest(${column(({ eventId }) => eventId)}::uuid[], ${column(({ codeNo }) => codeNo)}::int[], ${column(({ tierNo }) => tierNo)}::int[],
                    ${column(({ breakdown }) => JSON.stringify(breakdown))}::text[]) as t(event_id, code_no, tier_no, breakdown)`,
  );
}

/** Ends its codes. Holds and tickets that have them keep their prices. */
export async function closePackage(
  tx: Tx,
  { id, organizationId }: { id: string; organizationId: string },
): Promise<void> {
  const of = await rows<{ eventId: string }>(
    tx,
    sql`select event_id from ticket_package_event where package_id = ${id}::uuid`,
  );
  // As holdPackage, before it changes the codes.
  await lockSales(
    tx,
    of.map(({ eventId }) => eventId),
  );
  const closed = await change(
    tx,
    sql`update promo_code c set ends_at = date_trunc('milliseconds', app_now()) from ticket_package_event e
        where e.package_id = ${id}::uuid and c.event_id = e.event_id and c.no = e.code_no and (c.ends_at is null or c.ends_at > app_now())`,
  );
  if (closed > 0) await audit(tx, { organizationId, action: "closePackage", subject: id });
}
