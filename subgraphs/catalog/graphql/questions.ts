// Questions of events to their buyers.
import { parseInput } from "../../../platform/core/input.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import { setEventQuestions } from "../commands/set-event-questions.ts";
import { setEventQuestionsInput } from "../content/questions/inputs.ts";
import type { Event } from "../entities/event.ts";
import type { SaleChanges } from "../workflows/change-sale.ts";
import { eventNow, managedEvent, type Context } from "./context.ts";

export async function changeQuestionsOf(
  context: Context,
  input: { eventId: string },
  saleChanges: Pick<SaleChanges, "tellTerms">,
): Promise<Event> {
  const { id } = await managedEvent(context, input.eventId);
  const parsed = parseInput(setEventQuestionsInput, input);
  const { userId } = signedIn(context);
  await runOnce(context.database, (tx) => setEventQuestions(tx, userId, { ...parsed, eventId: id }));
  await saleChanges.tellTerms(id);
  context.loaders.questionnaireOfEvent.clear(id);
  return eventNow(context, id);
}

export async function questionsOf({ id }: Event, { loaders }: Context) {
  const asked = await loaders.questionnaireOfEvent.load(id);
  return asked?.questionnaire?.questions ?? [];
}

export async function invoiceAddressRuleOf({ id }: Event, { loaders }: Context) {
  const asked = await loaders.questionnaireOfEvent.load(id);
  return asked?.questionnaire?.invoiceAddress ?? "NOT_ASKED";
}
