// Resolvers of answers to the questions of organizers.
import { toResult } from "../../../../platform/core/errors.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { isClerkOf, mayReadAnswer, requireHolderOrBoxOffice } from "../../access.ts";
import { changeAnswers } from "../../commands/answer-questions.ts";
import type { Answer } from "../../entities/answer.ts";
import type { Order, SeenOrder } from "../../entities/order.ts";
import type { Ticket } from "../../entities/ticket.ts";
import { answersInput } from "../../inputs.ts";
import type { AnswerQuestionsInput, AnswerTicketQuestionsInput, Resolvers } from "../../schema.generated.ts";
import { orderNow, readable, readableTicket, type Context } from "../context.ts";

async function ofOrder(context: Context, { orderId, answers: given }: AnswerQuestionsInput): Promise<Order> {
  const viewer = signedIn(context);
  const order = await readable(context, orderId);
  const isClerk = isClerkOf(viewer, order);
  const answers = parseInput(answersInput, given, "input.answers");
  const change = { orderId: order.id, position: null, userId: viewer.userId, isClerk, answers };
  await context.database.transaction((tx) => changeAnswers(tx, change));
  context.loaders.answersOfOrder.clear(order.id);
  return orderNow(context, order.id);
}

async function ofTicket(context: Context, { ticketId, answers: given }: AnswerTicketQuestionsInput): Promise<Ticket> {
  const viewer = signedIn(context);
  const { userId } = viewer;
  const ticket = await readableTicket(context, ticketId);
  requireHolderOrBoxOffice(viewer, ticket);
  const answers = parseInput(answersInput, given, "input.answers");
  const { orderId, position, holderId } = ticket;
  const change = { orderId, position, userId, isClerk: userId !== holderId, answers };
  await context.database.transaction((tx) => changeAnswers(tx, change));
  context.loaders.answersOfOrder.clear(orderId);
  return ticket;
}

async function seen({ viewer, loaders }: Context, orderId: string, organizationId: string): Promise<Answer[]> {
  const all = await loaders.answersOfOrder.load(orderId);
  return all.filter(({ personId, eventId }) => mayReadAnswer(viewer, { personId, organizationId, eventId }));
}

export const answerResolvers = {
  Mutation: {
    answerQuestions: (_, { input }, context) => toResult("Order", ofOrder(context, input)),
    answerTicketQuestions: (_, { input }, context) => toResult("Ticket", ofTicket(context, input)),
  },
  Order: {
    answers: (order: SeenOrder, _, context) => (order.isPartial ? [] : seen(context, order.id, order.organizationId)),
  },
  Ticket: {
    answers: async ({ orderId, organizationId, position }: Ticket, _, context) =>
      (await seen(context, orderId, organizationId)).filter((answer) => answer.position === position),
  },
  Answer: {
    event: ({ eventId }) => ({ id: eventId }),
    seatId: async ({ orderId, position }, _, { loaders }) => {
      const items = await loaders.itemsOfOrder.load(orderId);
      return items.find((item) => item.position === position)?.seatId ?? null;
    },
    text: ({ shown }) => shown,
    yes: ({ value }) => ("yes" in value ? value.yes : null),
    number: ({ value }) => ("number" in value ? value.number : null),
    date: ({ value }) => ("date" in value ? value.date : null),
    optionIds: ({ value }) => ("optionIds" in value ? value.optionIds : []),
  },
} satisfies Resolvers<Context>;
