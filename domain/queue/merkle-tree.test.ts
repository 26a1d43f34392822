import { createHash } from "node:crypto";
import fc from "fast-check";
import { packEntries } from "./entries.ts";
import { hashOfLeaf, MerkleTree, merkleTreeOf, provesInclusion, type Inclusion } from "./merkle-tree.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const treeOf = (leaves: readonly Uint8Array[]) => new MerkleTree(Buffer.concat(leaves.map(hashOfLeaf)));

/** Test vectors of Certificate Transparency: roots of the first 0 to 8 of these leaves. */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
  (leaf) => Buffer.from(leaf, "hex"),
);
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
/** Index, size, proof. */
const PROOFS: [number, number, string[]][] = [
  [
    0,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    5,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    1,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];

test.each(ROOTS.map((root, size) => [size, root] as const))("the root of %d leaves is %s", (size, root) => {
  expect(hex(treeOf(LEAVES.slice(0, size)).root)).toBe(root);
});

test.each(PROOFS)("the proof of leaf %d of %d is that of Certificate Transparency", (index, size, proof) => {
  const tree = treeOf(LEAVES.slice(0, size));
  expect(tree.proof(index).map(hex)).toEqual(proof);
  const given = proof.map((one) => Buffer.from(one, "hex"));
  expect(provesInclusion({ leaf: LEAVES[index]!, index, size, proof: given, root: tree.root })).toBe(true);
});

/** The definition of RFC 6962, section 2.1, word for word. */
function recursiveRoot(leaves: readonly Uint8Array[]): Buffer {
  const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]!);
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Buffer.of(1), recursiveRoot(leaves.slice(0, half)), recursiveRoot(leaves.slice(half)));
}

const manyLeaves = fc.uniqueArray(fc.uint8Array({ minLength: 16, maxLength: 16 }), {
  minLength: 1,
  maxLength: 300,
  selector: hex,
});

test("the root is that of the recursive definition", () => {
  fc.assert(
    fc.property(manyLeaves, (leaves) => {
      expect(hex(treeOf(leaves).root)).toBe(hex(recursiveRoot(leaves)));
    }),
  );
});

/** Each a wrong variant of a valid proof. */
function forgeries(valid: Inclusion): Inclusion[] {
  const { leaf, index, size, proof, root } = valid;
  const changed = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 0 ? byte ^ 1 : byte));
  const other = Buffer.alloc(32, 7);
  return [
    { ...valid, leaf: changed(leaf) },
    { ...valid, root: changed(root) },
    { ...valid, proof: [...proof, other] },
    { ...valid, proof: [other, ...proof] },
    ...proof.flatMap((one, at) => [
      { ...valid, proof: proof.with(at, changed(one)) },
      { ...valid, proof: proof.toSpliced(at, 1) },
      { ...valid, proof: proof.with(at, one.subarray(0, 31)) },
    ]),
    { ...valid, index: size },
    { ...valid, index: -1 },
    { ...valid, index: index + 0.5 },
    { ...valid, size: index },
  ];
}

test("in trees of 1 to 100 leaves each leaf has a proof, and no proof is valid for another leaf or with another hash", () => {
  const all = Array.from({ length: 100 }, (_, index) => createHash("sha256").update(`leaf ${index}`).digest());
  for (let size = 1; size <= 100; size++) {
    const leaves = all.slice(0, size);
    const tree = treeOf(leaves);
    for (const [index, leaf] of leaves.entries()) {
      const valid: Inclusion = { leaf, index, size, proof: tree.proof(index), root: tree.root };
      expect(valid.proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      const others = [index - 1, index + 1, size - 1 - index].filter((other) => other !== index);
      const wrong = [...forgeries(valid), ...others.map((other) => ({ ...valid, index: other }))];
      expect([size, index, provesInclusion(valid), wrong.filter(provesInclusion)]).toEqual([size, index, true, []]);
    }
    expect(() => tree.proof(size)).toThrow(RangeError);
  }
});

test("a node is no leaf: the two hash with different first bytes", () => {
  const leaves = LEAVES.slice(0, 2);
  const { root } = treeOf(leaves);
  const node = Buffer.concat(leaves.map(hashOfLeaf));
  expect(provesInclusion({ leaf: node, index: 0, size: 1, proof: [], root })).toBe(false);
});

test("a proof for one of a million entries has 20 hashes", () => {
  const leaves = Buffer.alloc(32_000_000);
  for (let index = 0; index < 1_000_000; index++) leaves.writeUInt32BE(index, index * 32);
  const tree = new MerkleTree(leaves);
  expect(tree.proof(123_456)).toHaveLength(20);
});

test("a leaf is the id of an entry, and its group and weight where there are any", () => {
  const ids = Buffer.concat([Buffer.alloc(16, 1), Buffer.alloc(16, 2)]);
  const classes = Buffer.of(0, 3, 1, 1);
  const plain = [ids.subarray(0, 16), ids.subarray(16)];
  const withClasses = plain.map((id, index) => Buffer.concat([id, classes.subarray(index * 2, index * 2 + 2)]));
  expect(merkleTreeOf(packEntries(ids)).root).toEqual(treeOf(plain).root);
  expect(merkleTreeOf(packEntries(ids, classes)).root).toEqual(treeOf(withClasses).root);
});
