// Keys and secrets of a system on one machine, made once and kept under its data folder.
import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface Keys {
  /** Private key file by process name. */
  signingKeyFile(name: string): string;
  /** JWKS of all processes' public keys. */
  trustedKeysFile: string;
  /** The same random text at every call with this name. */
  secret(name: string): string;
}

/** Written whole or not at all: a killed start leaves no half a key. */
function writeOnce(file: string, make: () => string): string {
  if (!existsSync(file)) {
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, make(), { mode: 0o600 });
    renameSync(unfinished, file);
  }
  return readFileSync(file, "utf8");
}

export function ensureKeys(folder: string, processes: string[]): Keys {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const signingKeyFile = (name: string) => path.join(folder, `${name}.pem`);
  const publicKeys = processes.map((name) => {
    writeOnce(signingKeyFile(name), () =>
      generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    );
    const jwkFile = path.join(folder, `${name}.jwk`);
    return JSON.parse(writeOnce(jwkFile, () => JSON.stringify(publicJwk(signingKeyFile(name), name))));
  });
  const trustedKeysFile = path.join(folder, "trusted.json");
  writeFileSync(trustedKeysFile, JSON.stringify({ keys: publicKeys }));
  return {
    signingKeyFile,
    trustedKeysFile,
    secret: (name) => writeOnce(path.join(folder, `${name}.secret`), () => randomBytes(32).toString("base64url")),
  };
}

function publicJwk(pemFile: string, kid: string) {
  const jwk = createPublicKey(readFileSync(pemFile)).export({ format: "jwk" });
  return { ...jwk, kid, alg: "EdDSA", use: "sig" };
}
