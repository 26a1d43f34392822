// The subgraph alone, over HTTP: events on sale, and buyers who hold seats.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Data } from "../../../local/client.ts";
import type { SeatPlan } from "../../../domain/seat-plan.ts";
import { planOf } from "./hall.ts";

export let seating: Alone;
export async function startSeating(): Promise<void> {
  seating = await startAlone("seating");
}
export const stopSeating = () => seating.stop();

export const organizationId = randomUUID();

export async function openEvent(
  seats: number,
  rest: Partial<SeatPlan> = {},
): Promise<{ eventId: string; seatIds: string[] }> {
  const plan = planOf([seats], { organizationId, ...rest });
  await seating.asService("catalog", `mutation ($plan: SeatPlanInput!) { openSale(plan: $plan) }`, { plan });
  const [row] = plan.sections[0]!.rows!;
  return { eventId: plan.eventId, seatIds: row!.labels.map((label) => `${plan.eventId}.${label}`) };
}

export const HOLD = `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename ... on Hold { id seats { id } } ... on SeatLimitReached { limit } ... on SeatsUnavailable { seats { id } } ... on Error { message } } }`;

export async function hold(
  buyerId: string,
  eventId: string,
  seatIds: string[],
  idempotencyKey: string = randomUUID(),
): Promise<Data> {
  const answer = await seating.as({ userId: buyerId }, HOLD, { input: { eventId, seatIds, idempotencyKey } });
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return answer.data.holdSeats;
}

export async function counts(eventId: string): Promise<Data> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Event { availability { total available held sold blocked } seats(first: 5000) { nodes { id status version } } } } }`;
  const { data } = await seating.as(null, query, { r: [{ __typename: "Event", id: eventId }] });
  return data._entities[0];
}
