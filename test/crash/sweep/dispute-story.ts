// The buyer's bank disputes two payments. It takes back the first, which also pays for an exchanged ticket; the second dispute is won.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { until } from "../../../testkit/until.ts";
import type { Cast } from "./cast.ts";
import { exchange, setPolicy, ticketsOf } from "./exchange-story.ts";

export interface Disputed {
  lost: string;
  /** Order whose ticket the lost payment pays for by a credit. */
  exchanged: string;
  won: string;
}

export async function buyDisputed(
  cast: Cast,
  purchase: (cast: Cast, paymentMethod?: string, firstSeat?: number) => Promise<string>,
): Promise<Disputed> {
  const { show } = cast.world;
  const lost = await purchase(cast);
  await setPolicy(cast, { eventId: show.eventId, isAllowed: true });
  const [ticketId] = (await ticketsOf(cast, lost)) as [string];
  const wish = { ticketId, eventId: show.eventId, seatId: String(show.seats[12]!.id), expectedDifference: 0 };
  const exchanged = await exchange(cast, wish);
  if (exchanged === undefined) throw new Error("The ticket was never exchanged.");
  return { lost, exchanged, won: await purchase(cast, "pm_card_visa", 6) };
}

export async function decideDisputes(cast: Cast, { lost, exchanged, won }: Disputed): Promise<void> {
  const [first, second] = [await newDispute(cast, lost), await newDispute(cast, won)];
  await first("open").catch(() => {});
  await eventually(
    cast,
    [lost, exchanged],
    () => first("lost"),
    ({ status }) => status === "CANCELLED",
  );
  await eventually(
    cast,
    [won],
    () => second("open"),
    ({ frozen }) => frozen === true,
  );
  await eventually(
    cast,
    [won],
    () => second("won"),
    ({ frozen }) => frozen === false,
  );
}

/** A dispute of all that was captured for the order. */
async function newDispute({ system: { env } }: Cast, orderId: string) {
  const ask = async (path: string, body?: object): Promise<Data> => {
    const answer = await fetch(`${env.PAYMENTS_PROVIDER_URL}${path}`, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${env.PAYMENTS_PROVIDER_SECRET}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`The provider answered ${answer.status}.`);
    return (await answer.json()) as Data;
  };
  const { payments } = await ask("/v1/payments");
  const { id: payment, captured: amount } = (payments as Data[]).find(
    ({ metadata, captured }) => metadata.order_id === orderId && captured > 0,
  )!;
  const id = `dp_${randomUUID()}`;
  return (status: "open" | "won" | "lost") =>
    ask("/v1/test/disputes", { id, payment, amount, reason: "fraudulent", status });
}

const TOLD_EVERY_MS = 2_000;
const TIMES = 30;

/**
 * Tells it again and again, as providers do for days: the stand-in forgets what it has not sent when it dies. After that the story
 * continues: what the tickets are at rest is for the checks.
 */
async function eventually(
  cast: Cast,
  orderIds: string[],
  tell: () => Promise<unknown>,
  isSo: (ticket: Data) => boolean,
): Promise<void> {
  const read = async (id: string) => {
    const query = `query ($id: ID!) { order(id: $id) { tickets { status frozen } } }`;
    const { data }: Data = await cast.buyer.client.send(query, { id }).catch(() => ({}));
    const tickets = (data?.order?.tickets ?? []) as Data[];
    return tickets.length > 0 && tickets.every(isSo);
  };
  const haveHeard = async () => (await Promise.all(orderIds.map(read))).every(Boolean);
  for (let time = 0, isOver = false; time < TIMES && !isOver; time++) {
    await tell().catch(() => {});
    isOver = await until(haveHeard, "the dispute has reached the tickets", TOLD_EVERY_MS).then(
      () => true,
      () => false,
    );
  }
}
