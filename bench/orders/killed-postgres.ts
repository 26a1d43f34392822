// Purchases while PostgreSQL is killed: what was acknowledged before must be there after.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Client, type Data } from "../../local/client.ts";
import { ticketsTooMany } from "../../testkit/inspect.ts";
import { pidOf } from "../../testkit/temporary-system.ts";
import { holdSeats, payOrder, placeOrder, readOrder } from "../../local/fixtures.ts";
import type { System } from "../../local/system.ts";
import { accounts, openHall, seatPairs } from "./purchases.ts";

const BUYERS = 100;
const PURCHASES_EACH = 3;
/** Of all purchases that are confirmed before it is killed. */
const BEFORE_THE_KILL = 1 / 3;
const RETRY_MS = 200;
const CONFIRMED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

export interface Survived {
  /** Orders whose payment was acknowledged. */
  paid: number;
  /** Of these, those that were not confirmed with all tickets within a minute. */
  lost: number;
  oversold: number;
  /** Requests that failed and were sent again. */
  failures: number;
}

export async function sellThroughKill(system: System): Promise<Survived> {
  const eventId = await openHall(system);
  const pairs = seatPairs(eventId);
  const tokens = await accounts(system, BUYERS);
  const survived: Survived = { paid: 0, lost: 0, oversold: 0, failures: 0 };
  let confirmed = 0;
  let isKilled = false;

  /** Sends it again with the same key until there is an answer. */
  async function retryTransient(work: (key: string) => Promise<Data>): Promise<Data> {
    const key = randomUUID();
    for (;;) {
      try {
        return await work(key);
      } catch {
        survived.failures += 1;
        await delay(RETRY_MS);
      }
    }
  }

  async function purchase(client: Client): Promise<void> {
    const seatIds = pairs.pop()!;
    const hold = await retryTransient((key) => holdSeats(client, eventId, seatIds, key));
    const order = await retryTransient((idempotencyKey) => placeOrder(client, hold.id, { idempotencyKey }));
    const payment = await retryTransient((key) => payOrder(client, order.id, "pm_card_visa", key));
    if (payment.__typename !== "Payment") throw new Error(`Not paid: ${JSON.stringify(payment)}`);
    survived.paid += 1;
    if (await isConfirmed(client, order.id, seatIds.length)) confirmed += 1;
    else survived.lost += 1;
    if (isKilled || confirmed < BUYERS * PURCHASES_EACH * BEFORE_THE_KILL) return;
    isKilled = true;
    process.kill(pidOf(system, "postgres"), "SIGKILL");
  }

  async function isConfirmed(client: Client, id: string, tickets: number): Promise<boolean> {
    for (const deadline = Date.now() + CONFIRMED_WITHIN_MS; Date.now() < deadline; await delay(LOOK_EVERY_MS)) {
      const order = await retryTransient(() => readOrder(client, id));
      if (order?.status === "CONFIRMED" && order.tickets.length === tickets) return true;
    }
    return false;
  }

  const buyers = tokens.map(async (token) => {
    const client = connectClient(system.url, token);
    for (let count = 0; count < PURCHASES_EACH; count++) await purchase(client);
  });
  await Promise.all(buyers);
  if (!isKilled) throw new Error("PostgreSQL was never killed.");
  return { ...survived, oversold: await ticketsTooMany(system) };
}
