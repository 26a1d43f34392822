// orders by itself, with the handlers of messages that it hears.
import { generateKeyPairSync } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { silent } from "../../../testkit/notifier.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { createHandlers } from "../handlers.ts";

export let orders: Alone;
export async function startOrders(): Promise<void> {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
}
export const stopOrders = () => orders.stop();

export const read = () => orders.running.database.read();
/** In one transaction. */
export const together = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => orders.running.database.transaction(work);

export const saga = { notifier: silent, sendsMail: true, deadlines: { assessmentSeconds: 30, reviewSeconds: 3_600 } };
export const handlers = createHandlers(() => saga, {
  signer: { name: "orders", key: generateKeyPairSync("ed25519").privateKey },
  changeLetterSeconds: 1,
});
