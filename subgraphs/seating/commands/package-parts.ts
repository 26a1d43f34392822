import type { Tx } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

interface MaybeOfPackage {
  id: string;
  /** Holds that were made together with a package have it in common. */
  packageGroup: string | null;
}

/** The first hold of a package whose other holds are not all given, also those that have ended. */
export async function withoutPart<Hold extends MaybeOfPackage>(tx: Tx, holds: Hold[]): Promise<Hold | undefined> {
  const groups = [...new Set(holds.flatMap(({ packageGroup }) => packageGroup ?? []))];
  if (groups.length === 0) return undefined;
  const missing = await row<{ packageGroup: string }>(
    tx,
    sql`select package_group from hold
        where package_group = any(${groups}::uuid[]) and id <> all(${holds.map(({ id }) => id)}::uuid[]) limit 1`,
  );
  return holds.find(({ packageGroup }) => missing && packageGroup === missing.packageGroup);
}
