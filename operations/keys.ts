// Keys and secrets of a system on one machine, created once and stored in its data folder.
import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface Keys {
  /** Private key file by process name. */
  signingKeyFile(name: string): string;
  /** JWKS of all processes' public keys. */
  trustedKeysFile: string;
  /** The same random text at every call with this name. */
  secret(name: string): string;
}

/** Steps of a key change: the next key is trusted before its first use, and the old key while its signatures are in use. */
export const KEY_STEPS = ["add", "use", "drop"] as const;
export type KeyStep = (typeof KEY_STEPS)[number];

const fileOf = (folder: string, name: string, which: "" | ".next" | ".old" = "") =>
  path.join(folder, `${name}${which}.pem`);

/** Written atomically, so a crash leaves no partial key. */
function writeOnce(file: string, make: () => string): string {
  if (!existsSync(file)) writeWhole(file, make());
  return readFileSync(file, "utf8");
}

function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, file);
}

const newKey = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();

export function ensureKeys(folder: string, processes: string[]): Keys {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  for (const name of processes) writeOnce(fileOf(folder, name), newKey);
  const trustedKeysFile = path.join(folder, "trusted.json");
  writeWhole(trustedKeysFile, JSON.stringify({ keys: processes.flatMap((name) => trustedKeysOf(folder, name)) }));
  return {
    signingKeyFile: (name) => fileOf(folder, name),
    trustedKeysFile,
    secret: (name) => writeOnce(path.join(folder, `${name}.secret`), () => randomBytes(32).toString("base64url")),
  };
}

/**
 * One step of changing keys; after each, the processes are restarted. Idempotent.
 * @throws Error if it is not this step's turn for all of them; then nothing is changed
 */
export function changeKeys(folder: string, names: string[], step: KeyStep): void {
  for (const name of names) checkStep(folder, name, step);
  for (const name of names) {
    const [current, next, old] = [fileOf(folder, name), fileOf(folder, name, ".next"), fileOf(folder, name, ".old")];
    if (step === "add") writeOnce(next, newKey);
    else if (step === "drop") rmSync(old, { force: true });
    else if (existsSync(next)) {
      writeWhole(old, readFileSync(current, "utf8"));
      renameSync(next, current);
    }
  }
}

function checkStep(folder: string, name: string, step: KeyStep): void {
  const has = (which: "" | ".next" | ".old") => existsSync(fileOf(folder, name, which));
  if (!has("")) throw new Error(`There is no key of ${name} in ${folder}.`);
  if (step === "add" && has(".old"))
    throw new Error(`The previous key change is not finished: drop the old key of ${name} first.`);
  if (step === "use" && !has(".next") && !has(".old"))
    throw new Error(`${name} has no next key: add one, then restart the processes so that all of them trust it.`);
}

function trustedKeysOf(folder: string, name: string): Record<string, unknown>[] {
  const files = (["", ".next", ".old"] as const).map((which) => fileOf(folder, name, which));
  return files.filter((file) => existsSync(file)).map((file) => publicJwk(file, name));
}

function publicJwk(pemFile: string, kid: string) {
  const jwk = createPublicKey(readFileSync(pemFile)).export({ format: "jwk" });
  return { ...jwk, kid, alg: "EdDSA", use: "sig" };
}
