// Proof of work for joins: what a challenge and its check cost this process, beside altcha-lib; and what a solution costs a native program and
// a browser on this machine at a quarter of its speed.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createChallenge, verifySolution, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { chromium } from "playwright-core";
import { createProofOfWork, WORK } from "../../subgraphs/seating/engine/queue/proof-of-work.ts";
import { deriveNatively, proofOf, solutionOf } from "../../testkit/proof-of-work.ts";
import { sideBySide } from "../side-by-side.ts";

const TIMES = 5_000;
const TRIES = 2_000;
const THROTTLE = 4;
/** On average; of ten solutions nine take at most ln 10 times as many. */
const TRIES_OF_SOLUTION = 16 ** WORK.keyPrefix.length;
const AT_P90 = Math.log(10);
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const OF = { eventId: "018f2f6e-7c3a-7b1e-9d4c-2a6b8c0e1f23", userId: "018f2f6e-7c3a-7b1e-9d4c-2a6b8c0e1f24" };

/** CPU of this process, for one of `TIMES`. */
async function cpuOf(work: () => unknown): Promise<{ micros: number }> {
  const before = process.cpuUsage();
  for (let i = 0; i < TIMES; i++) await work();
  const { user, system } = process.cpuUsage(before);
  return { micros: (user + system) / TIMES };
}

export async function benchWork(rounds: number): Promise<Record<string, number | null>> {
  const work = createProofOfWork(["a secret of this measurement that is long enough"]);
  const text = work.challenge(OF);
  const challenge = JSON.parse(text) as Challenge;
  const solution = await solutionOf(text);
  const proof = proofOf(challenge, solution);
  if (!work.isProof(proof, OF)) throw new Error("The solution is no proof.");
  const hmacSignatureSecret = "a key of this measurement that is long enough";
  const theirs = () => createChallenge({ ...WORK, deriveKey, hmacSignatureSecret, data: { ...OF } });
  const theirChallenge = await theirs();
  const salt = Buffer.alloc(16, 1);
  const { make, check, altchaMake, altchaCheck, tryNatively } = await sideBySide(rounds, {
    make: () => cpuOf(() => work.challenge(OF)),
    check: () => cpuOf(() => work.isProof(proof, OF)),
    altchaMake: () => cpuOf(theirs),
    // It derives the key, and finds that it is another one.
    altchaCheck: () =>
      cpuOf(() => verifySolution({ challenge: theirChallenge, solution, deriveKey, hmacSignatureSecret })),
    tryNatively: () => cpuOf(() => deriveNatively(challenge.parameters, salt, Buffer.alloc(20, 2))),
  });
  const browserTryMicros = CHROMIUM ? await triesInBrowser(CHROMIUM) : null;
  return {
    makeMicros: Math.round(make.micros),
    checkMicros: Math.round(check.micros),
    altchaMakeMicros: Math.round(altchaMake.micros),
    altchaCheckMicros: Math.round(altchaCheck.micros),
    nativeSolveMs: Math.round((tryNatively.micros * TRIES_OF_SOLUTION) / 1_000),
    throttledSolveP90Ms:
      browserTryMicros === null ? null : Math.round((browserTryMicros * TRIES_OF_SOLUTION * AT_P90) / 1_000),
  };
}

/** Of a try by WebCrypto, as pages do it, at a quarter of the speed. */
async function triesInBrowser(executablePath: string): Promise<number> {
  // WebCrypto is there for pages of localhost.
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end("<title>x</title>"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
    const { cost, keyLength } = WORK;
    return await page.evaluate(
      `(async () => {
        const [password, salt] = [new Uint8Array(20), new Uint8Array(16)];
        const begun = performance.now();
        for (let i = 0; i < ${TRIES}; i++) {
          password[0] = i;
          const key = await crypto.subtle.importKey("raw", password, { name: "PBKDF2" }, false, ["deriveBits"]);
          await crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations: ${cost}, hash: "SHA-256" }, key, ${8 * keyLength});
        }
        return ((performance.now() - begun) * 1000) / ${TRIES};
      })()`,
    );
  } finally {
    await browser.close();
    server.close();
  }
}
