import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { changeKeys, ensureKeys } from "./keys.ts";

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
  expect(() => changeKeys(folder, NAMES, "use")).toThrow("There is no next key of users: add one first");
  expect(readdirSync(folder)).toEqual(before);
  changeKeys(folder, ["gateway"], "use");
  expect(() => changeKeys(folder, ["gateway"], "add")).toThrow("drop the old key of gateway first");
  expect(() => changeKeys(folder, ["nobody"], "drop")).toThrow("There is no key of nobody");
});
