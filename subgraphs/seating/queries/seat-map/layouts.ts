// Layouts of events, compressed and in memory. One is made at a time, and once for all requests that wait for it. A repeat makes the same.
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Database } from "../../../../platform/postgres/database.ts";
import { layoutOf } from "../../../../domain/seat-map/layout.ts";
import { readAccess, readMappedHall, type Access } from "./source.ts";
import { eventOfVersion, isSameVersion, versionOf } from "./version.ts";

export interface StoredLayout {
  version: string;
  /** Whether only those who have the access code may know the version. */
  isPrivate: boolean;
  gzip: Buffer;
  br: Buffer;
}

export interface Layouts {
  /** Undefined for an event that was never on sale. */
  versionOf(eventId: string): Promise<string | undefined>;
  /** Undefined for a version that no event has now. */
  layout(version: string): Promise<StoredLayout | undefined>;
}

/** A layout of 20,000 seats has 0.25 MB in both encodings. */
const MOST_BYTES_KEPT = 64 * 1024 * 1024;
const MOST_VERSIONS_KEPT = 50_000;
/** The slowest levels gain a few percent, and take ten times as long. */
const GZIP_LEVEL = 6;
const BROTLI_QUALITY = 5;

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

export function createLayouts(database: Pick<Database, "prepared">): Layouts {
  const kept = new LRUCache<string, StoredLayout>({
    maxSize: MOST_BYTES_KEPT,
    sizeCalculation: (layout) => layout.gzip.length + layout.br.length,
  });
  const versions = new LRUCache<string, string>({ max: MOST_VERSIONS_KEPT });
  const making = new Map<string, Promise<StoredLayout>>();
  let last: Promise<unknown> = Promise.resolve();

  async function make(eventId: string, { accessHash }: Access): Promise<StoredLayout> {
    const body = JSON.stringify(layoutOf(await readMappedHall(database, eventId)));
    const version = versionOf(eventId, body, accessHash);
    const document = `{"version":"${version}",${body.slice(1)}`;
    const [small, smaller] = await Promise.all([
      gzipped(document, { level: GZIP_LEVEL }),
      brotlied(document, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
    ]);
    return { version, isPrivate: accessHash !== null, gzip: small, br: smaller };
  }

  function made(key: string, eventId: string, access: Access): Promise<StoredLayout> {
    let layout = making.get(key);
    if (!layout) {
      layout = last
        .then(() => make(eventId, access))
        .then((found) => {
          kept.set(key, found);
          versions.set(key, found.version);
          return found;
        })
        .finally(() => making.delete(key));
      making.set(key, layout);
      last = layout.catch(() => {});
    }
    return layout;
  }

  const keyOf = (eventId: string, { accessHash }: Access) => `${eventId} ${accessHash ?? ""}`;

  return {
    versionOf: async (eventId) => {
      const access = await readAccess(database, eventId);
      if (!access) return undefined;
      const key = keyOf(eventId, access);
      return versions.get(key) ?? (await made(key, eventId, access)).version;
    },
    layout: async (version) => {
      const eventId = eventOfVersion(version);
      const access = eventId && (await readAccess(database, eventId));
      if (!eventId || !access) return undefined;
      const key = keyOf(eventId, access);
      const known = versions.get(key);
      if (known !== undefined && !isSameVersion(version, known)) return undefined;
      const layout = kept.get(key) ?? (await made(key, eventId, access));
      return isSameVersion(version, layout.version) ? layout : undefined;
    },
  };
}
