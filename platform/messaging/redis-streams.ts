// A publisher's own stream in Redis. A signed batch is appended whole or not at all, and only if the stream ends where the publisher expects.
import type { JSONWebKeySet } from "jose";
import type { Signer } from "../identity.ts";
import type { RedisConnection } from "../redis.ts";
import {
  batchLabel,
  createBatchReader,
  entryId,
  FIELDS,
  firstOfBatch,
  LARGEST_BATCH,
  signBatch,
  streamName,
  valueOf,
  type StreamEntry,
} from "./signed-batches.ts";

export interface PublisherStream {
  name: string;
  /** The last entry, which somebody else may have written, and its number; undefined if there never was one. */
  last(): Promise<{ seq: number; text: string } | undefined>;
  /** Signs these texts and appends them if the stream ends at `expected`; the first gets the number `first`. Answers where the stream ends after that. */
  append(expected: number, first: number, texts: string[]): Promise<number>;
  /**
   * Whether no entry is missing, and every one after `verified` that a group has still to take is signed, and the last one in any case.
   * Costs as much as there are of these.
   */
  isWhole(end: number, verified: number): Promise<boolean>;
  /** How far each group that has the name of a known service has come, and no further than `end`. */
  acknowledged(end: number): Promise<Map<string, number>>;
  /** Removes the entries before this number, except those of a batch that reaches it. */
  trim(before: number): Promise<void>;
  delete(): Promise<void>;
}

export interface PublisherStreamOptions {
  redis: RedisConnection;
  prefix: string;
  publisher: string;
  /** The groups that read it. */
  heardBy: readonly string[];
  signer: Signer;
  trustedKeys: JSONWebKeySet;
  unsignedUntil?: Date | undefined;
}

/**
 * Appends a batch if the stream still ends where the caller believes; answers where it ends now.
 * ARGV: where it is believed to end, the batch's label and signature, then number and text of each entry.
 */
const APPEND = `
local last = 0
if redis.call('EXISTS', KEYS[1]) == 1 then
  local info = redis.call('XINFO', 'STREAM', KEYS[1])
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then last = tonumber(string.match(info[i + 1], '^(%d+)')) end
  end
end
if last ~= tonumber(ARGV[1]) then return last end
for i = 4, #ARGV, 2 do
  local entry = {ARGV[i] .. '-0', '${FIELDS.text}', ARGV[i + 1], '${FIELDS.batch}', ARGV[2]}
  if i + 1 == #ARGV then
    entry[6] = '${FIELDS.signature}'
    entry[7] = ARGV[3]
  end
  redis.call('XADD', KEYS[1], unpack(entry))
  last = tonumber(ARGV[i])
end
return last
`;
/** Of what XINFO STREAM answers. */
interface StreamInfo {
  length: number;
  "last-generated-id": string;
  "first-entry": StreamEntry | null;
  "last-entry": StreamEntry | null;
}

/** No stream ends there. */
const NOWHERE = -1;

type StreamRedis = RedisConnection & { appendMessages(key: string, ...args: (string | number)[]): Promise<number> };

export function openStream(options: PublisherStreamOptions): PublisherStream {
  const { prefix, publisher, heardBy, signer, trustedKeys } = options;
  const name = streamName(prefix, publisher);
  const redis = options.redis as StreamRedis;
  redis.defineCommand("appendMessages", { numberOfKeys: 1, lua: APPEND });
  const entries = (from: string, to: string, count: number) =>
    redis.xrange(name, from, to, "COUNT", count) as Promise<StreamEntry[]>;
  const reader = createBatchReader({ ...options, range: (from, to) => entries(from, to, LARGEST_BATCH) });

  // Also services that this version does not know as listeners: the next version may have begun to listen.
  const known = new Set([...heardBy, ...trustedKeys.keys.map(({ kid }) => kid)]);

  async function acknowledged(end: number): Promise<Map<string, number>> {
    const groups = (await redis.xinfo("GROUPS", name)) as unknown[][];
    const acked = new Map<string, number>();
    for (const fields of groups) {
      const info = Object.fromEntries(pairs(fields)) as Record<string, string>;
      // Whoever can write to Redis can make others.
      if (!known.has(String(info.name))) continue;
      const pending = (await redis.xpending(name, String(info.name))) as [number, string | null, ...unknown[]];
      const seq = pending[1] ? sequence(pending[1]) - 1 : sequence(String(info["last-delivered-id"]));
      acked.set(String(info.name), Math.min(seq, end));
    }
    return acked;
  }

  const streamInfo = async () =>
    Object.fromEntries(pairs((await redis.xinfo("STREAM", name)) as unknown[])) as unknown as StreamInfo;

  async function isWhole(end: number, verified: number): Promise<boolean> {
    const info = await streamInfo();
    if (info["first-entry"] === null) return false;
    const first = sequence(info["first-entry"][0]);
    // Numbers have no gaps.
    if (info.length !== sequence(info["last-generated-id"]) - first + 1) return false;
    const acked = await acknowledged(end);
    // A group that has taken nothing yet begins with what there is.
    const start = Math.min(end, ...heardBy.map((group) => (acked.get(group) || first - 1) + 1));
    if (start < first) return false;
    let seq = Math.min(end, Math.max(start, verified + 1));
    while (seq <= end) {
      const some = await entries(entryId(seq), entryId(end), LARGEST_BATCH);
      const texts = await reader.read(some);
      if (some.length === 0) return false;
      for (const [index, [id]] of some.entries()) if (id !== entryId(seq++) || texts[index] === undefined) return false;
    }
    return true;
  }

  return {
    name,
    last: async () => {
      // With the script that appends: whoever may not append learns it before there is a message.
      if ((await redis.appendMessages(name, NOWHERE)) === 0) return undefined;
      const { "last-generated-id": end, "last-entry": entry } = await streamInfo();
      return { seq: sequence(end), text: valueOf(entry?.[1] ?? null, FIELDS.text) ?? "" };
    },
    append: (expected, first, texts) => {
      const numbered = texts.flatMap((text, index) => [first + index, text]);
      const signature = signBatch(signer, name, first, texts);
      return redis.appendMessages(name, expected, batchLabel(first, texts.length), signature, ...numbered);
    },
    isWhole,
    acknowledged: async (end) => ((await redis.exists(name)) === 0 ? new Map() : acknowledged(end)),
    trim: async (before) => {
      const [oldest] = await entries(entryId(before), "+", 1);
      if (oldest) await redis.xtrim(name, "MINID", Math.min(before, firstOfBatch(oldest)));
    },
    delete: async () => void (await redis.del(name)),
  };
}

function sequence(id: string): number {
  return Number(id.split("-")[0]);
}

function pairs(fields: unknown[]): [string, unknown][] {
  const result: [string, unknown][] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) result.push([String(fields[i]), fields[i + 1]]);
  return result;
}
