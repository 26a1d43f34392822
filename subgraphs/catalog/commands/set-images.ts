// Sets the pictures that an event, a venue, a series or an organization shows. The same again changes nothing.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput } from "../../../platform/core/errors.ts";
import { ImageUseEntity } from "../entities/image-use.ts";
import { statement } from "../entities/tables.ts";
import { audit } from "./audit.ts";
import type { ImageSubject, SetImages } from "../content/images/inputs.ts";

/** In the order of their hashes, so that two requests that name the same pictures wait for each other. */
const uploaded = statement((db, of: { organizationId: string; hashes: readonly string[] }) =>
  db
    .selectFrom("image as i")
    .innerJoin("image_upload as u", "u.hash", "i.hash")
    .select("i.hash")
    .where("u.organizationId", "=", of.organizationId)
    .where((where) => where("i.hash", "=", where.fn.any(where.val(of.hashes))))
    .orderBy("i.hash")
    .forNoKeyUpdate("i"),
);

const before = statement((db, { subjectId }: { subjectId: string }) =>
  db.selectFrom("image_use").selectAll().where("subjectId", "=", subjectId).orderBy("position"),
);

/** Of two requests for one subject, the second waits for the first. */
const lock = statement((db, { subjectId }: { subjectId: string }, { sql }) =>
  db.selectNoFrom(sql<boolean>`pg_advisory_xact_lock(hashtextextended(${subjectId}, 0)) is null`.as("locked")),
);

/** @throws GraphQLError BAD_USER_INPUT for a picture that the organization has not uploaded */
export async function setImages(
  tx: Tx,
  organizationId: string,
  { kind, id }: { kind: ImageSubject; id: string },
  { images }: Pick<SetImages, "images">,
): Promise<void> {
  await lock.row(tx, { subjectId: id });
  const hashes = [...new Set(images.map(({ hash }) => hash))].sort();
  const known = new Set((await uploaded.rows(tx, { organizationId, hashes })).map(({ hash }) => hash));
  const unknown = images.findIndex(({ hash }) => !known.has(hash));
  if (unknown >= 0)
    throw badInput(
      `input.images.${unknown}.hash`,
      "the organization has uploaded no such picture: send it to POST /images first",
    );
  const uses = images.map(({ hash, alt, focus }, position) => ({
    subjectId: id,
    position,
    hash,
    alt,
    focusX: focus?.x ?? null,
    focusY: focus?.y ?? null,
    eventId: kind === "event" ? id : null,
    venueId: kind === "venue" ? id : null,
    seriesId: kind === "series" ? id : null,
  }));
  if (JSON.stringify(await inOrder(tx, id)) === JSON.stringify(uses)) return;
  await tx.nativeDelete(ImageUseEntity, { subjectId: id });
  if (uses.length > 0) await tx.insertMany(ImageUseEntity, uses);
  await audit(tx, { organizationId, action: "setImages", subject: id, detail: { kind, images: uses.length } });
}

/** With the same order of properties. */
async function inOrder(tx: Tx, id: string) {
  return (await before.rows(tx, { subjectId: id })).map((use) => ({
    subjectId: use.subjectId,
    position: use.position,
    hash: use.hash,
    alt: use.alt,
    focusX: use.focusX,
    focusY: use.focusY,
    eventId: use.eventId,
    venueId: use.venueId,
    seriesId: use.seriesId,
  }));
}
