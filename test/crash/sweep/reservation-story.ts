// A clerk reserves three times: one is sold and can't be cancelled then; of one a seat is given up, and then the rest; one is cancelled at once.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { HOLD_SEATS, type Actor } from "../actors.ts";
import { actorOf, type Cast } from "./cast.ts";
import { OPEN_DRAWER, SELL_AT_COUNTER } from "./counter-story.ts";

const RESERVATION = `__typename ... on Reservation { id status total { amount } seats { id } } ... on Error { message }`;
const RESERVE = `mutation ($input: ReserveAtCounterInput!) { reserveAtCounter(input: $input) { ${RESERVATION} } }`;
const CHANGE = `mutation ($input: ChangeReservationInput!) { changeReservation(input: $input) { ${RESERVATION} } }`;
const CANCEL = `mutation ($input: CancelReservationInput!) { cancelReservation(input: $input) { ${RESERVATION} } }`;

/** Longer than the story and what disturbs it. */
const KEPT_MS = 3_600_000;

export async function reserve(cast: Cast): Promise<void> {
  const { show } = cast.world;
  const { organizationId } = show;
  const clerk = actorOf(cast, show.owner);
  const opening = { organizationId, currency: "EUR", openingFloat: 10_000 };
  const ask = { operation: "drawer", query: OPEN_DRAWER, field: "openDrawer", input: opening } as const;
  const opened = await clerk.certain({ ...ask, key: randomUUID() });
  if (opened?.__typename !== "Drawer") throw new Error("The drawer was never opened.");
  const [toSell, toShrink, toCancel] = [
    await reserved(cast, clerk, 3, 5),
    await reserved(cast, clerk, 6, 8),
    await reserved(cast, clerk, 9, 10),
  ];
  const change = {
    reservationId: toSell.id,
    note: "at the aisle",
    until: new Date(Date.now() + KEPT_MS).toISOString(),
  };
  const changing = { operation: "rereserve", query: CHANGE, field: "changeReservation", input: change } as const;
  await clerk.certain({ ...changing, key: randomUUID(), hasNoKey: true });
  const sale = { organizationId, reservationId: toSell.id, tender: "CASH", expectedTotal: toSell.total.amount };
  const selling = { operation: "sell", query: SELL_AT_COUNTER, field: "sellAtCounter", input: sale } as const;
  const sold = await clerk.certain({ ...selling, key: randomUUID() });
  await cancel(clerk, { reservationId: toShrink.id, seatIds: [toShrink.seats[0].id] }, "shrink");
  for (const { id } of [toShrink, toCancel, toSell]) await cancel(clerk, { reservationId: id });
  if (sold?.__typename === "Order") await clerk.untilSettled(String(sold.id));
}

async function reserved(cast: Cast, clerk: Actor, from: number, to: number): Promise<Data> {
  const { eventId, seats } = cast.world.show;
  const seatIds = seats.slice(from, to).map(({ id }: Data) => String(id));
  const holding = { operation: "hold", query: HOLD_SEATS, field: "holdSeats", key: randomUUID() } as const;
  const held = await clerk.certain({ ...holding, input: { eventId, seatIds, atCounter: true } });
  if (held?.__typename !== "Hold") throw new Error("The seats were never held.");
  const until = new Date(Date.now() + KEPT_MS).toISOString();
  const input = { holdIds: [held.id], name: "Ada Lovelace", email: "ada@mail.example", until };
  const asked = { operation: "reserve", query: RESERVE, field: "reserveAtCounter", input } as const;
  const made = await clerk.certain({ ...asked, key: randomUUID() });
  if (made?.__typename !== "Reservation") throw new Error("The seats were never reserved.");
  return made;
}

async function cancel(clerk: Actor, input: Data, operation: "unreserve" | "shrink" = "unreserve"): Promise<void> {
  const asked = { operation, query: CANCEL, field: "cancelReservation", input } as const;
  await clerk.certain({ ...asked, key: randomUUID(), hasNoKey: true });
}
