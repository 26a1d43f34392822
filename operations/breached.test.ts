// Stolen passwords: a list of hashes becomes a file in which each of them is found.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openBreachedFile, problemOfBreachedFile } from "../subgraphs/users/credentials/breached-passwords.ts";
import { writeBreachedFile } from "./breached.ts";
import { ROOT } from "./topology.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha1 = (password: string) => createHash("sha1").update(password).digest("hex");
const at = (name: string) => path.join(folder, name);
function listOf(lines: string[], end = "\n"): string {
  writeFileSync(at("list"), lines.join(end));
  return at("list");
}

test("each listed password is found, and no other, however the list is ordered and written", async () => {
  const listed = Array.from({ length: 20_000 }, (_, index) => `stolen ${index}`);
  const lines = listed.map((password, index) => {
    const hash = sha1(password);
    return index % 2 === 0 ? `${hash.toUpperCase()}:${index}` : hash;
  });
  const list = listOf([...lines, ...lines.slice(0, 5), ""], "\r\n");
  expect(await writeBreachedFile(list, at("out"))).toBe(listed.length);
  expect(problemOfBreachedFile(at("out"))).toBeUndefined();
  expect(readFileSync(at("out"))).toHaveLength(8 * listed.length);
  const isBreached = openBreachedFile(at("out"));
  expect(listed.filter((password) => !isBreached(password))).toEqual([]);
  expect(listed.filter((password) => isBreached(`${password}!`))).toEqual([]);
  const sorted = listOf(lines.map((line) => line.toUpperCase()).sort());
  await writeBreachedFile(sorted, at("again"));
  expect(readFileSync(at("again")).equals(readFileSync(at("out")))).toBe(true);
});

test("a wrong line is named, an empty list refused, and the file before stays", async () => {
  await writeBreachedFile(listOf([sha1("one")]), at("out"));
  for (const [lines, message] of [
    [[sha1("two"), "", "not a hash"], /list, line 3: must be 40 hexadecimal digits/],
    [[`${sha1("two")}: 5`], /line 1/],
    [[], /has no hashes/],
  ] as const)
    await expect(writeBreachedFile(listOf([...lines]), at("out"))).rejects.toThrow(message);
  await expect(writeBreachedFile(at("missing"), at("out"))).rejects.toThrow(/ENOENT/);
  expect(openBreachedFile(at("out"))("one")).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["list", "out"]);
});

test("a file that cannot be used is named with its problem", async () => {
  await writeBreachedFile(listOf(Array.from({ length: 1_000 }, () => randomBytes(20).toString("hex"))), at("out"));
  const good = readFileSync(at("out"));
  const problemOf = (bytes: Uint8Array) => {
    writeFileSync(at("bad"), bytes);
    return problemOfBreachedFile(at("bad"));
  };
  expect(problemOf(good)).toBeUndefined();
  expect(problemOf(good.subarray(0, 8))).toBeUndefined();
  expect(problemOf(Buffer.concat([good.subarray(4_000), good.subarray(0, 4_000)]))).toMatch(/must name a sorted file/);
  expect(problemOf(good.toReversed())).toMatch(/must name a sorted file/);
  expect(problemOf(Buffer.alloc(8_000))).toMatch(/must name a sorted file/);
  for (const bytes of [Buffer.alloc(0), good.subarray(1)])
    expect(problemOf(bytes)).toMatch(/8-byte entries.*npm run breached/);
  expect(problemOfBreachedFile(at("missing"))).toMatch(/readable file .*missing/);
  expect(problemOfBreachedFile(folder)).toMatch(/8-byte entries/);
});

test("a file that is truncated while it is used fails, instead of allowing every password", async () => {
  await writeBreachedFile(listOf(["one", "two", "three"].map(sha1)), at("out"));
  const isBreached = openBreachedFile(at("out"));
  truncateSync(at("out"), 0);
  expect(() => isBreached("one")).toThrow("truncated");
});

test("`npm run breached` says what it has written, and what it lacks", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["operations/breached-main.ts", ...args], { cwd: ROOT, encoding: "utf8" });
  expect(run(listOf(["one", "two"].map(sha1)), at("out"))).toMatchObject({
    status: 0,
    stdout: `${at("out")} has 2 entries: set USERS_BREACHED_FILE to its path.\n`,
  });
  expect(run(at("list"))).toMatchObject({ status: 1, stderr: expect.stringContaining("npm run breached -- LIST OUT") });
});
