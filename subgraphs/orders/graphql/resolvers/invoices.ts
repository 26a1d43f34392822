// Resolvers of invoices, and their settings and addresses.
import { toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { percentOf, toPriceBreakdown } from "../../../../domain/pricing.ts";
import { NotFound } from "../../../../platform/core/errors.ts";
import { mayReadOrder, mayReadSales, requireBuyerOrBoxOffice, requireManagerOf } from "../../access.ts";
import { setInvoiceAddress, setInvoicing } from "../../commands/invoicing.ts";
import type { Invoicing } from "../../entities/invoice.ts";
import type { Order, SeenOrder } from "../../entities/order.ts";
import { invoiceAddressInput, invoiceNumberInput, invoicingInput, localeInput } from "../../inputs.ts";
import { invoicesOfOrganization, invoicingOf, taxesOf } from "../../queries/invoices.ts";
import type { Resolvers, SetInvoiceAddressInput, SetInvoicingInput } from "../../schema.generated.ts";
import { orderNow, readable, type Context, type OrdersServices } from "../context.ts";

const isWhole = ({ viewer }: Context, order: SeenOrder) => mayReadOrder(viewer, order) && !order.isPartial;

async function switchInvoices(context: Context, given: SetInvoicingInput): Promise<Invoicing> {
  const viewer = signedIn(context);
  const organizationId = uuidOrNull(given.organizationId);
  if (!organizationId) throw new NotFound("organization");
  requireManagerOf(viewer, organizationId);
  const { organizationId: _, ...settings } = given;
  const input = parseInput(invoicingInput, settings);
  await context.database.transaction((tx) => setInvoicing(tx, organizationId, input));
  return (await invoicingOf(context.database, organizationId))!;
}

async function address(context: Context, { orderId, ...given }: SetInvoiceAddressInput): Promise<Order> {
  const viewer = signedIn(context);
  const order = await readable(context, orderId);
  requireBuyerOrBoxOffice(viewer, order);
  const input = parseInput(invoiceAddressInput, given);
  await context.database.transaction((tx) => setInvoiceAddress(tx, order, input));
  return orderNow(context, order.id);
}

export function invoiceResolvers({ printer }: Pick<OrdersServices, "printer">) {
  return {
    Mutation: {
      setInvoicing: (_, { input }, context) => toResult("Invoicing", switchInvoices(context, input)),
      setInvoiceAddress: (_, { input }, context) => toResult("Order", address(context, input)),
    },
    Order: {
      invoices: (order: SeenOrder, _, context) =>
        isWhole(context, order) ? context.loaders.invoicesOfOrder.load(order.id) : [],
      invoiceAddress: async (order: SeenOrder, _, context) =>
        isWhole(context, order)
          ? ((await context.loaders.invoiceAddressOfOrder.load(order.id))?.address ?? null)
          : null,
      asksInvoiceAddress: async (order: SeenOrder, _, context) =>
        isWhole(context, order) && ((await context.loaders.invoiceAddressOfOrder.load(order.id))?.isAsked ?? false),
    },
    Organization: {
      invoicing: ({ id }, _, { database, viewer }) =>
        uuidOrNull(id) && mayReadSales(viewer, id) ? invoicingOf(database, id) : null,
      invoices: ({ id }, { number, ...args }, { database, viewer }) =>
        uuidOrNull(id) && mayReadSales(viewer, id)
          ? invoicesOfOrganization(database, id, {
              ...args,
              number: parseInput(invoiceNumberInput, number, "number") ?? null,
            })
          : null,
    },
    Invoice: {
      order: async ({ orderId }, _, { loaders }) => (await loaders.order.load(orderId))!,
      lines: ({ lines, currency }) =>
        lines.map(({ eventId, eventName, description, section, row, seat, ...breakdown }) => ({
          event: { id: eventId },
          eventName,
          description,
          place: [section, row, seat].filter((part) => part !== null).join(", "),
          breakdown: toPriceBreakdown(breakdown, currency),
        })),
      net: ({ lines, currency }) => ({ amount: taxesOf(lines).net, currency }),
      taxes: ({ lines, currency }) =>
        taxesOf(lines).taxes.map(({ name, rate, net, amount }) => ({
          name,
          ratePercent: rate === null ? null : percentOf(rate),
          net: { amount: net, currency },
          amount: { amount, currency },
        })),
      total: ({ total: amount, currency }) => ({ amount, currency }),
      pdf: async (invoice, { locale: given }, context) => {
        const locale = parseInput(localeInput, given, "locale");
        const order = (await context.loaders.order.load(invoice.orderId))!;
        const printed = await printer.printInvoice(
          { invoice, orderNumber: order.number, ...taxesOf(invoice.lines), locale },
          signedIn(context).userId,
        );
        return printed.toString("base64");
      },
    },
  } satisfies Resolvers<Context>;
}
