// The libraries of second factors are loaded by their first use, so that users starts as fast and as small as without them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { signingNames, systemEnvironment } from "./environment.ts";
import { ensureKeys } from "./keys.ts";
import { ROOT } from "./topology.ts";

const moduleAt = (file: string) => JSON.stringify(pathToFileURL(path.join(ROOT, file)).href);

/** Makes users as its process does, then options for a passkey, and tells how many modules of the libraries came with each. */
const COUNT = `import { registerHooks } from "node:module";
let count = 0;
registerHooks({ load(url, context, next) {
  if (/node_modules\\/(@simplewebauthn|@peculiar|otpauth|@noble)\\//.test(url)) count++;
  return next(url, context);
} });
const { subgraphs } = await import(${moduleAt("operations/subgraphs.ts")});
subgraphs.users(process.env);
const before = count;
const { requestOptions } = await import(${moduleAt("subgraphs/users/credentials/webauthn.ts")});
await requestOptions({ id: "localhost", origin: "http://localhost" }, "preferred", []);
console.log(JSON.stringify({ before, after: count }));
process.exit();`;

test("users starts without the libraries of second factors; the first passkey loads them", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-passkeys-"));
  const env = systemEnvironment({}, ensureKeys(folder, signingNames()), {
    redisUrl: "redis://127.0.0.1:9",
    redisPrefix: "unused",
    databaseUrl: () => "postgres://boxoffice@127.0.0.1:9/unused",
  });
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", COUNT], {
    env,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true, force: true });
  if (stdout === "") throw new Error(stderr);
  const { before, after } = JSON.parse(stdout) as { before: number; after: number };
  expect(before).toBe(0);
  expect(after).toBeGreaterThan(0);
});
