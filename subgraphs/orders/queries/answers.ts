// Questions of events, and answers of buyers and holders.
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { EventQuestionnaireEntity, type Answer } from "../entities/answer.ts";

/** Those of the organizations that take addresses for their invoices. */
export async function askingForAddress(database: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await rows<{ organizationId: string }>(
    database.read(),
    sql`select organization_id from invoicing where organization_id = any(${ids}::uuid[]) and is_on and asks_address`,
  );
  return new Set(found.map(({ organizationId }) => organizationId));
}

/** Not filtered. Answers about the order first, then by ticket. */
export function answersOfOrders(database: Database, orderIds: readonly string[]): Promise<Answer[]> {
  return rows<Answer>(
    database.read(),
    sql`select * from answer where order_id = any(${orderIds}::uuid[]) order by order_id, position, answered_at, question_id`,
  );
}

export interface QuestionColumn {
  questionId: string;
  text: string;
}

export interface AskedColumns {
  /** Those that are asked now, in their order, and then deleted ones that were answered. */
  questions: QuestionColumn[];
  asksAddress: boolean;
}

/** Questions of an event for tables. */
export async function askedColumns(database: Database, eventId: string): Promise<AskedColumns> {
  const found = await database.read().findOne(EventQuestionnaireEntity, { eventId });
  if (!found) return { questions: [], asksAddress: false };
  const { questions: asked, invoiceAddress } = found.questionnaire;
  const answered = await rows<QuestionColumn>(
    database.read(),
    sql`select question_id, max(question) as text from answer where event_id = ${eventId}::uuid group by question_id order by question_id`,
  );
  const known = new Set(asked.map(({ id }) => id));
  const deleted = answered.filter(({ questionId }) => !known.has(questionId));
  return {
    questions: [...asked.map(({ id, text }) => ({ questionId: id, text })), ...deleted],
    asksAddress: invoiceAddress !== "NOT_ASKED",
  };
}
