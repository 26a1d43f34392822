// The hash chain of an audit log. The hash of an entry is the SHA-256 of its canonical form (RFC 8785, JSON Canonicalization Scheme), which has
// the hash of the entry before it. Entries have no numbers but safe integers, so the scheme is: keys in the order of their UTF-16 code units,
// and JSON.stringify without blanks.
import { createHash } from "node:crypto";

export type Detail = Record<string, string | number | boolean | null | (string | number)[]>;

export interface ChainEntry {
  /** ID of the organization, or `platform`. */
  chain: string;
  /** From 1, without gaps. */
  seq: number;
  /** RFC 3339 in UTC, with milliseconds: `2026-01-31T12:00:00.000Z`. */
  at: string;
  actor: string;
  actAs: string | null;
  action: string;
  subject: string;
  reason: string | null;
  detail: Detail;
  network: string | null;
  /** Hash of the entry before it; FIRST for the first. */
  prevHash: string;
}

export interface HashedEntry extends ChainEntry {
  /** Lower-case hexadecimal. */
  hash: string;
}

export const PLATFORM_CHAIN = "platform";

/** `prevHash` of the first entry. */
export const FIRST = "0".repeat(64);

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const of = value as Record<string, unknown>;
  // The default order is that of UTF-16 code units, as in the RFC.
  const members = Object.keys(of)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(of[key])}`);
  return `{${members.join(",")}}`;
}

export function hashOf(entry: ChainEntry): string {
  const { chain, seq, at, actor, actAs, action, subject, reason, detail, network, prevHash } = entry;
  const hashed: ChainEntry = { chain, seq, at, actor, actAs, action, subject, reason, detail, network, prevHash };
  return createHash("sha256").update(canonical(hashed)).digest("hex");
}

/** Appends to a chain whose last entry is `head`. */
export function appendTo<Entry extends Omit<ChainEntry, "seq" | "prevHash">>(
  head: { seq: number; hash: string },
  entries: readonly Entry[],
): (Entry & HashedEntry)[] {
  let { seq, hash } = head;
  return entries.map((entry) => {
    const linked = { ...entry, seq: ++seq, prevHash: hash };
    hash = hashOf(linked);
    return { ...linked, hash };
  });
}

export interface Head {
  chain: string;
  seq: number;
  hash: string;
}

export interface Fault {
  chain: string;
  /** Of the first entry that is wrong. */
  seq: number;
  why: string;
}

/** Checks the entries of chains, each in the order of its numbers; other chains may lie between them. */
export class ChainVerifier {
  readonly #heads = new Map<string, { seq: number; hash: string }>();
  readonly #faults = new Map<string, Fault>();
  readonly #expected = new Map<string, Head[]>();
  #entries = 0;

  /** @param heads remembered heads: each entry must be there, with this hash */
  constructor(heads: readonly Head[] = []) {
    for (const head of heads) this.#expected.set(head.chain, [...(this.#expected.get(head.chain) ?? []), head]);
  }

  add(entry: HashedEntry): void {
    this.#entries++;
    const { chain, seq, hash } = entry;
    if (this.#faults.has(chain)) return;
    const before = this.#heads.get(chain) ?? { seq: 0, hash: FIRST };
    const why = this.#wrong(entry, before);
    if (why !== undefined) this.#faults.set(chain, { chain, seq: before.seq + 1, why });
    this.#heads.set(chain, { seq, hash });
  }

  #wrong(entry: HashedEntry, before: { seq: number; hash: string }): string | undefined {
    if (entry.seq !== before.seq + 1) return `entry ${before.seq + 1} is expected, and ${entry.seq} follows`;
    if (entry.prevHash !== before.hash) return "prevHash is not the hash of the entry before it";
    if (hashOf(entry) !== entry.hash) return "hash is not that of the entry";
    const head = this.#expected.get(entry.chain)?.find(({ seq }) => seq === entry.seq);
    return head && head.hash !== entry.hash ? "hash differs from the remembered head" : undefined;
  }

  /** Call it after the last entry. */
  result(): { entries: number; heads: Head[]; faults: Fault[] } {
    const faults = new Map(this.#faults);
    for (const [chain, heads] of this.#expected) {
      const last = this.#heads.get(chain)?.seq ?? 0;
      const missing = heads.filter(({ seq }) => seq > last);
      if (missing.length > 0 && !faults.has(chain))
        faults.set(chain, {
          chain,
          seq: last + 1,
          why: `entries up to ${Math.max(...missing.map((one) => one.seq))} are missing`,
        });
    }
    return {
      entries: this.#entries,
      heads: [...this.#heads].map(([chain, head]) => ({ chain, ...head })),
      faults: [...faults.values()],
    };
  }
}
