// One telling of a story: preparation, the story itself, the wait until the system is at rest, and the verdict.
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connectClient } from "../../../local/client.ts";
import { openShow, signUp } from "../../../local/fixtures.ts";
import type { System } from "../../../local/system.ts";
import type { Env } from "../../../operations/environment.ts";
import { ROOT } from "../../../operations/topology.ts";
import { prepare } from "../../../local/preparations.ts";
import { switchInvoicesOn } from "../../invoicing.ts";
import { judge } from "../checks.ts";
import { newHistory } from "../history.ts";
import { rest } from "../rest.ts";
import { takeSnapshot } from "../snapshot.ts";
import type { Cast, Story } from "./cast.ts";
import type { Links } from "./links.ts";

/** A system, and the means to make something go wrong in it. */
export interface Stage {
  system: System;
  links: Links;
  faultDir: string;
  envOf(process: string): Env;
  restWithinMs?: number;
}

/** What an event gives its buyers unless it says otherwise. */
const HOLD_MS = 600_000;

/** Whether a busy machine, and not a fault of the system, kept the story from its end. */
export const isUntold = (violation: string): boolean =>
  /^not told to its end: Error: (TIMEOUT|UNAVAILABLE): /.test(violation);

/**
 * Runs a story once, on an event of its own, waits until the system is at rest, and returns the violations.
 * @param begin arms the fault after the preparation; it returns a function that disarms it before the outcome is read
 */
export async function tell(stage: Stage, story: Story, begin: () => () => void = () => () => {}): Promise<string[]> {
  const { system, restWithinMs } = stage;
  // A new event for each attempt: a busy machine may be slower than the system's timeouts.
  const { show, history, cast, before, prepared } = await prepare(() => prepareStory(stage, story));
  await rest(system, show, restWithinMs);
  const end = begin();
  const untold: string[] = [];
  await story
    .tell(cast, prepared as never)
    .catch((error: unknown) => untold.push(`not told to its end: ${String(error)}`));
  await rest(system, show, restWithinMs);
  end();
  if (story.aftermath) {
    await story.aftermath(cast);
    await rest(system, show, restWithinMs);
  }
  const all = await takeSnapshot(system, show, show.owner.client);
  const provider = all.provider.filter(({ key }) => !before.has(key));
  // The provider knows none of the counter.
  const atCounter = all.orders.flatMap(({ payments }) => payments).filter(({ tender }) => tender != null);
  const ours = new Set([...provider.map(({ paymentId }) => paymentId), ...atCounter.map(({ id }) => id)]);
  const ledger = all.ledger.filter(({ paymentId }) => ours.has(paymentId));
  const steps = { ...all.steps, payments: all.steps.payments.filter(({ id }) => ours.has(id)) };
  return [...untold, ...judge({ history, snapshot: { ...all, provider, ledger, steps } })];
}

/** An event on sale, a buyer, and what the story itself prepares. @throws Error for a request that failed */
async function prepareStory({ system, envOf }: Stage, story: Story) {
  const open = (token?: string) => connectClient(system.url, token);
  const show = await openShow(open);
  await switchInvoicesOn(show.owner.client, show.organizationId);
  const email = `${randomUUID()}@${story.isUnverified ? "mail.example" : "example.org"}`;
  const buyer = await signUp(open, "Buyer", email);
  const history = newHistory(HOLD_MS);
  if (story.isUnverified) history.unverified.add(email);
  const world = { url: system.url, show, history, over: new AbortController().signal };
  const cast: Cast = {
    world,
    system,
    buyer,
    run: (name, ...command) => runFallible(system, name, envOf(name), command),
  };
  const before = new Set((await takeSnapshot(system, show, show.owner.client)).provider.map(({ key }) => key));
  const prepared = await story.prepare(cast);
  return { show, history, cast, before, prepared };
}

/** Like the processes of the system, it has a file with its ID while it runs. */
async function runFallible(
  { dataDir }: System,
  name: string,
  env: Env,
  [main = "", ...args]: string[],
): Promise<number | null> {
  const file = path.join(dataDir, "run", `${name}.pid`);
  const child = spawn(process.execPath, [path.join(ROOT, main), ...args], { env, stdio: "ignore" });
  writeFileSync(file, String(child.pid));
  const [status] = (await once(child, "exit")) as [number | null];
  rmSync(file);
  return status;
}
