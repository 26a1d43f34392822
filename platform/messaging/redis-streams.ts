// A publisher's own stream in Redis. A signed batch is appended atomically, and only if the stream ends at the expected number.
import type { JSONWebKeySet } from "jose";
import type { Logger } from "../telemetry/logger.ts";
import { connectListener, connectRedis, type RedisConnection } from "../redis/redis.ts";
import { CHECK_STREAM, wakeChannel } from "./redis-channels.ts";
import { subscribeInRedis } from "./redis-subscriber.ts";
import {
  batchLabel,
  createBatchReader,
  entryId,
  FIELDS,
  firstOfBatch,
  signBatch,
  streamName,
  valueOf,
  type StreamEntry,
} from "./signed-batches.ts";
import { LARGEST_BATCH, type Publishing, type PublishOptions, type Transport } from "./transport.ts";

export interface RedisTransportOptions {
  redisUrl: string;
  redisPrefix: string;
  trustedKeys: JSONWebKeySet;
  /** Unsigned entries are accepted until then, for a rolling upgrade from a version that does not sign. */
  unsignedUntil?: Date | undefined;
  logger: Logger;
}

/** Streams in Redis, one for each publisher. */
export function createRedisTransport(options: RedisTransportOptions): Transport {
  return {
    publish: (own) => openStream({ ...options, ...own }),
    subscribe: (own) => subscribeInRedis({ ...options, ...own }),
  };
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
/** From XINFO STREAM. */
interface StreamInfo {
  length: number;
  "last-generated-id": string;
  "first-entry": StreamEntry | null;
  "last-entry": StreamEntry | null;
}

/** No stream ends there. */
const NOWHERE = -1;

type StreamRedis = RedisConnection & { appendMessages(key: string, ...args: (string | number)[]): Promise<number> };

function openStream(options: RedisTransportOptions & PublishOptions): Publishing {
  const { redisUrl, redisPrefix: prefix, publisher, consumers, signer, trustedKeys, logger } = options;
  const name = streamName(prefix, publisher);
  const redis = connectRedis(redisUrl, logger, "fails fast") as StreamRedis;
  const channel = wakeChannel(prefix, publisher);
  const listener = connectListener(redisUrl, logger);
  redis.defineCommand("appendMessages", { numberOfKeys: 1, lua: APPEND });
  const entries = (from: string, to: string, count: number) =>
    redis.xrange(name, from, to, "COUNT", count) as Promise<StreamEntry[]>;
  const reader = createBatchReader({ ...options, prefix, range: (from, to) => entries(from, to, LARGEST_BATCH) });

  // Includes groups that this version does not have: the next version may have new consumers.
  const known = new Set([...consumers, ...trustedKeys.keys.map(({ kid }) => kid)]);

  async function acknowledged(end: number): Promise<Map<string, number>> {
    const groups = (await redis.xinfo("GROUPS", name)) as unknown[][];
    const acked = new Map<string, number>();
    for (const fields of groups) {
      const info = Object.fromEntries(pairs(fields)) as Record<string, string>;
      // Anyone who can write to Redis can create others.
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
    // A new group begins at the start of the stream.
    const start = Math.min(end, ...consumers.map((group) => (acked.get(group) || first - 1) + 1));
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
    isThere: () => redis.status === "ready",
    last: async () => {
      // With the append script: a missing right is detected before the first message.
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
    wake: () => {
      if (redis.status === "ready") void redis.publish(channel, "").catch(() => {});
    },
    listen: (hear) => {
      listener.on("message", (_, what) => hear(what === CHECK_STREAM ? "doubted" : "woken"));
      void listener.subscribe(channel).catch(() => {});
      redis.on("ready", () => hear("back"));
    },
    stop: () => {
      redis.disconnect();
      listener.disconnect();
    },
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
