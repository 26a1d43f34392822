// Verifies audit logs, of an exported file or of the database of users.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { ChainVerifier, type Head, type HashedEntry } from "../platform/audit/chain.ts";
import type { Database } from "../platform/postgres/database.ts";
import { allHeads, entriesOfChain } from "../subgraphs/users/queries/audit-log.ts";

const scalar = z.union([z.string(), z.int(), z.boolean(), z.null()]);
/** No other field: it would not be covered by the hash. */
const entrySchema = z.strictObject({
  chain: z.string(),
  seq: z.int().positive(),
  at: z.string(),
  actor: z.string(),
  actAs: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.union([scalar, z.array(z.union([z.string(), z.int()]))])),
  network: z.string().nullable(),
  prevHash: z.string(),
  hash: z.string(),
});

const headSchema = z.object({ chain: z.string(), seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Remembered heads: the lines of a process's log that have one. Other lines are ignored. */
export function readHeads(file: string): Head[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const parsed = headSchema.safeParse(jsonOrNull(line));
      return parsed.success ? [parsed.data] : [];
    });
}

function jsonOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** @throws Error with the number of a line that is not an entry */
export async function verifyFile(file: string, heads: readonly Head[]): Promise<ChainVerifier> {
  const verifier = new ChainVerifier(heads);
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line === "") continue;
    const parsed = entrySchema.safeParse(jsonOrNull(line));
    if (!parsed.success) throw new Error(`Line ${number} of ${file} is not an entry of an audit log.`);
    verifier.add(parsed.data);
  }
  return verifier;
}

/** Also compares each chain with its head in the database. Entries that are appended during the verification are verified, too. */
export async function verifyDatabase(database: Database, remembered: readonly Head[]): Promise<ChainVerifier> {
  const heads = await allHeads(database);
  const verifier = new ChainVerifier([...remembered, ...heads]);
  for (const { chain } of heads)
    for await (const entry of entriesOfChain(database, chain)) verifier.add(entry as HashedEntry);
  return verifier;
}
