// DataLoader batches over a table: a hundred references are one query.
import DataLoader from "dataloader";

/** Loads by id; unknown ids are null. `find` gets each id once and answers in any order. */
export function byId<Row>(
  find: (ids: readonly string[]) => Promise<Row[]>,
  idOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids: readonly string[]) => {
    const found = new Map((await find(ids)).map((row) => [idOf(row), row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** Loads all rows that belong to an id. */
export function manyById<Row>(
  find: (ids: readonly string[]) => Promise<Row[]>,
  ownerOf: (row: Row) => string,
): DataLoader<string, Row[]> {
  return new DataLoader(async (ids: readonly string[]) => {
    const found = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of await find(ids)) found.get(ownerOf(row))?.push(row);
    return ids.map((id) => found.get(id) ?? []);
  });
}

/** A referenced row, which must exist. @throws Error for a bug. */
export async function required<T>(found: Promise<T | null>, what: string): Promise<T> {
  const value = await found;
  if (value === null) throw new Error(`A ${what} that is referred to does not exist.`);
  return value;
}
