// When a system has come to rest: nothing is under way any more, and nothing will be by itself.
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Data } from "../../local/client.ts";
import { unfinished } from "../../testkit/inspect.ts";
import { processNames } from "../../testkit/temporary-system.ts";
import type { Show } from "../../local/fixtures.ts";
import type { System } from "../../local/system.ts";
import { ordersOf } from "./snapshot.ts";

/** Longer than the lease on paying an order, which is the longest that anything is waited for. */
export const REST_WITHIN_MS = 180_000;
/** Between two looks; it is quiet if three in a row say so. */
const LOOK_MS = 150;
const SETTLED = ["CONFIRMED", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED", "EXPIRED", "DECLINED"];

/** Waits until nothing is under way any more; whatever is then is for the checks to tell. */
export async function rest(system: System, show: Show, withinMs = REST_WITHIN_MS): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (let quiet = 0; quiet < 3 && performance.now() < deadline;) {
    await delay(LOOK_MS);
    quiet = (await isQuiet(system, show).catch(() => false)) ? quiet + 1 : 0;
  }
}

const SERVERS = ["postgres", "redis"];

/** Whether all processes run again and reach what they need. @throws Error for one that is down */
async function areReady({ env }: System): Promise<boolean> {
  const ports = processNames().flatMap((name) => (SERVERS.includes(name) ? [] : [env[`${name.toUpperCase()}_PORT`]!]));
  const answers = await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/health/ready`)));
  return answers.every(({ ok }) => ok);
}

async function isQuiet(system: System, show: Show): Promise<boolean> {
  if (!(await areReady(system))) return false;
  const owner = connectClient(system.url, await tokenOf(system, show));
  const orders = await ordersOf(owner, show.organizationId);
  const left = Object.values(await unfinished(system)).flatMap((one) => Object.entries(one));
  const { organization } = await owner.ask(
    `query ($id: ID!) { organization(id: $id) { events(first: 10) { nodes { availability { held } } } } }`,
    { id: show.organizationId },
  );
  return (
    (organization.events.nodes as Data[]).every(({ availability }) => !availability || availability.held === 0) &&
    orders.every(({ status }) => SETTLED.includes(status)) &&
    left.every(([what, count]) => what === "dead" || count === 0)
  );
}

let tokens = new WeakMap<Show, { token: string; until: number }>();

/** An access token of the organizer's that is good for a while. */
export async function tokenOf(system: System, show: Show): Promise<string> {
  const known = tokens.get(show);
  if (known && known.until > Date.now()) return known.token;
  const { signIn }: Data = await connectClient(system.url).ask(
    `mutation ($email: EmailAddress!) { signIn(input: { email: $email, password: "correct horse battery" }) { ... on Session { accessToken } } }`,
    { email: show.owner.email },
  );
  tokens = tokens.set(show, { token: signIn.accessToken, until: Date.now() + 300_000 });
  return signIn.accessToken as string;
}
