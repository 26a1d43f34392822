import { execFileSync } from "node:child_process";
import { closeSync, fstatSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { changeKeys, ensureKeys } from "./keys.ts";
import { ROOT } from "./topology.ts";

const NAMES = ["gateway", "users"];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  ensureKeys(folder, NAMES);
});
afterEach(() => rmSync(folder, { recursive: true }));

const keyOf = (name: string) => readFileSync(path.join(folder, `${name}.pem`), "utf8");
const trusted = () => {
  const { keys } = JSON.parse(readFileSync(ensureKeys(folder, NAMES).trustedKeysFile, "utf8"));
  return (keys as { kid: string }[]).map(({ kid }) => kid);
};

test("a key is changed in three steps, each of which may be repeated, and both are trusted between", () => {
  const before = keyOf("gateway");
  for (const _ of [1, 2]) changeKeys(folder, ["gateway"], "add");
  expect([keyOf("gateway"), trusted()]).toEqual([before, ["gateway", "gateway", "users"]]);
  changeKeys(folder, ["gateway"], "use");
  const after = keyOf("gateway");
  changeKeys(folder, ["gateway"], "use");
  expect([after === before, keyOf("gateway") === after, trusted()]).toEqual([
    false,
    true,
    ["gateway", "gateway", "users"],
  ]);
  for (const _ of [1, 2]) changeKeys(folder, ["gateway"], "drop");
  expect([keyOf("gateway"), trusted()]).toEqual([after, NAMES]);
});

test("a step out of turn changes nothing, of nobody's key", () => {
  changeKeys(folder, ["gateway"], "add");
  const before = readdirSync(folder);
  expect(() => changeKeys(folder, NAMES, "use")).toThrow("users has no next key: add one");
  expect(readdirSync(folder)).toEqual(before);
  changeKeys(folder, ["gateway"], "use");
  expect(() => changeKeys(folder, ["gateway"], "add")).toThrow("drop the old key of gateway first");
  expect(() => changeKeys(folder, ["nobody"], "drop")).toThrow("There is no key of nobody");
});

test("a container's copy of a key is replaced by another whole file, never overwritten", () => {
  const own = path.join(folder, "copies", "orders");
  const copy = () => execFileSync(process.execPath, [path.join(ROOT, "operations/container-keys.ts"), folder, own]);
  copy();
  const file = path.join(own, "signing.pem");
  const before = openSync(file, "r");
  copy();
  expect([fstatSync(before).ino === statSync(file).ino, readFileSync(before, "utf8")]).toEqual([
    false,
    keyOf("orders"),
  ]);
  closeSync(before);
  expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual([keyOf("orders"), 0o600]);
  expect(readdirSync(own).sort()).toEqual(["signing.pem", "tickets.pem", "trusted.json"]);
});
