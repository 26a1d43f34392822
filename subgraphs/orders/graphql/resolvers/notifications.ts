// Resolvers of printed tickets, wallet passes and notifications.
import { toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { mayReadSales, requireBuyerOrBoxOffice } from "../../access.ts";
import { resendTickets } from "../../commands/resend-tickets.ts";
import type { StoredNotification } from "../../entities/notification.ts";
import type { Order } from "../../entities/order.ts";
import { localeInput, resendTicketsInput } from "../../inputs.ts";
import type { PrintedTicket } from "../../notifications/ticket-pdf.ts";
import { applePass, googlePass } from "../../notifications/wallet.ts";
import type { ResendTicketsInput, Resolvers } from "../../schema.generated.ts";
import { shownCode } from "../shown-codes.ts";
import { orderNow, readable, type Context, type OrdersServices } from "../context.ts";

export function notificationResolvers({ codes, printer, saga }: Pick<OrdersServices, "codes" | "printer" | "saga">) {
  /** Tickets of the order whose codes the viewer may see now. */
  async function showable(context: Context, order: Order): Promise<PrintedTicket[]> {
    const tickets = await context.loaders.placedTicketsOfOrder.load(order.id);
    const shown = await Promise.all(
      tickets.map(async (ticket) => ({ ...ticket, code: await shownCode(context, codes, ticket) })),
    );
    return shown.flatMap(({ code, ...ticket }) => (code === null ? [] : [{ ...ticket, code }]));
  }

  async function notificationsSeen({ loaders, viewer }: Context, order: Order): Promise<StoredNotification[]> {
    const all = await loaders.notificationsOfOrder.load(order.id);
    const isOfOrganization = mayReadSales(viewer, order.organizationId);
    return all.filter(({ recipientId }) => isOfOrganization || recipientId === viewer?.userId);
  }

  async function printed(context: Context, order: Order, given: string, ticketId?: string): Promise<string | null> {
    const locale = parseInput(localeInput, given, "locale");
    const tickets = (await showable(context, order)).filter(
      ({ id, status }) => status === "VALID" && (ticketId === undefined || id === ticketId),
    );
    const eventIds = [...new Set(tickets.map(({ eventId }) => eventId))];
    const found = await Promise.all(eventIds.map((id) => context.loaders.eventFacts.load(id)));
    const [event, ...moreEvents] = found.filter((one) => one != null);
    if (!event || moreEvents.length < eventIds.length - 1) return null;
    const printed = { event, moreEvents, order, tickets, locale };
    return (await printer.print(printed, signedIn(context).userId)).toString("base64");
  }

  async function resend(context: Context, { orderId, ...given }: ResendTicketsInput): Promise<Order> {
    const viewer = signedIn(context);
    const { idempotencyKey: key } = parseInput(resendTicketsInput, given);
    const order = await readable(context, orderId);
    requireBuyerOrBoxOffice(viewer, order);
    const about = { orderId: order.id, idempotencyKey: key };
    await runOnce(context.database, (tx) => resendTickets(tx, saga(), viewer.userId, about));
    return orderNow(context, order.id);
  }

  return {
    Mutation: { resendTickets: (_, { input }, context) => toResult("Order", resend(context, input)) },
    Order: {
      notifications: async (order, _, context) => {
        const sent = await notificationsSeen(context, order);
        return sent.map(({ status, ...one }) => ({ ...one, status: status === "NEEDLESS" ? "SKIPPED" : status }));
      },
      letters: (order, _, context) => notificationsSeen(context, order),
      pdf: (order, { locale }, context) => printed(context, order, locale),
    },
    Ticket: {
      pdf: async (ticket, { locale }, context) => {
        const order = await context.loaders.orderOfTicket.load(ticket.orderId);
        return order && printed(context, order, locale, ticket.id);
      },
      wallet: async ({ id, orderId, eventId }, { kind, locale }, context) => {
        const parsed = parseInput(localeInput, locale, "locale");
        const [order, event] = await Promise.all([
          context.loaders.orderOfTicket.load(orderId),
          context.loaders.eventFacts.load(eventId),
        ]);
        const ticket = order && (await showable(context, order)).find((one) => one.id === id);
        if (!ticket || !event) return null;
        const pass = { event, order, ticket, locale: parsed };
        return JSON.stringify(kind === "APPLE" ? applePass(pass) : googlePass(pass));
      },
    },
    Notification: { recipient: ({ recipientId }) => ({ id: recipientId }) },
    Letter: { recipient: ({ recipientId }) => ({ id: recipientId }) },
  } satisfies Resolvers<Context>;
}
