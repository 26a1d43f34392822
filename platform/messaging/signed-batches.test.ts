import { generateKeyPairSync, type KeyObject } from "node:crypto";
import fc from "fast-check";
import type { Signer } from "../identity/identity.ts";
import {
  batchLabel,
  createBatchReader,
  entryId,
  FIELDS,
  signBatch,
  streamName,
  type BatchReaderOptions,
  type StreamEntry,
} from "./signed-batches.ts";
import { LARGEST_BATCH } from "./transport.ts";

const pairs = Object.fromEntries(
  ["warehouse", "warehouse, before", "shop"].map((name) => [name, generateKeyPairSync("ed25519")]),
);
const signerOf = (pair: string, name = pair): Signer => ({ name, key: pairs[pair]!.privateKey });
const publicKey = (key: KeyObject, kid: string) => ({ ...key.export({ format: "jwk" }), kid });
const trusted = (...of: [pair: string, kid: string][]) => ({
  keys: of.map(([pair, kid]) => publicKey(pairs[pair]!.publicKey, kid)),
});
const BOTH = trusted(["warehouse", "warehouse"], ["shop", "shop"]);

function batch(
  signer: Signer,
  first: number,
  texts: string[],
  stream = streamName("test", "warehouse"),
): StreamEntry[] {
  const label = batchLabel(first, texts.length);
  const signature = signBatch(signer, stream, first, texts);
  return texts.map((text, index) => [
    entryId(first + index),
    [FIELDS.text, text, FIELDS.batch, label, ...(index === texts.length - 1 ? [FIELDS.signature, signature] : [])],
  ]);
}

/** What a reader makes of some entries of a stream, by default of all. */
async function read(stream: StreamEntry[], asked = stream, options: Partial<BatchReaderOptions> = {}) {
  const at = (id: string) => stream.findIndex(([other]) => other === id);
  const range = async (from: string, to: string) => stream.slice(at(from), at(to) + 1);
  const reader = createBatchReader({ prefix: "test", publisher: "warehouse", trustedKeys: BOTH, range, ...options });
  return reader.read(asked);
}

const TEXTS = ["a", "b", "c", "d"];
const WHOLE = batch(signerOf("warehouse"), 7, TEXTS);
const nothing = (entries: StreamEntry[]) => entries.map(() => undefined);

test("a batch that is read as a whole is checked without reading it again", async () => {
  const range = () => Promise.reject(new Error("not asked for"));
  expect(await read(WHOLE, WHOLE, { range })).toEqual(TEXTS);
});

test("batches are read, whole or entry by entry, also several in a row", async () => {
  expect(await read(WHOLE)).toEqual(TEXTS);
  for (const [index, entry] of WHOLE.entries()) expect(await read(WHOLE, [entry])).toEqual([TEXTS[index]]);
  const more = [...WHOLE, ...batch(signerOf("warehouse"), 11, ["e"]), ...batch(signerOf("warehouse"), 12, ["f", ""])];
  expect(await read(more)).toEqual([...TEXTS, "e", "f", ""]);
});

test.each<[string, StreamEntry[]]>([
  ["without a signature", [["7-0", [FIELDS.text, "a"]]]],
  ["that another service signed", batch(signerOf("shop"), 7, TEXTS)],
  ["of another stream", batch(signerOf("warehouse"), 7, TEXTS, streamName("test", "shop"))],
  ["of another system", batch(signerOf("warehouse"), 7, TEXTS, streamName("other", "warehouse"))],
  ["published again at other places", WHOLE.map(([id, fields]) => [entryId(Number(id.split("-")[0]) + 4), fields])],
  [
    "published again at other places, under their numbers",
    WHOLE.map(([, fields], index) => [
      entryId(11 + index),
      fields!.map((value) => (value === batchLabel(7, 4) ? batchLabel(11, 4) : value)),
    ]),
  ],
  ["with ids of other forms", WHOLE.map(([id, fields]) => [id.replace("-0", "-1"), fields])],
  ["without the first", WHOLE.slice(1)],
  ["without the last", WHOLE.slice(0, -1)],
  ["of which two have changed places", [1, 0, 2, 3].map((from, index) => [WHOLE[index]![0], WHOLE[from]![1]])],
  ["of which one was deleted", WHOLE.map(([id, fields], index) => [id, index === 2 ? null : fields])],
  ["of a batch that is too large", batch(signerOf("warehouse"), 1, Array<string>(LARGEST_BATCH + 1).fill("x"))],
  ["with a malformed signature", WHOLE.map(([id, fields]) => [id, fields!.slice(0, 5).concat(FIELDS.signature, "?")])],
])("entries %s are not read", async (_, entries) => {
  expect(await read(entries)).toEqual(nothing(entries));
});

test("a text can't be moved across the border of two entries", async () => {
  const [first] = batch(signerOf("warehouse"), 7, ["ab", "c"]);
  const moved: StreamEntry[] = [
    [first![0], [FIELDS.text, "a", FIELDS.batch, batchLabel(7, 2)]],
    [entryId(8), [FIELDS.text, "bc", ...batch(signerOf("warehouse"), 7, ["ab", "c"])[1]![1]!.slice(2)]],
  ];
  expect(await read(moved)).toEqual([undefined, undefined]);
});

test("a batch with a changed text is not read", async () => {
  const changes = fc.record({ at: fc.nat(3), text: fc.string() }).filter(({ at, text }) => text !== TEXTS[at]);
  await fc.assert(
    fc.asyncProperty(changes, async ({ at, text }) => {
      const changed = WHOLE.map(([id, fields], index): StreamEntry => [
        id,
        index === at ? [FIELDS.text, text, ...fields!.slice(2)] : fields,
      ]);
      expect(await read(changed)).toEqual(nothing(changed));
    }),
  );
});

test("batches of either key are read while both are trusted, and only those of the new key afterwards", async () => {
  const old = batch(signerOf("warehouse, before", "warehouse"), 7, TEXTS);
  const during = { trustedKeys: trusted(["warehouse, before", "warehouse"], ["warehouse", "warehouse"]) };
  expect([await read(old, old, during), await read(WHOLE, WHOLE, during)]).toEqual([TEXTS, TEXTS]);
  expect(await read(old)).toEqual(nothing(old));
});

test("unsigned entries are read until a given time, badly signed ones never", async () => {
  const unsigned: StreamEntry[] = [["7-0", [FIELDS.text, "a"]]];
  const from = (seconds: number) => ({ unsignedUntil: new Date(Date.now() + seconds * 1_000) });
  expect(await read(unsigned, unsigned, from(60))).toEqual(["a"]);
  expect(await read(unsigned, unsigned, from(-1))).toEqual([undefined]);
  const bad = batch(signerOf("shop"), 7, TEXTS);
  expect(await read(bad, bad, from(60))).toEqual(nothing(bad));
});
