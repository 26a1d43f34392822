// What catalog asks of seating, now.
import type { ServiceClient } from "../../platform/http/service-client.ts";
import type { SeatPlan } from "../../domain/seat-plan.ts";
import type { SaleAction } from "./entities/event.ts";

const OPEN_SALES = `mutation ($plan: String!) { openSales(plan: $plan) }`;
const SET_SALES = `mutation ($eventId: ID!, $state: SaleState!) { setSales(eventId: $eventId, state: $state) }`;
const STATE: Record<Exclude<SaleAction, "publish">, string> = { pause: "PAUSED", resume: "OPEN", cancel: "CLOSED" };

export interface SeatingClient {
  openSales(plan: SeatPlan): Promise<void>;
  setSales(eventId: string, action: Exclude<SaleAction, "publish">): Promise<void>;
}

export function createSeatingClient(client: ServiceClient): SeatingClient {
  return {
    openSales: async (plan) => void (await client.ask(OPEN_SALES, { plan: JSON.stringify(plan) })),
    setSales: async (eventId, action) => void (await client.ask(SET_SALES, { eventId, state: STATE[action] })),
  };
}
