// Resolvers of letters to people with tickets, and of the choice between the tickets and the money.
import { badInput, NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { mayReadOrder, mayReadSales, mayWriteLetters, requireBuyer } from "../../access.ts";
import { answerRefundOffer } from "../../commands/answer-refund-offer.ts";
import { sendLetter, setSubscription } from "../../commands/organizer-letters.ts";
import type { Order, SeenOrder } from "../../entities/order.ts";
import type { OrganizerLetter } from "../../entities/organizer-letter.ts";
import { offerOf, type RefundOffer } from "../../entities/refund-offer.ts";
import { answerRefundOfferInput, letterPreviewInput, sendLetterInput } from "../../inputs.ts";
import { linkTo, sheetOf } from "../../notifications/compose.ts";
import { valuesFor, written } from "../../notifications/event-letters.ts";
import { organizationOfEvent } from "../../queries/check-in.ts";
import { audienceOf, isUnsubscribed, organizerLetters } from "../../queries/organizer-letters.ts";
import { refundOfferOf } from "../../queries/refund-offers.ts";
import type {
  AnswerRefundOfferInput,
  EventLetterPreviewArgs,
  Resolvers,
  SendLetterInput,
} from "../../schema.generated.ts";
import { orderNow, readable, type Context, type OrdersServices } from "../context.ts";
import { managedEvent } from "./gates.ts";

/** The event's organization, for readers of its sales; undefined for anyone else. */
async function salesReadable(
  { database, viewer }: Context,
  given: string,
): Promise<{ eventId: string; organizationId: string } | undefined> {
  const eventId = uuidOrNull(given);
  const organizationId = eventId && viewer ? await organizationOfEvent(database, eventId) : undefined;
  return eventId && organizationId !== undefined && mayReadSales(viewer, organizationId)
    ? { eventId, organizationId }
    : undefined;
}

/** Stands for a recipient's order in a preview. */
const SAMPLE_ORDER = "ABCDE23456";
const SAMPLE_NAME = "Alex Sample";

/** Nobody could unsubscribe. */
const NO_LINKS =
  "can't be mailed: the operator has not set PUBLIC_URL, so the letter would have no link to unsubscribe";

type Services = Pick<OrdersServices, "codes" | "saga" | "users" | "config">;

async function previewOf(
  { users, config }: Services,
  context: Context,
  eventId: string,
  given: EventLetterPreviewArgs,
) {
  const event = await salesReadable(context, eventId);
  if (!event || !mayWriteLetters(context.viewer, event.organizationId)) return null;
  const { subject, body, tierName, sectionId, locale } = parseInput(letterPreviewInput, given, "");
  const facts = await context.loaders.eventFacts.load(event.eventId);
  if (!facts || (sectionId !== null && !facts.sections?.some(({ id }) => id === sectionId))) return null;
  const { letterhead } = await users.recipients([], event.organizationId);
  const contact = { displayName: SAMPLE_NAME, locale };
  const sheet = sheetOf(written({ subject, body }, valuesFor(facts, SAMPLE_ORDER, { contact, letterhead })), {
    parts: [{ event: facts, seats: [] }],
    orderNumber: SAMPLE_ORDER,
    letterhead,
    locale,
    greeted: null,
    unsubscribeUrl: linkTo(config, "letters", { code: "…" }),
  });
  return { ...sheet, ...(await audienceOf(context.database, { ...event, tierName, sectionId })) };
}

/** For readers of the whole order. */
async function offersSeen({ loaders, viewer }: Context, order: SeenOrder): Promise<RefundOffer[]> {
  return mayReadOrder(viewer, order) && !order.isPartial ? loaders.refundOffersOfOrder.load(order.id) : [];
}

const TYPES = {
  Order: {
    refundOffer: async (order: SeenOrder, _, context) => offerOf(await offersSeen(context, order)) ?? null,
    refundOffers: (order: SeenOrder, _, context) => offersSeen(context, order),
  },
  RefundOffer: { event: ({ eventId }) => ({ id: eventId }) },
  OrganizerLetter: {
    event: ({ eventId }) => ({ id: eventId }),
    writtenBy: ({ writtenBy }) => ({ id: writtenBy }),
    section: async ({ eventId, sectionId }, _, { loaders }) => {
      if (sectionId === null) return null;
      const facts = await loaders.eventFacts.load(eventId);
      const found = facts?.sections?.find(({ id }) => id === sectionId);
      return found ? { id: found.id, name: found.label } : null;
    },
  },
} satisfies Resolvers<Context>;

export function letterResolvers(services: Services) {
  const { codes, saga, config } = services;
  async function send(context: Context, { eventId, ...given }: SendLetterInput): Promise<OrganizerLetter> {
    const event = await managedEvent(context, eventId);
    if (config.publicUrl === null) throw badInput("input.eventId", NO_LINKS);
    const letter = { ...parseInput(sendLetterInput, given), ...pick(event) };
    const id = await runOnce(context.database, (tx) => sendLetter(tx, saga(), event.viewer.userId, letter));
    const [sent] = await organizerLetters(context.database, { eventId: event.eventId, id });
    return sent!;
  }

  async function answer(context: Context, input: AnswerRefundOfferInput): Promise<Order> {
    const viewer = signedIn(context);
    const parsed = parseInput(answerRefundOfferInput, input);
    const order = await readable(context, parsed.orderId);
    requireBuyer(viewer, order);
    const orderId = order.id;
    await runOnce(context.database, (tx) => answerRefundOffer(tx, saga(), viewer.userId, { ...parsed, orderId }));
    return orderNow(context, orderId);
  }

  return {
    Query: {
      letterSubscription: async (_, { code }, { database }) => {
        const read = codes.readUnsubscribe(code.trim());
        if (!read) return null;
        return {
          organization: { id: read.organizationId },
          isSubscribed: !(await isUnsubscribed(database, read)),
        };
      },
    },
    Mutation: {
      answerRefundOffer: (_, { input }, context) => toResult("Order", answer(context, input)),
      sendLetter: (_, { input }, context) => toResult("OrganizerLetter", send(context, input)),
      setLetterSubscription: (_, { input: { code, isSubscribed } }, { database }) =>
        toResult(
          "LetterSubscription",
          (async () => {
            const read = codes.readUnsubscribe(code.trim());
            if (!read) throw new NotFound("code");
            await database.transaction((tx) => setSubscription(tx, read, isSubscribed));
            return { organization: { id: read.organizationId }, isSubscribed };
          })(),
        ),
    },
    ...TYPES,
    Event: {
      refundOffer: async ({ id }, _, context) => {
        const event = await salesReadable(context, id);
        return event ? ((await refundOfferOf(context.database, event.eventId)) ?? null) : null;
      },
      letters: async ({ id }, _, context) => {
        const event = await salesReadable(context, id);
        return event ? organizerLetters(context.database, event) : null;
      },
      letterPreview: ({ id }, given, context) => previewOf(services, context, id, given),
    },
  } satisfies Resolvers<Context>;
}

const pick = ({ eventId, organizationId }: { eventId: string; organizationId: string }) => ({
  eventId,
  organizationId,
});
