// Questions of an organizer to the buyers of an event.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import type { Show } from "../local/fixtures.ts";

/** Replaces all questions of the event. @param given as `QuestionInput` @param rest of the input, such as `invoiceAddress` */
export async function setQuestions({ owner, eventId }: Show, given: Data[], rest: Data = {}): Promise<Data> {
  const { event } = await owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  const { setEventQuestions } = await owner.client.ask(
    `mutation ($i: SetEventQuestionsInput!) { setEventQuestions(input: $i) {
       ... on Event { invoiceAddress questions { id text options { id label } } } ... on Error { message } } }`,
    { i: { eventId, expectedVersion: event.version, questions: given, ...rest, idempotencyKey: randomUUID() } },
  );
  return setEventQuestions;
}
