// Erases a person's data as declared, and signs a receipt in the same transaction. Idempotent. Raw SQL: the tables are known only at run time.
import type { MessageType } from "../core/contracts.ts";
import type { Signer } from "../identity/identity.ts";
import { on, type MessageHandler } from "../messaging/handlers.ts";
import { publish } from "../messaging/outbox.ts";
import type { Tx } from "../postgres/database.ts";
import { change, join, rawSql, sql, type Sql } from "../postgres/sql.ts";
import { personalTables, type PersonalData, type PersonalTable } from "./declaration.ts";
import { signReceipt, type Receipt } from "./receipts.ts";

/** Condition of the rows of a person. */
export function rowsOf({ person = [] }: PersonalTable, userId: string): Sql {
  const columns = person.map((column) => sql`${rawSql(column)} = ${userId}::uuid`);
  return sql`(${join(columns, " or ")})`;
}

/** Returns the number of rows that were deleted or changed, by table. */
export async function eraseDeclared(tx: Tx, data: PersonalData, userId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, declared] of personalTables(data)) {
    const { erased, erasedIf = "true" } = declared;
    if (erased === undefined) continue;
    const which = sql`${rowsOf(declared, userId)} and ${rawSql(erasedIf)}`;
    counts[table] = await change(tx, erasing(table, erased, which));
  }
  return counts;
}

function erasing(table: string, erased: NonNullable<PersonalTable["erased"]>, which: Sql): Sql {
  if (erased === "rows") return sql`delete from ${rawSql(table)} where ${which}`;
  const values = Object.entries(erased);
  const assignments = rawSql(values.map(([column, value]) => `${column} = ${value}`).join(", "));
  const differs = rawSql(values.map(([column, value]) => `${column} is distinct from ${value}`).join(" or "));
  return sql`update ${rawSql(table)} set ${assignments} where ${which} and (${differs})`;
}

interface Erased {
  userId: string;
  /** Absent for erasures of versions without receipts. */
  erasureId?: string | undefined;
}

/**
 * Handles the message that a person is erased: erases, and publishes a receipt.
 * @param done the subgraph's own message, with the receipt
 * @param more erases data that can't be declared
 */
export function onErased(
  erased: MessageType<Erased>,
  done: MessageType<Receipt & { receipt: string }>,
  data: PersonalData,
  signer: Signer,
  more: (tx: Tx, userId: string) => Promise<void> = async () => {},
): MessageHandler {
  return on(erased, async (tx, { userId, erasureId }) => {
    const counts = await eraseDeclared(tx, data, userId);
    await more(tx, userId);
    if (erasureId === undefined) return;
    const receipt: Receipt = { erasureId, subgraph: done.publisher, counts, at: new Date().toISOString() };
    await publish(tx, done, erasureId, { ...receipt, receipt: await signReceipt(signer, receipt) });
  });
}
