// Pictures that nothing names are deleted a day later; none is deleted while something begins to name it.
import { createHash, randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { keptImages } from "../commands/forget-images.ts";
import { setImages } from "../commands/set-images.ts";
import { noteUpload, requireRoom, storeImage } from "../commands/store-image.ts";

let catalog: Alone;
beforeAll(async () => void (catalog = await startAlone("catalog", { SEATING_URL: "http://127.0.0.1:9/graphql" })));
afterAll(() => catalog.stop());

const organizationId = randomUUID();
const userId = randomUUID();
const venueId = randomUUID();
const database = () => catalog.running.database;
beforeAll(async () => {
  await rows(
    database().read(),
    sql`insert into venue (id, organization_id, name, city, country, time_zone, capacity)
        values (${venueId}, ${organizationId}, 'Halle', 'Erfurt', 'DE', 'Europe/Berlin', 1)`,
  );
});

let advanced = 0;
const advance = (hours: number) => catalog.advance((advanced += hours * 3_600));
const forget = () => keptImages.forget(database(), 1_000);
const newHash = () => createHash("sha256").update(randomUUID()).digest("hex");

async function stored(): Promise<string> {
  const upload = { hash: newHash(), organizationId, userId };
  const variants = [{ width: 2, height: 1, bytes: Buffer.from("webp") }];
  const store = () => database().transaction((tx) => storeImage(tx, upload, variants));
  await Promise.all([store(), store()]);
  return upload.hash;
}
const show = (tx: Tx, hashes: string[], subject = { kind: "venue" as "venue" | "organization", id: venueId }) =>
  setImages(tx, organizationId, subject, { images: hashes.map((hash) => ({ hash, alt: "Hall", focus: null })) });
const shown = (hashes: string[]) => database().transaction((tx) => show(tx, hashes));
const isThere = async (hash: string) =>
  (await row(database().read(), sql`select 1 from image where hash = ${hash}`)) !== undefined;

test("one that nothing ever named, and one that something stopped to name, each a day later", async () => {
  const [kept, dropped, never] = [await stored(), await stored(), await stored()];
  await shown([kept, dropped]);
  await advance(20);
  await shown([kept]);
  expect(await forget()).toBe(0);
  await advance(5);
  expect(await forget()).toBe(1);
  expect([await isThere(kept), await isThere(dropped), await isThere(never)]).toEqual([true, true, false]);
  await advance(25);
  expect(await forget()).toBe(1);
  expect([await isThere(kept), await isThere(dropped)]).toEqual([true, false]);
  expect(await rows(database().read(), sql`select 1 from image_variant where hash = ${never}`)).toEqual([]);
  expect(await rows(database().read(), sql`select 1 from image_upload where hash = ${never}`)).toEqual([]);
});

test("one whose venue is deleted, a day later", async () => {
  const [hash, id] = [await stored(), randomUUID()];
  await rows(
    database().read(),
    sql`insert into venue (id, organization_id, name, city, country, time_zone, capacity) values (${id}, ${organizationId}, 'Zelt', 'Gera', 'DE', 'Europe/Berlin', 1)`,
  );
  await database().transaction((tx) => show(tx, [hash], { kind: "venue", id }));
  await advance(30);
  expect(await forget()).toBe(0);
  await rows(database().read(), sql`delete from venue_version where venue_id = ${id}`);
  await rows(database().read(), sql`delete from venue where id = ${id}`);
  expect(await forget()).toBe(0);
  await advance(25);
  expect(await forget()).toBe(1);
  expect(await isThere(hash)).toBe(false);
});

test("one that is uploaded again stays for another day", async () => {
  const hash = await stored();
  await advance(25);
  expect(await database().transaction((tx) => noteUpload(tx, { hash, organizationId, userId }))).toBe(true);
  expect(await forget()).toBe(0);
  await advance(25);
  expect(await forget()).toBe(1);
  expect(await database().transaction((tx) => noteUpload(tx, { hash, organizationId, userId }))).toBe(false);
});

test("not one that a request is about to name", async () => {
  const hash = await stored();
  await advance(25);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: named, resolve: isNamed } = Promise.withResolvers<void>();
  const naming = database().transaction(async (tx) => {
    await show(tx, [hash], { kind: "organization", id: organizationId });
    await tx.flush();
    isNamed();
    await held;
  });
  await named;
  expect(await forget()).toBe(0);
  release();
  await naming;
  expect(await forget()).toBe(0);
  expect(await isThere(hash)).toBe(true);
});

test("a request that names one that is being deleted is refused", async () => {
  const hash = await stored();
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: deleted, resolve: isDeleted } = Promise.withResolvers<void>();
  const deleting = database().transaction(async (tx) => {
    await rows(tx, sql`delete from image where hash = ${hash}`);
    isDeleted();
    await held;
  });
  await deleted;
  const naming = shown([hash]);
  release();
  await deleting;
  await expect(naming).rejects.toThrow(/input.images.0.hash: the organization has uploaded no such picture/);
});

test("the database refuses to delete a picture that is named", async () => {
  const hash = await stored();
  await shown([hash]);
  await expect(rows(database().read(), sql`delete from image where hash = ${hash}`)).rejects.toThrow(/image_use/);
});

test("an organization that uploads more than a thousand pictures a day has to wait", async () => {
  const other = randomUUID();
  await rows(
    database().read(),
    sql`with made as (insert into image select encode(sha256(n::text::bytea), 'hex'), 1, 1, app_now() from generate_series(1, 1000) n returning hash)
        insert into image_upload select hash, ${other}, ${userId}, app_now() from made`,
  );
  await expect(requireRoom(database().read(), other)).rejects.toThrow(/1000 new pictures in 24 hours/);
  await requireRoom(database().read(), organizationId);
  await advance(25);
  await requireRoom(database().read(), other);
});
