import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

export interface ShownImage {
  subjectId: string;
  hash: string;
  alt: string;
  focusX: number | null;
  focusY: number | null;
  width: number;
  height: number;
  widths: number[];
}

export interface StoredImage {
  hash: string;
  width: number;
  height: number;
  /** Of its variants, narrowest first. */
  widths: number[];
}

const stored = statement((db, { hash }: { hash: string }) =>
  db
    .selectFrom("image as i")
    .innerJoin("image_variant as v", "v.hash", "i.hash")
    .select((of) => [
      "i.hash as hash",
      "i.width as width",
      "i.height as height",
      of.fn.agg<number[]>("array_agg", ["v.width"]).orderBy("v.width").as("widths"),
    ])
    .where("i.hash", "=", hash)
    .groupBy("i.hash"),
);

export const storedImage = (database: Database, hash: string): Promise<StoredImage | undefined> =>
  stored.row(database.read(), { hash });

const variant = statement((db, of: { hash: string; atLeast: number }, { sql }) =>
  db
    .selectFrom("image_variant")
    .select(["width", "bytes"])
    .where("hash", "=", of.hash)
    .orderBy((by) => by("width", ">=", of.atLeast), "desc")
    .orderBy((by) => sql`abs(${by.ref("width")} - ${of.atLeast})`)
    .limit(1),
);

/** The narrowest variant that is at least so wide, or the widest. */
export async function variantOf(
  database: Database,
  hash: string,
  atLeast: number,
): Promise<{ width: number; bytes: Buffer } | undefined> {
  const found = await database.reading((em) => variant.row(em, { hash, atLeast }));
  return found && { width: found.width, bytes: found.bytes as Buffer };
}

const shown = statement((db, { subjectIds }: { subjectIds: readonly string[] }) =>
  db
    .selectFrom("image_use as u")
    .innerJoin("image as i", "i.hash", "u.hash")
    .select((of) => [
      "u.subjectId as subjectId",
      "u.hash as hash",
      "u.alt as alt",
      "u.focusX as focusX",
      "u.focusY as focusY",
      "i.width as width",
      "i.height as height",
      of
        .selectFrom("image_variant as v")
        .select((v) => v.fn.agg<number[]>("array_agg", ["v.width"]).orderBy("v.width").as("widths"))
        .whereRef("v.hash", "=", "i.hash")
        .as("widths"),
    ])
    .where((of) => of("u.subjectId", "=", of.fn.any(of.val(subjectIds))))
    .orderBy("u.subjectId")
    .orderBy("u.position"),
);

export function shownImages(em: Tx, subjectIds: readonly string[]): Promise<ShownImage[]> {
  return shown.rows(em, { subjectIds }) as Promise<ShownImage[]>;
}
