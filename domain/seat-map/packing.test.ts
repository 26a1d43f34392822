import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { packChanges, packStates, packVersions, unpackChanges, unpackStates, unpackVersions } from "./packing.ts";
import { readVarints } from "./varint.ts";

const hex = (packed: string) => Buffer.from(packed, "base64").toString("hex");

test("states are two bits a seat, the first seat in the lowest bits", () => {
  expect(hex(packStates(Uint8Array.of(0, 1, 2, 3, 2)))).toBe("e402");
  expect(packStates(new Uint8Array())).toBe("");
});

test("versions are runs: a length and a version", () => {
  expect(hex(packVersions(Uint32Array.of(2, 2, 2, 300, 2)))).toBe("030201ac020102");
});

test("changes are sorted, and each says how far it is from the one before", () => {
  const changes = [
    { index: 131, code: 3, version: 1_000 },
    { index: 4, code: 1, version: 4 },
    { index: 5, code: 1, version: 4 },
  ];
  // 4 × 4 + 1; 0 × 4 + 1; 125 × 4 + 3 = 503.
  expect(hex(packChanges(changes))).toBe("11040104f703e807");
  expect(packChanges([])).toBe("");
});

test("whatever is packed is unpacked as it was", () => {
  const seats = 4_099;
  const codes = Uint8Array.from({ length: seats }, (_, index) => (index * 7_919) % 4);
  const versions = Uint32Array.from({ length: seats }, (_, index) => (index % 5 === 0 ? 2 ** 32 - 1 - index : 2));
  expect(unpackStates(packStates(codes), seats)).toEqual(codes);
  expect(unpackVersions(packVersions(versions), seats)).toEqual(versions);
  const changes = [0, 1, 2, 700, 999_998].map((index) => ({ index, code: index % 4, version: index * 2_000 }));
  expect(unpackChanges(packChanges(changes.toReversed()))).toEqual(changes);
});

test("bytes that end within a number are refused", () => {
  expect(() => readVarints(Uint8Array.of(0x80)).next()).toThrow(RangeError);
  expect(() => readVarints(Uint8Array.of(255, 255, 255, 255, 255, 1)).next()).toThrow(RangeError);
  expect(() => unpackVersions("", 1)).toThrow(RangeError);
});

test("the code for browsers in docs/seat-map.md applies changes, and keeps higher versions", () => {
  const text = readFileSync(new URL("../../docs/seat-map.md", import.meta.url), "utf8");
  const code = /```js\n(.*?)```/s.exec(text)![1]!;
  const packed = packChanges([
    { index: 4, code: 1, version: 4 },
    { index: 5, code: 2, version: 3 },
    { index: 131, code: 3, version: 1_000 },
  ]);
  const [states, versions] = [new Uint8Array(200), new Uint32Array(200).fill(2)];
  versions[5] = 6;
  runInNewContext(`${code}; apply(packed, states, versions)`, { packed, states, versions, atob });
  expect([states[4], versions[4], states[5], versions[5], states[131], versions[131]]).toEqual([1, 4, 0, 6, 3, 1_000]);
  expect(states.filter((state) => state !== 0)).toHaveLength(2);
});
