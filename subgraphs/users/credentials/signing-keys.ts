// Keys that sign tokens: Ed25519 for access tokens, and RSA for ID tokens of apps that expect RS256, the default of OpenID Connect. Of each
// kind there is a current key and the next one, so caches know a key before it signs its first token. A retired key stays until the next
// rotation. RSA keys have their own table, because the previous version signs with any current key of signing_key, and they are made at the
// first request of an app: that takes a second of CPU. Raw SQL: each start reads the keys, and MikroORM would make it a third of a second
// longer.
import { createPrivateKey, generateKeyPair, randomUUID, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { JWK } from "jose";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { rawSql, row, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { seal, tryUnseal, unseal } from "./sealing.ts";

const KEYS_CACHED_MS = 5_000;
const RSA_BITS = 3_072;
/** Tokens of a retired key may be used for so long after a rotation. */
const RETIRED_SECONDS = 2 * 3_600;

interface KeyRow {
  kid: string;
  state: "NEXT" | "CURRENT" | "RETIRED";
  publicJwk: JWK;
  sealedPrivateKey: string;
}

interface Kind {
  alg: "EdDSA" | "RS256";
  table: Sql;
  /** In a thread of the pool. */
  generate(): Promise<{ publicKey: KeyObject; privateKey: KeyObject }>;
}

const generate = promisify(generateKeyPair) as unknown as (
  type: string,
  options: object,
) => Promise<{ publicKey: KeyObject; privateKey: KeyObject }>;

const ED25519: Kind = { alg: "EdDSA", table: rawSql("signing_key"), generate: () => generate("ed25519", {}) };
const RSA: Kind = {
  alg: "RS256",
  table: rawSql("rsa_signing_key"),
  generate: () => generate("rsa", { modulusLength: RSA_BITS }),
};

export interface OpenIdKeys {
  /** Changes with the keys and their order. */
  kids: string;
  /** Private keys. Unsealing them takes milliseconds. */
  jwks(): Promise<JWK[]>;
}

export interface SigningKeys {
  /** The current Ed25519 key. */
  current(): Promise<{ kid: string; key: KeyObject }>;
  /** Public Ed25519 keys. */
  jwks(): Promise<{ keys: JWK[] }>;
  /** Keys of both kinds, current ones first; the first call of all makes the RSA keys. */
  forOpenId(): Promise<OpenIdKeys>;
  /** Makes Ed25519 keys that are missing, and seals all keys with the current secret. */
  ensure(): Promise<void>;
  /** Puts the next key of each kind into use if its current one is older than this. */
  rotate(olderThanDays: number): Promise<boolean>;
}

/** The keys of one kind in their table. */
function createKeyTable(
  { alg, table, generate: make }: Kind,
  database: () => Database,
  sealingKeys: [Buffer, ...Buffer[]],
) {
  let cached: { keys: KeyRow[]; at: number } | undefined;
  const unsealed = new WeakMap<KeyRow, Promise<KeyObject>>();

  async function keys(): Promise<KeyRow[]> {
    if (cached && Date.now() - cached.at < KEYS_CACHED_MS) return cached.keys;
    const found = await rows<KeyRow>(
      database().read(),
      sql`select kid, state, public_jwk, sealed_private_key from ${table}
          order by array_position(array['CURRENT', 'NEXT', 'RETIRED'], state), changed_at desc`,
    );
    cached = { keys: found, at: Date.now() };
    return found;
  }

  async function newKey(): Promise<Omit<KeyRow, "state">> {
    const { publicKey, privateKey } = await make();
    const kid = randomUUID();
    return {
      kid,
      publicJwk: { ...(publicKey.export({ format: "jwk" }) as JWK), kid, alg, use: "sig" },
      sealedPrivateKey: seal(privateKey.export({ format: "pem", type: "pkcs8" }).toString(), sealingKeys[0]),
    };
  }

  /** Of two processes that do this concurrently, one inserts the key: there is one key in each state. */
  async function add(tx: Tx, state: "NEXT" | "CURRENT", key: Omit<KeyRow, "state">): Promise<void> {
    const { kid, publicJwk, sealedPrivateKey } = key;
    await rows(
      tx,
      sql`insert into ${table} (kid, state, public_jwk, sealed_private_key)
          values (${kid}, ${state}, ${JSON.stringify(publicJwk)}, ${sealedPrivateKey}) on conflict do nothing`,
    );
  }

  return {
    keys,
    newKey,
    add,
    forget: () => void (cached = undefined),
    unseal: (row: KeyRow): Promise<KeyObject> => {
      const known = unsealed.get(row) ?? unseal(row.sealedPrivateKey, sealingKeys).then(createPrivateKey);
      unsealed.set(row, known);
      return known;
    },
    ensure: async () => {
      for (const state of ["CURRENT", "NEXT"] as const) {
        if ((await keys()).some((key) => key.state === state)) continue;
        const key = await newKey();
        await database().transaction((tx) => add(tx, state, key));
        cached = undefined;
      }
    },
  };
}

type KeyTable = ReturnType<typeof createKeyTable>;

/** Seals all keys with the current secret, so that the other one is no longer needed. */
async function reseal(tx: Tx, { table }: Kind, sealingKeys: [Buffer, ...Buffer[]]): Promise<void> {
  const sealed = await rows<KeyRow>(tx, sql`select kid, sealed_private_key from ${table} for update`);
  for (const { kid, sealedPrivateKey } of sealed) {
    const plain = await unseal(sealedPrivateKey, sealingKeys);
    if ((await tryUnseal(sealedPrivateKey, sealingKeys[0])) === undefined)
      await rows(tx, sql`update ${table} set sealed_private_key = ${seal(plain, sealingKeys[0])} where kid = ${kid}`);
  }
}

const isOld = ({ table }: Kind, olderThanDays: number) =>
  sql`select changed_at < now() - ${`${olderThanDays} days`}::interval as old from ${table} where state = 'CURRENT'`;

async function rotate(database: Database, kind: Kind, keys: KeyTable, olderThanDays: number): Promise<boolean> {
  const before = await row<{ old: boolean }>(database.read(), isOld(kind, olderThanDays));
  if (!before?.old) return false;
  const next = await keys.newKey();
  const { table } = kind;
  const rotated = await database.transaction(async (tx) => {
    // Of two concurrent processes, the second waits here, then finds that the key is no longer CURRENT.
    const current = await row<{ old: boolean }>(tx, sql`${isOld(kind, olderThanDays)} for update`);
    if (!current?.old) return false;
    await rows(
      tx,
      sql`delete from ${table} where state = 'RETIRED' and changed_at < now() - ${`${RETIRED_SECONDS} s`}::interval`,
    );
    await rows(tx, sql`update ${table} set state = 'RETIRED', changed_at = now() where state = 'CURRENT'`);
    await rows(tx, sql`update ${table} set state = 'CURRENT', changed_at = now() where state = 'NEXT'`);
    await keys.add(tx, "NEXT", next);
    return true;
  });
  keys.forget();
  return rotated;
}

export function createSigningKeys(database: () => Database, sealingKeys: [Buffer, ...Buffer[]]): SigningKeys {
  const ed25519 = createKeyTable(ED25519, database, sealingKeys);
  const rsa = createKeyTable(RSA, database, sealingKeys);
  return {
    current: async () => {
      const current = (await ed25519.keys()).find((key) => key.state === "CURRENT");
      if (!current) throw new Error("No signing key exists.");
      return { kid: current.kid, key: await ed25519.unseal(current) };
    },
    jwks: async () => ({ keys: (await ed25519.keys()).map((key) => key.publicJwk) }),
    forOpenId: async () => {
      await rsa.ensure();
      const keys = [...(await ed25519.keys()), ...(await rsa.keys())];
      const privateJwk = async (key: KeyRow) => (await rsa.unseal(key)).export({ format: "jwk" }) as JWK;
      return {
        kids: keys.map(({ kid }) => kid).join(" "),
        jwks: () => Promise.all(keys.map(async (key) => ({ ...key.publicJwk, ...(await privateJwk(key)) }))),
      };
    },
    ensure: async () => {
      await ed25519.ensure();
      for (const kind of [ED25519, RSA]) await database().transaction((tx) => reseal(tx, kind, sealingKeys));
      ed25519.forget();
    },
    rotate: async (olderThanDays) => {
      const rotated = [
        await rotate(database(), ED25519, ed25519, olderThanDays),
        await rotate(database(), RSA, rsa, olderThanDays),
      ];
      return rotated.some(Boolean);
    },
  };
}
