// A box office moves tickets to other seats and back, and refunds one while it is moved. Somebody holds a seat that became free.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { until } from "../../../testkit/until.ts";
import { HOLD_SEATS, REFUND, releaseOf } from "../actors.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { actorOf, type Cast } from "./cast.ts";

const MOVE = `mutation ($input: MoveTicketInput!) { moveTicket(input: $input) { __typename ... on Ticket { id } ... on Error { message } } }`;
const TICKETS = `query ($id: ID!) { order(id: $id) { tickets { id seat { id } } } }`;

export async function moveTickets(cast: Cast, orderId: string): Promise<void> {
  const { show } = cast.world;
  const clerk = actorOf(cast, show.owner);
  let tickets: Data[] = [];
  await until(
    async () => {
      const { data }: Data = await clerk.client.send(TICKETS, { id: orderId }).catch(() => ({}));
      tickets = (data?.order?.tickets ?? []) as Data[];
      return tickets.length === 2;
    },
    "the order's tickets are read",
    REST_WITHIN_MS,
  );
  const [first, second] = tickets.map(({ id }) => id as string) as [string, string];
  const seats = show.seats.map(({ id }: Data) => String(id));
  const move = (ticketId: string, seatId: string) =>
    clerk.certain({
      operation: "move",
      query: MOVE,
      field: "moveTicket",
      input: { ticketId, seatId, reason: "Broken seat" },
      key: randomUUID(),
    });
  await move(first, seats[12]!);
  await move(first, String(tickets[0]!.seat.id));
  await move(second, seats[12]!);
  await holdAndRelease(cast, String(tickets[1]!.seat.id));
  const input = { orderId, ticketIds: [first], reason: "Changed plans" };
  await Promise.all([
    move(first, seats[14]!),
    clerk.certain({ operation: "refund", query: REFUND, field: "refundOrder", input, key: randomUUID() }),
  ]);
}

async function holdAndRelease(cast: Cast, seatId: string): Promise<void> {
  const buyer = actorOf(cast, cast.buyer);
  const input = { eventId: cast.world.show.eventId, seatIds: [seatId] };
  const asked = { operation: "hold", query: HOLD_SEATS, field: "holdSeats", input, key: randomUUID() } as const;
  const hold = await buyer.certain(asked);
  if (hold?.__typename !== "Hold") throw new Error(`The seat that became free was not held: ${hold?.__typename}`);
  await buyer.certain(releaseOf(String(hold.id)));
}
