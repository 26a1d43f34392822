// Stores an uploaded picture. The same file again, also at once and by another organization, is the same picture.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rateLimited } from "../../../platform/core/errors.ts";
import { statement } from "../entities/tables.ts";

export interface StoredVariant {
  width: number;
  height: number;
  bytes: Buffer;
}

export interface Upload {
  hash: string;
  organizationId: string;
  userId: string;
}

/** New pictures of an organization in 24 hours. */
const MAX_UPLOADS = 1_000;
const RETRY_AFTER_SECONDS = 3_600;

const uploadsToday = statement((db, { organizationId }: { organizationId: string }, { sql }) =>
  db
    .selectFrom("image_upload")
    .select((of) => of.fn.countAll<number>().as("n"))
    .where("organizationId", "=", organizationId)
    .where("uploadedAt", ">", sql<Date>`app_now() - interval '24 hours'`),
);

const addUpload = statement((db, of: Upload, { sql }) =>
  db
    .insertInto("image_upload")
    .columns(["hash", "organizationId", "uploadedBy", "uploadedAt"])
    .expression((from) =>
      from
        .selectFrom("image")
        .select([
          "hash",
          sql<string>`${of.organizationId}::uuid`.as("organizationId"),
          sql<string>`${of.userId}::uuid`.as("uploadedBy"),
          sql<Date>`date_trunc('milliseconds', app_now())`.as("uploadedAt"),
        ])
        .where("hash", "=", of.hash),
    )
    .onConflict((known) => known.doNothing()),
);

/** Starts its time anew: also for a picture that was about to be deleted. */
const touch = statement((db, { hash }: { hash: string }, { sql }) =>
  db
    .updateTable("image")
    .set({ touchedAt: sql`app_now()` })
    .where("hash", "=", hash),
);

/** @throws GraphQLError RATE_LIMITED for more new pictures than an organization may have in a day */
export async function requireRoom(tx: Tx, organizationId: string): Promise<void> {
  const { n } = (await uploadsToday.row(tx, { organizationId }))!;
  if (n >= MAX_UPLOADS)
    throw rateLimited(RETRY_AFTER_SECONDS, `An organization may upload ${MAX_UPLOADS} new pictures in 24 hours.`);
}

/** Whether the picture is stored already; then the organization may show it, too. */
export async function noteUpload(tx: Tx, upload: Upload): Promise<boolean> {
  if ((await touch.change(tx, { hash: upload.hash })) === 0) return false;
  await addUpload.change(tx, upload);
  return true;
}

const addImage = statement((db, of: { hash: string; width: number; height: number }, { sql }) =>
  db
    .insertInto("image")
    .values({ hash: of.hash, width: of.width, height: of.height, touchedAt: sql`app_now()` })
    .onConflict((known) => known.column("hash").doUpdateSet({ touchedAt: sql`app_now()` })),
);

const addVariant = statement((db, of: { hash: string; width: number; bytes: Buffer }) =>
  db
    .insertInto("image_variant")
    .values({ hash: of.hash, width: of.width, bytes: of.bytes })
    .onConflict((known) => known.doNothing()),
);

export async function storeImage(tx: Tx, upload: Upload, variants: readonly StoredVariant[]): Promise<void> {
  const { hash } = upload;
  const { width, height } = variants.at(-1)!;
  await addImage.change(tx, { hash, width, height });
  for (const { width: one, bytes } of variants) await addVariant.change(tx, { hash, width: one, bytes });
  await addUpload.change(tx, upload);
}
