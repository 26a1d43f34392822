// Resolvers of the counter: sales, drawers and refunds that clerks hand out.
import { required } from "../../../../platform/core/batching.ts";
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../../platform/core/ids.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { isGuest } from "../../../../domain/guests.ts";
import { mayReadSales, requireBoxOffice, requireClerk, requireCloser } from "../../access.ts";
import { closeDrawer, openDrawer } from "../../commands/drawers.ts";
import { payOutRefund } from "../../commands/pay-out-refund.ts";
import type { Drawer } from "../../entities/drawer.ts";
import type { Order, SeenOrder } from "../../entities/order.ts";
import type { SeatingClient } from "../../clients/seating.ts";
import { closeDrawerInput, dayInput, openDrawerInput, payOutRefundInput, sellAtCounterInput } from "../../inputs.ts";
import type { SellAtCounter } from "../../inputs.ts";
import { drawersOfOrganization, openDrawerOf, takingsOfDay } from "../../queries/drawers.ts";
import { timeZoneOf } from "../../queries/organization-zones.ts";
import type {
  CloseDrawerInput,
  OpenDrawerInput,
  PayOutRefundInput,
  Resolvers,
  SellAtCounterInput,
} from "../../schema.generated.ts";
import { orderNow, readable, type Context, type OrdersServices } from "../context.ts";

function idOf(given: string, what: string): string {
  const id = uuidOrNull(given);
  if (!id) throw new NotFound(what);
  return id;
}

async function drawerNow({ loaders }: Context, id: string): Promise<Drawer> {
  loaders.drawer.clear(id);
  return required(loaders.drawer.load(id), "drawer");
}

async function open(context: Context, { organizationId: given, ...rest }: OpenDrawerInput): Promise<Drawer> {
  const viewer = signedIn(context);
  const organizationId = idOf(given, "organization");
  requireClerk(viewer, organizationId);
  const input = { ...parseInput(openDrawerInput, rest), organizationId };
  return drawerNow(context, await runOnce(context.database, (tx) => openDrawer(tx, viewer.userId, input)));
}

async function close(context: Context, { drawerId: given, ...rest }: CloseDrawerInput): Promise<Drawer> {
  const viewer = signedIn(context);
  const drawerId = idOf(given, "drawer");
  const drawer = await context.loaders.drawer.load(drawerId);
  if (!drawer || !mayReadSales(viewer, drawer.organizationId)) throw new NotFound("drawer");
  requireCloser(viewer, drawer);
  const input = { ...parseInput(closeDrawerInput, rest), drawerId };
  return drawerNow(context, await runOnce(context.database, (tx) => closeDrawer(tx, viewer.userId, input)));
}

async function payOut(context: Context, { orderId, refundId, ...rest }: PayOutRefundInput): Promise<Order> {
  const viewer = signedIn(context);
  const order = await readable(context, orderId);
  requireBoxOffice(viewer, order);
  const input = { ...parseInput(payOutRefundInput, rest), refundId: idOf(refundId, "refund") };
  await runOnce(context.database, (tx) => payOutRefund(tx, viewer.userId, order.id, input));
  return orderNow(context, order.id);
}

type Selling = Pick<OrdersServices, "placing" | "following" | "seating">;

/** The holds of the sale, and what seating says of the reservation if they are its holds. @throws NotFound */
async function heldFor(
  seating: SeatingClient,
  sale: Omit<SellAtCounter, "idempotencyKey">,
  organizationId: string,
  drawer: Drawer | undefined,
) {
  if (sale.reservationId === undefined) {
    const holdId = idOf(sale.holdId!, "hold");
    return { holdId, moreHoldIds: sale.moreHoldIds.map((id) => idOf(id, `hold as ${id}`)) };
  }
  const reservationId = idOf(sale.reservationId, "reservation");
  const reserved = await seating.reservedHolds(reservationId, organizationId);
  if (!reserved) throw new NotFound("reservation");
  const { isOpen, holdIds, total, currency } = reserved;
  const isFree = sale.tender === "COMPLIMENTARY";
  const isAsTold = (isFree || total === sale.expectedTotal) && (!drawer || drawer.currency === currency);
  const otherTotal = isAsTold ? null : { amount: isFree ? 0 : total, currency };
  // If nothing is left of it, it is refused: the ID stands for a hold.
  const [holdId = reservationId, ...moreHoldIds] = holdIds;
  return { holdId, moreHoldIds, reserved: { reservationId, isOpen, otherTotal } };
}

