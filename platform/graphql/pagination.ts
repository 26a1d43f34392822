// Relay connections over keyset cursors: a page stays where it is while rows come and go before it.
import { isObjectType, type GraphQLSchema } from "graphql";
import { z } from "zod";
import { badInput } from "../core/errors.ts";
import { isStorable } from "../core/input.ts";
import type { Session } from "../postgres/session.ts";
import { rawSql, row, sql, type Sql } from "../postgres/sql.ts";
import type { Building, Expression, RawBuilder } from "../postgres/statements.ts";

export interface PageRequest<Key> {
  first: number;
  after: Key | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  /** Counts in time linear in the list: only if the client selects the field, see `countWhereSelected`. */
  totalCount(): Promise<number>;
}

/** Adds the counting resolver to `totalCount` of every connection. */
export function countWhereSelected(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const field = isObjectType(type) && type.name.endsWith("Connection") ? type.getFields().totalCount : undefined;
    if (field) field.resolve = (connection: Connection<unknown>) => connection.totalCount();
  }
}

/** Types of keys in cursors. Clients can forge cursors, so each value is limited to the range of the database's type. */
export const cursorKey = {
  time: z.iso.datetime().refine((time) => /^(19[7-9]|[2-9]\d\d)\d-/.test(time)),
  day: z.iso.date().refine((day) => /^(19[7-9]|[2-9]\d\d)\d-/.test(day)),
  int: z.int32(),
  count: z.int().nonnegative(),
  id: z.uuid(),
  text: z.string().refine(isStorable),
};

const EXACTLY = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** A moment as the database has it, for cursors of lists by columns that keep microseconds: a Date has none. */
export function exactly(column: Sql): Sql {
  return sql`to_char(${column} at time zone 'UTC', ${rawSql(EXACTLY)})`;
}

/** The same in a typed statement. */
export function exactTime(building: Building, column: Expression<Date>): RawBuilder<string> {
  return building.sql<string>`to_char(${column} at time zone 'UTC', ${building.sql.raw(EXACTLY)})`;
}

/** Where the page before has ended, in a list by time and id. */
export interface AfterTime {
  afterTime: string;
  afterId: string;
}

/** To compare `refTuple(time, id)` with. */
export function afterTuple({ sql }: Building, { afterTime, afterId }: AfterTime): RawBuilder<[Date, string]> {
  return sql`(${afterTime}::timestamptz, ${afterId}::uuid)`;
}

export function encodeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** @throws GraphQLError BAD_USER_INPUT for a cursor that we did not make. */
export function decodeCursor<Schema extends z.ZodType>(schema: Schema, cursor: string): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    return refuseCursor();
  }
}

/** @throws GraphQLError BAD_USER_INPUT */
export function refuseCursor(): never {
  throw badInput("after", "is not a cursor of this list: pass endCursor or the cursor of an edge");
}

/**
 * Checks `first` and `after`. More than `cap` is cut to it.
 * @throws GraphQLError BAD_USER_INPUT for a negative `first` or a bad cursor.
 */
export function pageRequest<Schema extends z.ZodType>(
  args: { first?: number | null; after?: string | null },
  keySchema: Schema,
  { byDefault = 20, cap = 100 } = {},
): PageRequest<z.infer<Schema>> {
  const first = args.first ?? byDefault;
  if (first < 0) throw badInput("first", "must not be negative");
  return { first: Math.min(first, cap), after: args.after == null ? null : decodeCursor(keySchema, args.after) };
}

/** What a list's statement is given for a page: how many rows, which is one more than asked for, and the cursor's key, if there is one. */
export type Page<Key> = { limit?: number } & Partial<Key>;

export function pageOf<Key>({ first, after }: PageRequest<Key>): Page<Key> {
  return { ...after, limit: first + 1 } as Page<Key>;
}

/** Builds the page from `found`, which has one extra row if there are more; `totalCount` is the number of items in all pages. */
export function connectionOf<Node>(
  found: Node[],
  request: PageRequest<unknown>,
  totalCount: () => Promise<number>,
  keyOf: (node: Node) => unknown,
): Connection<Node> {
  const nodes = found.slice(0, request.first);
  const cursorOf = (node: Node) => encodeCursor(keyOf(node));
  const [first, last] = [nodes[0], nodes.at(-1)];
  return {
    // Computed on demand: few clients select cursors, and thousands of them are slow.
    get edges() {
      return nodes.map((node) => ({ cursor: cursorOf(node), node }));
    },
    nodes,
    pageInfo: {
      hasNextPage: found.length > request.first,
      hasPreviousPage: request.after !== null,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    },
    totalCount,
  };
}

/** How many rows there are in `source`, such as `` sql`thing where owner = ${id}` ``. */
export async function countOf(session: Session, source: Sql): Promise<number> {
  return (await row<{ n: number }>(session, sql`select count(*)::int as n from ${source}`))!.n;
}
