// A new consumer group reads earlier messages from the publisher's outbox, page by page over HTTP, before its stream. The group is created
// in the stream first, so there is no gap; duplicates are handled once.
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { JSONWebKeySet } from "jose";
import { Agent, request } from "undici";
import { envelopeSchema, type Envelope } from "../core/contracts.ts";
import type { Database } from "../postgres/database.ts";
import { sendJson, type Route } from "../http/http.ts";
import { signForService, type Caller, type Signer } from "../identity/identity.ts";
import { isSigned, keysOf, signBatch } from "./signed-batches.ts";
import { LARGEST_BATCH } from "./transport.ts";
import { row, rows, sql } from "../postgres/sql.ts";
import type { Logger } from "../telemetry/logger.ts";
import { ArchiveUnreadable } from "./archives.ts";
import { createOutboxHistory } from "./outbox-history.ts";
import { createOutboxReader, type Ask } from "./outbox-reader.ts";
import { createProgress } from "./progress.ts";

const PATH = "/messages";
const SIGNATURE = "batch-signature";
/** Marks the last page, after which no earlier message can appear. */
const IS_END = "batch-is-end";
const DEADLINE_MS = 10_000;

/** Part of the signed data: a page of one publisher's outbox, for one group, and whether it is the last. */
const pageName = (publisher: string, group: string, isEnd: boolean) =>
  `outbox of ${publisher} for ${group}, ${isEnd ? "its end" : "not its end"}`;

/** Serves the outbox to its consumer groups: `GET /messages?after=ID`, one envelope a line. */
export function backfillRoute(options: {
  subgraph: string;
  consumers: readonly string[];
  database: Database;
  signer: Signer;
  archiveDir?: string | undefined;
  logger: Logger;
  callerOf(request: IncomingMessage): Promise<Caller>;
}): Route {
  const { subgraph, consumers, database, signer, archiveDir, logger, callerOf } = options;
  const ask: Ask = (_, statement) => rows(database.read(), statement);
  const reader = createOutboxReader(ask);
  const history = createOutboxHistory(database.read, reader, archiveDir && path.join(archiveDir, subgraph));
  return {
    method: "GET",
    path: PATH,
    handle: async (incoming, response, url) => {
      const caller = await callerOf(incoming);
      if (caller.kind !== "service" || !consumers.includes(caller.name))
        return sendJson(response, 403, { error: "Only consumers of these messages may read them." });
      const after = Number(url.searchParams.get("after") ?? NaN);
      if (!Number.isSafeInteger(after) || after < 0)
        return sendJson(response, 400, { error: "Set `after` to the id of a message, or to 0." });
      const page = await history.read(after, LARGEST_BATCH).catch((error: unknown) => {
        if (!(error instanceof ArchiveUnreadable)) throw error;
        logger.error({ err: error, group: caller.name }, "backfill: an archive can't be read");
      });
      if (!page)
        return sendJson(response, 503, { error: "These messages are archived, and the archive can't be read." });
      const { messages, isBlocked } = page;
      const isEnd = messages.length === 0 && !isBlocked;
      if (isEnd) await createProgress(ask, reader, consumers).register(caller.name, after);
      const texts = messages.map(({ id, ...message }, index) =>
        JSON.stringify({ ...message, seq: id, after: messages[index - 1]?.id ?? after } satisfies Envelope),
      );
      response.writeHead(200, {
        "content-type": "application/jsonl",
        [SIGNATURE]: signBatch(signer, pageName(subgraph, caller.name, isEnd), after, texts),
        [IS_END]: String(isEnd),
      });
      response.end(texts.join("\n"));
    },
  };
}

export interface Backfill {
  /**
   * Reads the next page. "ended": the stream has all later messages. @throws Error if the publisher does not answer, or the signature is
   * invalid
   */
  read(publisher: string, take: (envelopes: Envelope[]) => Promise<void>): Promise<"ended" | "some" | "wait">;
  stop(): Promise<void>;
}

export interface BackfillOptions {
  subgraph: string;
  publishers: readonly string[];
  /** URLs of publishers' GraphQL endpoints; without one, a group starts at its stream. */
  from: Record<string, string>;
  database: Database;
  signer: Signer;
  trustedKeys: JSONWebKeySet;
}

export function createBackfill(options: BackfillOptions): Backfill {
  const { subgraph, publishers, from, database, signer, trustedKeys } = options;
  const agent = new Agent({ connections: 1, headersTimeout: DEADLINE_MS, bodyTimeout: DEADLINE_MS });
  let noted: Promise<unknown> | undefined;

  /** A group that handled messages under the previous version has had all of them. */
  function note(): Promise<unknown> {
    noted ??= rows(
      database.read(),
      sql`insert into backfill (publisher, ended_at)
          select publisher, case when exists (select from inbox) and not exists (select from backfill) then now() end
          from unnest(${publishers}::text[]) as p(publisher) on conflict do nothing`,
    ).catch((error: unknown) => {
      noted = undefined;
      throw error;
    });
    return noted;
  }

  async function page(publisher: string, after: number): Promise<{ envelopes: Envelope[]; isEnd: boolean }> {
    const url = new URL(PATH, from[publisher]);
    url.searchParams.set("after", String(after));
    const token = await signForService(signer, publisher);
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      headers: { authorization: `Bearer ${token}` },
    });
    const lines = await text(body);
    if (statusCode !== 200) throw new Error(`${publisher} answered ${statusCode}: ${lines}`);
    const texts = lines === "" ? [] : lines.split("\n");
    const isEnd = headers[IS_END] === "true";
    const signed = [pageName(publisher, subgraph, isEnd), after, texts, String(headers[SIGNATURE])] as const;
    if (!isSigned(keysOf(publisher, trustedKeys), ...signed)) throw new Error(`${publisher} did not sign its answer.`);
    return { envelopes: texts.map((line) => envelopeSchema.parse(JSON.parse(line))), isEnd };
  }

  return {
    read: async (publisher, take) => {
      if (!(publisher in from)) return "ended";
      await note();
      const at = await row<{ readTo: number; endedAt: Date | null }>(
        database.read(),
        sql`select read_to, ended_at from backfill where publisher = ${publisher}`,
      );
      if (!at || at.endedAt) return "ended";
      const { envelopes, isEnd } = await page(publisher, at.readTo);
      if (envelopes.length > 0) await take(envelopes);
      const readTo = envelopes.at(-1)?.seq ?? at.readTo;
      await rows(
        database.read(),
        sql`update backfill set read_to = greatest(read_to, ${readTo}), ended_at = case when ${isEnd} then now() end
            where publisher = ${publisher} and ended_at is null`,
      );
      if (isEnd) return "ended";
      return envelopes.length > 0 ? "some" : "wait";
    },
    stop: () => agent.destroy(),
  };
}
