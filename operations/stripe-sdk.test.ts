// Without a key of Stripe's, no process loads Stripe's SDK.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { signingNames, systemEnvironment } from "./environment.ts";
import { ensureKeys } from "./keys.ts";
import { ROOT } from "./topology.ts";

const moduleAt = (file: string) => JSON.stringify(pathToFileURL(path.join(ROOT, file)).href);

const KEYS = { STRIPE_SECRET_KEY: "sk_test_none", STRIPE_WEBHOOK_SECRET: "whsec_none" };

/** Makes all that processes make before they connect to anything, and serves a payment; then the same for payments with a key of Stripe's. */
const COUNT = `import { registerHooks } from "node:module";
let count = 0;
registerHooks({ load(url, context, next) {
  if (url.includes("/node_modules/stripe/")) count++;
  return next(url, context);
} });
const { subgraphs } = await import(${moduleAt("operations/subgraphs.ts")});
for (const create of Object.values(subgraphs)) create(process.env);
for (const file of [${["gateway/gateway.ts", "registry/server.ts", "local/stand-ins/mail-catcher.ts"].map(moduleAt).join()}])
  await import(file);
const { startProvider } = await import(${moduleAt("local/stand-ins/provider.ts")});
const secret = process.env.PAYMENTS_PROVIDER_SECRET;
const options = { host: "127.0.0.1", port: 0, secrets: [secret], webhookUrl: "http://127.0.0.1:9/", logLevel: "silent" };
const provider = await startProvider({ ...options, deliver: () => {} });
const answer = await fetch(provider.url + "/v1/payment_intents", {
  method: "POST",
  headers: { authorization: "Bearer sk_test_" + secret },
  body: new URLSearchParams({ amount: "100", currency: "eur", payment_method: "pm_card_visa" }),
});
const without = count;
subgraphs.payments({ ...process.env, ...${JSON.stringify(KEYS)} });
console.log(JSON.stringify({ status: answer.status, without, with: count }));
process.exit();`;

test("Stripe's SDK is loaded with a key of Stripe's, and without one by no process", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-sdk-"));
  try {
    const env = systemEnvironment({}, ensureKeys(folder, signingNames()), {
      redisUrl: "redis://127.0.0.1:9",
      redisPrefix: "unused",
      databaseUrl: () => "postgres://127.0.0.1:9/unused",
    });
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", COUNT], {
      encoding: "utf8",
      env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    });
    expect(stderr).toBe("");
    const counts = JSON.parse(stdout) as { status: number; without: number; with: number };
    expect(counts).toEqual({ status: 200, without: 0, with: expect.any(Number) as number });
    expect(counts.with).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
