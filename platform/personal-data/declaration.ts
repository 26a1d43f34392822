// Declarations of personal data by table: what a person gets in an export, what is erased, what is kept without a name, and what expires.
// Exports and erasures follow the declarations. A test compares them with the catalogs of the databases.

export interface PersonalTable {
  /** Columns with the id of the person whose row it is. Absent: no row can be found by the id of a person. */
  person?: readonly string[];
  /** Columns that are exported to the person. */
  exported?: readonly string[];
  /** "rows": the rows are deleted. Otherwise: the overwritten columns, each with the SQL of its new value. */
  erased?: "rows" | Readonly<Record<string, string>>;
  /** SQL condition of the rows that are erased; absent: all of the person. */
  erasedIf?: string;
  /** Columns that other code erases: file and function. */
  erasedBy?: Readonly<Record<string, string>>;
  /** Columns that stay after an erasure, and why. Nothing in them names a person. */
  kept?: Readonly<Record<string, string>>;
  /** Columns that an erasure leaves, and when they expire. */
  expires?: Readonly<Record<string, string>>;
}

/** "nobody": no column is about a person. */
export type PersonalData = Readonly<Record<string, PersonalTable | "nobody">>;

const ONCE_HANDLED = "when it is done";
const MESSAGES = "messages hold ids only, no name and no address; their months are archived and pruned";

/** Tables that every subgraph has. */
export const PLATFORM_TABLES: PersonalData = {
  backfill: "nobody",
  function_schema: "nobody",
  idempotency_key: {
    expires: { user_id: "after 30 days", outcome: "after 30 days", resource_id: "after 30 days" },
  },
  inbox: "nobody",
  inbox_range: "nobody",
  intervention: {
    kept: {
      by_user: "the staff member who decided must stay known; the id has no name after the erasure",
      subject_id: "the same",
      reason: "a decision of the staff never changes",
    },
  },
  job: { expires: { body: ONCE_HANDLED, key: ONCE_HANDLED } },
  migration: "nobody",
  outbox: { kept: { body: MESSAGES, key: MESSAGES } },
  outbox_archive: "nobody",
  outbox_origin: "nobody",
  outbox_progress: "nobody",
  parked_message: { expires: { envelope: ONCE_HANDLED } },
  stream_progress: "nobody",
  work_item: { expires: { body: ONCE_HANDLED, id: ONCE_HANDLED } },
};

/** Tables about people. */
export function personalTables(data: PersonalData): [table: string, PersonalTable][] {
  return Object.entries(data).filter((entry): entry is [string, PersonalTable] => entry[1] !== "nobody");
}

/** Columns that the declaration covers. */
export function answeredColumns({ person = [], exported = [], erased, ...others }: PersonalTable): Set<string> {
  const { erasedBy = {}, kept = {}, expires = {} } = others;
  const overwritten = erased === undefined || erased === "rows" ? [] : Object.keys(erased);
  const all = [exported, overwritten, ...[erasedBy, kept, expires].map(Object.keys), erased === "rows" ? person : []];
  return new Set(all.flat());
}
