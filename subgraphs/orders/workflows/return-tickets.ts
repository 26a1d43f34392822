// Gives tickets back. Where the policy takes them for the waiting list only, seating is asked first whether people wait for the seats: a question that
// changes nothing, so nothing is left to be done if the process dies. The answer is part of the transaction that gives the tickets back.
import type { Database } from "../../../platform/postgres/database.ts";
import { DomainError, unavailable } from "../../../platform/core/errors.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import type { Session } from "../../../platform/postgres/session.ts";
import type { SeatingClient } from "../clients/seating.ts";
import { readOrder, type SagaContext } from "../commands/order-rows.ts";
import { returnable, waitlistQuestions, type ReturnableTicket } from "../commands/return-rules.ts";
import { OutdatedAnswer, returnTickets, type ReturnTickets, type WaitlistAnswer } from "../commands/return-tickets.ts";
import type { Order } from "../entities/order.ts";
import { TicketsNotReturnable } from "../errors.ts";

/** Each further attempt means that somebody else gave tickets for the same list back. */
const MOST_ATTEMPTS = 50;

export interface Returning {
  /** Refusals: NotFound, TicketsNotReturnable. @throws GraphQLError UNAVAILABLE if seating does not say who waits */
  quote(order: Order, ticketIds: string[]): Promise<ReturnableTicket[]>;
  /** Returns the order's ID. Refusals: those of `quote`, ReturnTotalChanged, IdempotencyKeyReused. @throws GraphQLError UNAVAILABLE */
  giveBack(userId: string, tickets: ReturnTickets): Promise<string>;
}

export function createReturning(options: {
  database: () => Database;
  saga: () => SagaContext;
  seating: SeatingClient;
}): Returning {
  const { database, saga, seating } = options;
  const ask = (session: Session, tickets: ReturnableTicket[]) => askSeating(seating, session, tickets);
  return {
    quote: async (order, ticketIds) => {
      const session = database().read();
      const tickets = await returnable(session, order, ticketIds);
      const answers = await ask(session, tickets);
      if (answers.some(({ isTaken }) => !isTaken)) throw new TicketsNotReturnable("NOBODY_WAITS");
      return tickets;
    },
    giveBack: async (userId, given) => {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        const answers = await answersFor(database(), ask, given);
        try {
          return await runOnce(database(), (tx) => returnTickets(tx, saga(), userId, given, answers));
        } catch (error) {
          if (!(error instanceof OutdatedAnswer)) throw error;
        }
      }
      throw unavailable("The waiting list");
    },
  };
}

/** None if the tickets can't be given back: the command says why, or has the first result of the key. */
async function answersFor(
  database: Database,
  ask: (session: Session, tickets: ReturnableTicket[]) => Promise<WaitlistAnswer[]>,
  { orderId, ticketIds }: ReturnTickets,
): Promise<WaitlistAnswer[]> {
  const session = database.read();
  const order = await readOrder(session, orderId);
  if (!order) return [];
  const tickets = await returnable(session, order, ticketIds).catch((error: unknown) => {
    if (error instanceof DomainError) return [];
    throw error;
  });
  return ask(session, tickets);
}

/** Nothing has happened if it fails. */
async function askSeating(
  seating: SeatingClient,
  session: Session,
  tickets: ReturnableTicket[],
): Promise<WaitlistAnswer[]> {
  const questions = await waitlistQuestions(session, tickets);
  return Promise.all(
    questions.map(async ({ eventId, returns, seats, returning }) => {
      return { eventId, returns, isTaken: await seating.waitlistTakes({ eventId, seats, returning }) };
    }),
  );
}
