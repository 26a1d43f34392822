// A clerk sells two seats for cash, refunds one of them, gives one away, sells one by terminal, and closes the drawer.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { until } from "../../../testkit/until.ts";
import { HOLD_SEATS, REFUND } from "../actors.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { actorOf, type Cast } from "./cast.ts";

const DRAWER = `__typename ... on Drawer { id closedAt } ... on Error { message }`;
export const OPEN_DRAWER = `mutation ($input: OpenDrawerInput!) { openDrawer(input: $input) { ${DRAWER} ... on DrawerAlreadyOpen { drawer { id } } } }`;
export const CLOSE_DRAWER = `mutation ($input: CloseDrawerInput!) { closeDrawer(input: $input) { ${DRAWER} } }`;
export const SELL_AT_COUNTER = `mutation ($input: SellAtCounterInput!) { sellAtCounter(input: $input) { __typename ... on Order { id status total { amount } } ... on Error { message } } }`;

export async function sellAtCounter(cast: Cast): Promise<void> {
  const { show } = cast.world;
  const { organizationId } = show;
  const clerk = actorOf(cast, show.owner);
  const opening = { organizationId, currency: "EUR", openingFloat: 10_000 };
  const opened = await clerk.certain({
    operation: "drawer",
    query: OPEN_DRAWER,
    field: "openDrawer",
    input: opening,
    key: randomUUID(),
  });
  if (opened?.__typename !== "Drawer") throw new Error("The drawer was never opened.");
  const orderId = await sellTo(cast, show.seats.slice(3, 5), (expectedTotal) => ({ tender: "CASH", expectedTotal }));
  if (!orderId) return;
  await refundOne(cast, orderId);
  await sellTo(cast, show.seats.slice(5, 6), () => ({ tender: "COMPLIMENTARY", expectedTotal: 0, reason: "Press" }));
  await sellTo(cast, show.seats.slice(6, 7), (expectedTotal) => ({
    tender: "TERMINAL",
    expectedTotal,
    reference: "A-17",
  }));
  const closing = { drawerId: opened.id, counted: 10_000 };
  await until(
    async () => {
      const closed = await clerk.certain({
        operation: "drawer",
        query: CLOSE_DRAWER,
        field: "closeDrawer",
        input: closing,
        key: randomUUID(),
      });
      // It was closed by a request without an answer.
      return closed?.__typename === "Drawer" || closed?.__typename === "DrawerNotOpen";
    },
    "the drawer is closed",
    REST_WITHIN_MS,
  );
}

/** @param payment for the price of the seats. @returns the order; undefined if it was not confirmed */
async function sellTo(cast: Cast, seats: Data[], payment: (total: number) => Data): Promise<string | undefined> {
  const { organizationId, eventId, owner } = cast.world.show;
  const clerk = actorOf(cast, owner);
  const seatIds = seats.map(({ id }) => String(id));
  const held = await clerk.certain({
    operation: "hold",
    query: HOLD_SEATS,
    field: "holdSeats",
    input: { eventId, seatIds, atCounter: true },
    key: randomUUID(),
  });
  if (held?.__typename !== "Hold") throw new Error("The seats were never held.");
  const sold = await clerk.certain({
    operation: "sell",
    query: SELL_AT_COUNTER,
    field: "sellAtCounter",
    input: { organizationId, holdId: held.id, ...payment(held.total.amount as number) },
    key: randomUUID(),
  });
  if (sold?.__typename !== "Order") return undefined;
  return (await clerk.untilSettled(String(sold.id))) === "CONFIRMED" ? String(sold.id) : undefined;
}

async function refundOne(cast: Cast, orderId: string): Promise<void> {
  const clerk = actorOf(cast, cast.world.show.owner);
  let ticketIds: string[] = [];
  await until(
    async () => {
      const query = `query ($id: ID!) { order(id: $id) { tickets { id } } }`;
      const { data }: Data = await clerk.client.send(query, { id: orderId }).catch(() => ({}));
      ticketIds = ((data?.order?.tickets ?? []) as Data[]).slice(0, 1).map(({ id }) => id as string);
      return ticketIds.length > 0;
    },
    "the tickets are read",
    REST_WITHIN_MS,
  );
  const input = { orderId, ticketIds, reason: "Changed plans" };
  await clerk.certain({ operation: "refund", query: REFUND, field: "refundOrder", input, key: randomUUID() });
}
