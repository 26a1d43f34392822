// Questions of an event, and answers about an order and a ticket.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import type { Person } from "../../../local/fixtures.ts";

export const QUESTIONS = [
  { scope: "ORDER", kind: "SHORT_TEXT", text: "How did you hear of us?" },
  { scope: "TICKET", kind: "SHORT_TEXT", text: "Allergies" },
];

/** Returns the ids of a question about the order, and of one about each ticket. */
export async function askQuestions({ client }: Person, eventId: string): Promise<[string, string]> {
  const { event } = await client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  const { setEventQuestions } = await client.ask(
    `mutation ($i: SetEventQuestionsInput!) { setEventQuestions(input: $i) { ... on Event { questions { id } } } }`,
    { i: { eventId, expectedVersion: event.version, questions: QUESTIONS, idempotencyKey: randomUUID() } },
  );
  const [ofOrder, ofTicket] = setEventQuestions.questions as Data[];
  return [ofOrder!.id as string, ofTicket!.id as string];
}

interface Asked {
  orderId: string;
  ticketId: string;
  question: string;
  ticketQuestion: string;
}

export async function answerQuestions(
  buyer: Person,
  holder: Person,
  { orderId, ticketId, question, ticketQuestion }: Asked,
): Promise<void> {
  await buyer.client.ask(`mutation ($i: AnswerQuestionsInput!) { answerQuestions(input: $i) { __typename } }`, {
    i: { orderId, answers: [{ questionId: question, text: "Radio" }] },
  });
  await holder.client.ask(
    `mutation ($i: AnswerTicketQuestionsInput!) { answerTicketQuestions(input: $i) { __typename } }`,
    { i: { ticketId, answers: [{ questionId: ticketQuestion, text: "Nuts" }] } },
  );
}