async function sell(
  { placing, following, seating }: Selling,
  context: Context,
  given: SellAtCounterInput,
): Promise<Order> {
  const viewer = signedIn(context);
  const organizationId = idOf(given.organizationId, "organization");
  requireClerk(viewer, organizationId);
  const { idempotencyKey, ...input } = parseInput(sellAtCounterInput, given);
  const { names, tender, expectedTotal, reference, reason, answers, invoiceAddress } = input;
  const guestId = input.guestId === null ? undefined : idOf(input.guestId, "guest");
  if (guestId !== undefined && !isGuest(guestId)) throw new NotFound("guest");
  const own = await openDrawerOf(context.database, viewer.userId);
  const drawer = own?.organizationId === organizationId ? own : undefined;
  const { holdId, moreHoldIds, reserved } = await heldFor(seating, input, organizationId, drawer);
  const orderId = await placing.sell(
    viewer.userId,
    { ...input, organizationId },
    {
      holdId,
      ...(moreHoldIds.length > 0 && { moreHoldIds }),
      buyerId: organizationId,
      names,
      ...(answers && { answers }),
      ...(invoiceAddress && { invoiceAddress }),
      ...(reserved && { reserved }),
      counter: {
        drawerId: drawer?.id ?? null,
        paymentId: uuid(),
        tender,
        expectedTotal,
        given: tender === "CASH" ? (input.given ?? expectedTotal) : null,
        reference,
        reason,
        ...(guestId !== undefined && { guestId }),
      },
    },
    idempotencyKey,
  );
  await following().settled(orderId);
  return orderNow(context, orderId);
}

const sum = (amount: number, currency: string) => ({ amount, currency });

export function counterResolvers(services: Selling) {
  return {
    Mutation: {
      openDrawer: (_, { input }, context) => toResult("Drawer", open(context, input)),
      closeDrawer: (_, { input }, context) => toResult("Drawer", close(context, input)),
      sellAtCounter: (_, { input }, context) => toResult("Order", sell(services, context, input)),
      payOutRefund: (_, { input }, context) => toResult("Order", payOut(context, input)),
    },
    Order: {
      counterSale: (order: SeenOrder, _, { viewer, loaders }) =>
        mayReadSales(viewer, order.organizationId) && order.tender !== null
          ? loaders.counterSaleOfOrder.load(order.id)
          : null,
    },
    CounterSale: {
      given: ({ given, currency }) => (given === null ? null : sum(given, currency)),
      change: ({ given, amount, currency }) => (given === null ? null : sum(given - amount, currency)),
      drawer: ({ drawerId }, _, { loaders }) => required(loaders.drawer.load(drawerId), "drawer"),
    },
    Drawer: {
      clerk: ({ clerkId }) => ({ id: clerkId }),
      openingFloat: ({ openingFloat, currency }) => sum(openingFloat, currency),
      closedBy: ({ closedBy }) => (closedBy === null ? null : { id: closedBy }),
      expected: async ({ id, openingFloat, expected, currency }, _, { loaders }) => {
        if (expected !== null) return sum(expected, currency);
        const cash = (await loaders.takingsOfDrawer.load(id)).filter(({ tender }) => tender === "CASH");
        return sum(
          cash.reduce((all, { sold, refunded }) => all + sold + refunded, openingFloat),
          currency,
        );
      },
      counted: ({ counted, currency }) => (counted === null ? null : sum(counted, currency)),
      difference: ({ counted, expected, currency }) =>
        counted === null || expected === null ? null : sum(counted - expected, currency),
      takings: ({ id }, _, { loaders }) => loaders.takingsOfDrawer.load(id),
    },
    TenderTakings: {
      sold: ({ sold, currency }) => sum(sold, currency),
      refunded: ({ refunded, currency }) => sum(refunded, currency),
      net: ({ sold, refunded, currency }) => sum(sold + refunded, currency),
    },
    DrawerAlreadyOpen: {
      drawer: async (refusal, _, { viewer, loaders }) => {
        const { drawerId } = refusal as unknown as { drawerId: string };
        const drawer = await loaders.drawer.load(drawerId);
        return drawer && mayReadSales(viewer, drawer.organizationId) ? drawer : null;
      },
    },
    Organization: {
      drawers: ({ id }, args, { database, viewer }) =>
        uuidOrNull(id) && mayReadSales(viewer, id) ? drawersOfOrganization(database, id, args) : null,
      counterTakings: async ({ id }, { day, timeZone }, { database, viewer }) => {
        if (!uuidOrNull(id) || !mayReadSales(viewer, id)) return null;
        const date = parseInput(dayInput, day, "day")!;
        return takingsOfDay(database, id, date, timeZone ?? (await timeZoneOf(database, id)));
      },
    },
  } satisfies Resolvers<Context>;
}
