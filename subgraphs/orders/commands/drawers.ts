// Drawers of clerks: opened with a float, closed with the counted cash.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { Drawer } from "../entities/drawer.ts";
import { statement } from "../entities/tables.ts";
import type { Tender } from "../entities/order.ts";
import { DrawerAlreadyOpen, DrawerBusy, DrawerNotOpen } from "../errors.ts";
import type { CloseDrawer, OpenDrawer } from "../inputs.ts";
import { audit } from "./audit.ts";

interface NewDrawer extends Pick<Drawer, "id" | "organizationId" | "clerkId" | "currency" | "openingFloat"> {}

const addDrawer = statement((db, of: NewDrawer, { sql: by }) =>
  db
    .insertInto("drawer")
    .values({
      id: of.id,
      organizationId: of.organizationId,
      clerkId: of.clerkId,
      currency: of.currency,
      openingFloat: of.openingFloat,
    })
    .onConflict((known) => known.column("clerkId").where(by.ref("closed_at"), "is", null).doNothing()),
);

const openDrawerOf = statement((db, { clerkId }: { clerkId: string }) =>
  db.selectFrom("drawer").selectAll().where("clerkId", "=", clerkId).where("closedAt", "is", null),
);

/** Returns the drawer's ID. Refusals: DrawerAlreadyOpen, IdempotencyKeyReused */
export function openDrawer(
  tx: Tx,
  clerkId: string,
  { idempotencyKey: key, ...input }: OpenDrawer & { organizationId: string },
): Promise<Outcome> {
  return once(tx, { userId: clerkId, mutation: "openDrawer", key, input }, async () => {
    const { organizationId, currency, openingFloat } = input;
    const id = uuid();
    if ((await addDrawer.change(tx, { id, organizationId, clerkId, currency, openingFloat })) === 0)
      throw new DrawerAlreadyOpen((await openDrawerOf.row(tx, { clerkId }))!.id);
    await audit(tx, { organizationId, action: "openDrawer", subject: id, detail: { openingFloat, currency } });
    return id;
  });
}

const lockedDrawer = statement((db, { id }: { id: string }) =>
  db.selectFrom("drawer").selectAll().where("id", "=", id).forUpdate(),
);

/** The lock waits for sales and refunds that are being entered; later ones find the drawer closed. */
async function sumsOf(tx: Tx, drawerId: string): Promise<{ expected: number; isBusy: boolean }> {
  return (await row(
    tx,
    sql`select d.opening_float + coalesce((select sum(e.amount) from drawer_entry e where e.drawer_id = d.id and e.tender = 'CASH'), 0)::float8 as expected,
          exists (select from drawer_entry e join purchase p on p.id = e.order_id where e.drawer_id = d.id and e.kind = 'SALE'
                    and p.status in ('AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW')) as is_busy
        from drawer d where d.id = ${drawerId}`,
  ))!;
}

interface Closing {
  id: string;
  closedBy: string;
  counted: number;
  expected: number;
  note: string | null;
}

const closing = statement((db, { id, closedBy, counted, expected, note }: Closing, { sql: by }) =>
  db
    .updateTable("drawer")
    .set({ closedAt: by`date_trunc('milliseconds', app_now())`, closedBy, counted, expected, note })
    .where("id", "=", id),
);

/** Returns the drawer's ID. Refusals: NotFound, DrawerNotOpen, DrawerBusy, IdempotencyKeyReused */
export function closeDrawer(
  tx: Tx,
  userId: string,
  { idempotencyKey: key, ...input }: CloseDrawer & { drawerId: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "closeDrawer", key, input }, async () => {
    const { drawerId: id, counted, note } = input;
    const drawer = await lockedDrawer.row(tx, { id });
    if (!drawer) throw new NotFound("drawer");
    if (drawer.closedAt !== null) throw new DrawerNotOpen();
    const { expected, isBusy } = await sumsOf(tx, id);
    if (isBusy) throw new DrawerBusy();
    await closing.change(tx, { id, closedBy: userId, counted, expected, note });
    reach("drawer closed, not committed");
    const { organizationId, currency } = drawer;
    const detail = { counted, expected, currency };
    await audit(tx, { organizationId, action: "closeDrawer", subject: id, detail, reason: note });
    return id;
  });
}

const lockedOpenDrawer = statement((db, { clerkId, organizationId }: { clerkId: string; organizationId: string }) =>
  db
    .selectFrom("drawer")
    .selectAll()
    .where("clerkId", "=", clerkId)
    .where("organizationId", "=", organizationId)
    .where("closedAt", "is", null)
    .forShare(),
);

interface HandedOut {
  refundId: string;
  amount: number;
  tickets: number;
  reference: string | null;
}

const handOut = statement((db, of: HandedOut & { drawerId: string; orderId: string; tender: Tender }) =>
  db.insertInto("drawer_entry").values({
    id: of.refundId,
    kind: "REFUND",
    drawerId: of.drawerId,
    orderId: of.orderId,
    tender: of.tender,
    amount: of.amount,
    tickets: of.tickets,
    given: null,
    reference: of.reference,
    reason: null,
  }),
);

/** Enters a refund that the clerk hands out. Refusals: DrawerNotOpen, also for a drawer of another currency */
export async function enterRefund(
  tx: Tx,
  clerkId: string,
  order: { id: string; organizationId: string; currency: string; tender: Tender },
  refund: HandedOut,
): Promise<void> {
  const { id: orderId, organizationId, currency, tender } = order;
  const drawer = await lockedOpenDrawer.row(tx, { clerkId, organizationId });
  if (!drawer || drawer.currency !== currency) throw new DrawerNotOpen();
  const { refundId, amount, tickets, reference } = refund;
  await handOut.change(tx, {
    refundId,
    amount: -amount,
    tickets: -tickets,
    reference,
    drawerId: drawer.id,
    orderId,
    tender,
  });
}
