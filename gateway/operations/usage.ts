// Which operations clients send, counted and reported to the registry: changes of the schema are weighed by them. A report contains the
// operation's text without literals, and the client's name.
import { randomUUID } from "node:crypto";
import { Kind, print, stripIgnoredCharacters, visit, type DocumentNode } from "graphql";
import type { Logger } from "../../platform/telemetry/logger.ts";
import type { RegistryAccess } from "../supergraph/supergraph-source.ts";
import type { PreparedOperation } from "./operations.ts";

export interface Usage {
  /** @param client as it calls itself; empty if it does not */
  count(operation: PreparedOperation, client: string): void;
  /** Reports all counts so far. */
  stop(): Promise<void>;
}

export const noUsage: Usage = { count: () => {}, stop: async () => {} };

const REPORT_EVERY_MS = 5_000;
const REPORT_WITHIN_MS = 5_000;
/** Limit between two reports and while the registry is down, so that distinct operations can't fill the memory. */
const MOST_COUNTED = 2_000;
const MOST_COUNTED_CHARACTERS = 8_000_000;
const LARGEST_REPORT_CHARACTERS = 500_000;
/** Limits of the registry. */
const LONGEST_BODY = 100_000;
const LONGEST_NAME = 256;

interface SeenOperation {
  name: string | null;
  body: string;
  client: string;
  requests: number;
}

interface Report {
  /** The same for a retry, so that a report counts once. */
  id: string;
  operations: SeenOperation[];
}

/** By the client's name. */
interface Counted {
  name: string | null;
  clients: Map<string, number>;
}

const nameOf = ({ name }: PreparedOperation) => (name !== undefined && name.length <= LONGEST_NAME ? name : null);

/** The operation's minified text, with literals replaced. */
export function signatureOf(document: DocumentNode): string {
  const hidden = visit(document, {
    StringValue: (node) => ({ kind: Kind.STRING, value: "", loc: node.loc }),
    IntValue: (node) => ({ ...node, value: "0" }),
    FloatValue: (node) => ({ ...node, value: "0.0" }),
  });
  return stripIgnoredCharacters(print(hidden));
}

export function createUsage({ url, key, graphRef }: RegistryAccess, logger: Logger): Usage {
  let counted = new Map<string, Counted>();
  let size = { pairs: 0, characters: 0 };
  let uncounted = 0;
  let waiting: Report[] = [];
  let isAway = false;
  let reporting: Promise<void> = Promise.resolve();
  const signatures = new WeakMap<PreparedOperation, string>();

  function bodyOf(operation: PreparedOperation): string {
    let body = signatures.get(operation);
    if (body === undefined) signatures.set(operation, (body = signatureOf(operation.document)));
    return body;
  }

  /** Whether there is room for a client more, and for an operation that was not counted yet. */
  function hasRoom(body: string, isNew: boolean): boolean {
    const characters = size.characters + (isNew ? body.length : 0);
    if (body.length > LONGEST_BODY || size.pairs >= MOST_COUNTED || characters > MOST_COUNTED_CHARACTERS) return false;
    size = { pairs: size.pairs + 1, characters };
    return true;
  }

  /** Turns counts into reports; counting continues while they wait. */
  function collect(): Report[] {
    const reports: Report[] = [];
    let characters = Infinity;
    for (const [body, { name, clients }] of counted)
      for (const [client, requests] of clients) {
        characters += body.length;
        if (characters > LARGEST_REPORT_CHARACTERS) {
          reports.push({ id: randomUUID(), operations: [] });
          characters = body.length;
        }
        reports.at(-1)!.operations.push({ name, body, client, requests });
      }
    if (uncounted > 0) logger.warn({ uncounted }, "usage report: too many distinct operations, some are not counted");
    counted = new Map();
    size = { pairs: 0, characters: 0 };
    uncounted = 0;
    return reports;
  }

  async function send({ id, operations }: Report): Promise<void> {
    const response = await fetch(new URL("/usage", url), {
      method: "POST",
      headers: { "content-type": "application/json", "x-api-key": key },
      body: JSON.stringify({ id, ref: graphRef, operations }),
      signal: AbortSignal.timeout(REPORT_WITHIN_MS),
    });
    const isRefused = response.status === 400 || response.status === 413;
    // It would be refused again, and block all later reports.
    if (isRefused) logger.error({ status: response.status, answer: await response.text() }, "usage report lost");
    else if (!response.ok) throw new Error(`The registry answered ${response.status}: ${await response.text()}`);
  }

  async function report(): Promise<void> {
    if (waiting.length === 0) waiting = collect();
    try {
      while (waiting.length > 0) {
        await send(waiting[0]!);
        waiting.shift();
      }
      isAway = false;
    } catch (error) {
      if (!isAway) logger.warn({ err: error }, "the registry is unavailable: usage is reported later");
      isAway = true;
    }
  }

  const next = () => (reporting = reporting.then(report));
  const timer = setInterval(() => void next(), REPORT_EVERY_MS).unref();
  return {
    count: (operation, client) => {
      const body = bodyOf(operation);
      const known = counted.get(body);
      const before = known?.clients.get(client);
      if (before === undefined && !hasRoom(body, known === undefined)) return void (uncounted += 1);
      if (known) known.clients.set(client, (before ?? 0) + 1);
      else counted.set(body, { name: nameOf(operation), clients: new Map([[client, 1]]) });
    },
    stop: async () => {
      clearInterval(timer);
      await next();
      // Reports left over from the last time.
      if (!isAway) await next();
    },
  };
}
