// Servers that are measured in turn, under the same load.
import type { ChildProcess } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { measure, type Measured, type Sent } from "./load.ts";

/** Short turns, so that other load on the machine affects all contenders equally. */
const TURN_SECONDS = 1;
const TURNS_A_ROUND = 3;
/** What is compiled while it runs must have been. */
const WARM_UP_SECONDS = 6;
export const AT_ONCE = 32;

export interface Contender {
  name: string;
  url: string;
  process: ChildProcess;
  /** Of each of the clients that are there at once, in turn. */
  headers: readonly Record<string, string>[];
}

export const NO_HEADERS = [{}];

export const at = (port: number, pathname = "/graphql") => `http://127.0.0.1:${port}${pathname}`;

export const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** People who have signed in, as users would say. */
export async function signIn(count: number): Promise<{ headers: Record<string, string>[]; jwks: string }> {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const tokenOf = (index: number) =>
    new SignJWT({ sid: `session-${index}` })
      .setProtectedHeader({ alg: "EdDSA", kid: "bench", typ: "at+jwt" })
      .setSubject(String(index))
      .setIssuer("boxoffice-users")
      .setAudience("boxoffice")
      .setExpirationTime("6h")
      .sign(privateKey);
  const tokens = await Promise.all(Array.from({ length: count }, (_, index) => tokenOf(index)));
  const jwk = { ...(await exportJWK(publicKey)), kid: "bench", alg: "EdDSA", use: "sig" };
  return {
    headers: tokens.map((token) => ({ authorization: `Bearer ${token}` })),
    jwks: JSON.stringify({ keys: [jwk] }),
  };
}

/** The answer with its keys in order; waits until the server is up. */
export async function answerOf({ name, url, headers }: Contender, body: string): Promise<string> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers[0] },
        body,
      });
      const json = (await answer.json()) as { data?: unknown; errors?: unknown };
      if (json.errors || !json.data) throw new Error(JSON.stringify(json.errors));
      return JSON.stringify(sorted({ data: json.data }));
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`${name} is not available at ${url}.`, { cause: error });
      await delay(200);
    }
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** @param bodyOf the body of a request, by its number */
export async function inTurn(
  contenders: Contender[],
  bodyOf: (request: number) => string,
  rounds: number,
): Promise<Record<string, Measured[]>> {
  const measured: Record<string, Measured[]> = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  let count = 0;
  for (let turn = 0; turn <= rounds * TURNS_A_ROUND; turn++) {
    for (const { name, url, process: child, headers } of contenders) {
      const next = (client: number): Sent => ({
        headers: { "content-type": "application/json", ...headers[client % headers.length] },
        body: bodyOf((count += 1)),
      });
      const target = { url, pid: child.pid!, next };
      const result = await measure(target, turn === 0 ? WARM_UP_SECONDS : TURN_SECONDS, AT_ONCE);
      if (turn > 0) measured[name]!.push(result);
    }
  }
  return measured;
}
