// `npm run bench -- abuse`: more than a hundred ways to hurt, again and again, floods and slow connections beside them, while
// ordinary clients continue. Each must end in the error that it deserves, and the others must hardly notice. Attackers share the machine
// with everything else, so the same floods also hit a decoy: what clients notice of that is the attackers' own use of CPU.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "undici";
import { connectClient } from "../../local/client.ts";
import { withSystem } from "../../testkit/temporary-system.ts";
import { holdBestAvailable, openShow, signUp } from "../../local/fixtures.ts";
import { median, quantile } from "../statistics.ts";
import { accountVsAddress, fromManyAddresses } from "./account-vs-address.ts";
import type { Attack } from "./attackers-main.ts";

/** Ordinary clients, each from an address of its own and well within what one may ask for. */
const CLIENTS = 20;
const CLIENT_EVERY_MS = 125;
const PHASE_SECONDS = 15;
const WITHIN_MS = 1_000;

export function benchAbuse(rounds: number): Promise<Record<string, unknown>> {
  const env = {
    LOG_LEVEL: "warn",
    GATEWAY_EXEMPT_LOOPBACK: "off",
    // Everybody says where they come from, as if a proxy did.
    GATEWAY_TRUSTED_PROXIES: "1",
  };
  return withSystem(env, ({ url }) => abuse(url, rounds));
}

async function abuse(url: string, rounds: number): Promise<Record<string, unknown>> {
  const connect = (token?: string) => connectClient(url, token);
  const show = await openShow(connect);
  const [guesser, trier] = [await signUp(connect), await signUp(connect)];
  const hold = await holdBestAvailable(trier.client, show.eventId, 1);
  const accounts = {
    password: { token: guesser.client.token },
    codes: { token: trier.client.token, holdId: hold.id },
  };
  const startOn = (kind: "hostile" | "floods", target: string) =>
    startAttackers([kind, target, show.eventId, JSON.stringify(accounts)]);
  const decoy = fork(fileURLToPath(new URL("./decoy-main.ts", import.meta.url)));
  const [decoyUrl] = (await once(decoy, "message")) as [string];
  const floodsElsewhere = await startOn("floods", decoyUrl);
  const attackers = await Promise.all([startOn("hostile", url), startOn("floods", url)]);
  const pool = new Pool(new URL(url).origin, { connections: 64 });
  const ask = (from: string) =>
    pool.request({
      method: "POST",
      path: "/graphql",
      headers: { "content-type": "application/json", "x-forwarded-for": from },
      body: JSON.stringify({
        query: "query Look($id: ID!) { event(id: $id) { id name organization { name } availability { available } } }",
        variables: { id: show.eventId },
      }),
    });

  /** Ordinary life; says how long each had to wait. */
  async function ordinary(): Promise<number[]> {
    const waits: number[] = [];
    const running: Promise<void>[] = [];
    const until = performance.now() + PHASE_SECONDS * 1_000;
    const clients = Array.from({ length: CLIENTS }, async (_, at) => {
      await delay((CLIENT_EVERY_MS * at) / CLIENTS);
      for (; performance.now() < until; await delay(CLIENT_EVERY_MS)) {
        const begun = performance.now();
        const answered = ask(`192.0.2.${at}`).then(async ({ statusCode, body }) => {
          const { errors } = (await body.json()) as { errors?: unknown };
          if (statusCode !== 200 || errors) throw new Error(`An ordinary client was refused: ${statusCode}.`);
          waits.push(performance.now() - begun);
        });
        running.push(answered);
      }
    });
    await Promise.all(clients);
    await Promise.all(running);
    return waits;
  }

  await ordinary();
  const quiet: number[] = [];
  const elsewhere: number[] = [];
  const attacked: number[] = [];
  const attacks: Attack[] = [];
  for (let round = 0; round < rounds; round++) {
    quiet.push(quantile(await ordinary(), 0.99));
    floodsElsewhere.start();
    elsewhere.push(quantile(await ordinary(), 0.99));
    await floodsElsewhere.stop();
    for (const { start } of attackers) start();
    attacked.push(quantile(await ordinary(), 0.99));
    attacks.push(...(await Promise.all(attackers.map(({ stop }) => stop()))));
  }
  for (const { kill } of [...attackers, floodsElsewhere]) kill();
  decoy.kill();
  const guesses = {
    fromManyAddresses: await accountVsAddress(url, "192.0.2.200", fromManyAddresses),
    fromLoopback: await accountVsAddress(url, "192.0.2.200", () => undefined),
  };
  await pool.destroy();
  const refusals = attacks.flatMap((attack) => attack.refusals);
  const slow = attacks.flatMap((attack) => attack.slow);
  const wrong = [...refusals, ...slow].filter(({ deserved, got }) => deserved !== got);
  return {
    ways: attacks[0]!.ways,
    hostile: refusals.length + slow.length,
    wrong: wrong.length,
    wrongExamples: [...new Map(wrong.map((one) => [one.name, one])).values()].slice(0, 100),
    late: refusals.filter(({ ms }) => ms > WITHIN_MS).length,
    p99Ms: Math.round(
      quantile(
        refusals.map(({ ms }) => ms),
        0.99,
      ),
    ),
    slowestMs: Math.round(Math.max(...refusals.map(({ ms }) => ms))),
    slowestOverdueMs: Math.round(Math.max(...slow.map(({ overdueMs }) => overdueMs))),
    floods: attacks.map(({ floods }) => floods).filter((floods) => Object.keys(floods).length > 0),
    sentShare: Number(Math.min(...attacks.map(({ sentShare }) => sentShare)).toFixed(2)),
    accountVsAddress: guesses,
    clientP99QuietMs: Number(median(quiet).toFixed(1)),
    clientP99FloodsElsewhereMs: Number(median(elsewhere).toFixed(1)),
    clientP99AttackedMs: Number(median(attacked).toFixed(1)),
    clientP99Ratio: Number((median(attacked) / median(quiet)).toFixed(2)),
  };
}

/** Starts attackers in a process of their own: in a shared one, a busy attacker delays the others, and their requests come in bursts. */
async function startAttackers(args: string[]) {
  const attackers = fork(fileURLToPath(new URL("./attackers-main.ts", import.meta.url)), args);
  const died = once(attackers, "exit").then(([code]) => Promise.reject(new Error(`The attackers ended with ${code}.`)));
  died.catch(() => {});
  const said = () => Promise.race([once(attackers, "message"), died]);
  await said();
  return {
    start: () => attackers.send("start"),
    stop: async () => {
      attackers.send("stop");
      return ((await said()) as [Attack])[0];
    },
    kill: () => attackers.kill(),
  };
}
