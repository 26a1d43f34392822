import { UnknownOperation, type ServiceClient } from "../../../platform/http/service-client.ts";
import type { SalePrices } from "../../../domain/price-offers.ts";
import type { SaleTerms, SeatPlan } from "../../../domain/seat-plan.ts";
import type { SaleAction } from "../entities/event.ts";
import { OpenSale, OpenSales, SetSalePrices, SetSales, SetSaleTerms, type SaleState } from "./seating.generated.ts";

const STATE: Record<Exclude<SaleAction, "publish">, SaleState> = { pause: "PAUSED", resume: "OPEN", cancel: "CLOSED" };

export interface SeatingClient {
  openSales(plan: SeatPlan): Promise<void>;
  setSales(eventId: string, action: Exclude<SaleAction, "publish">): Promise<void>;
  setTerms(eventId: string, version: number, terms: SaleTerms): Promise<void>;
  setPrices(eventId: string, prices: SalePrices): Promise<void>;
}

export function createSeatingClient(client: ServiceClient): SeatingClient {
  return {
    openSales: async (plan) => {
      try {
        await client.ask(OpenSale, { plan });
      } catch (error) {
        // The version before would sell at any time, to everyone, and at one price.
        if (!(error instanceof UnknownOperation) || plan.terms || plan.prices) throw error;
        await client.ask(OpenSales, { plan: JSON.stringify(plan) });
      }
    },
    setSales: async (eventId, action) => void (await client.ask(SetSales, { eventId, state: STATE[action] })),
    setTerms: async (eventId, version, terms) => void (await client.ask(SetSaleTerms, { eventId, version, terms })),
    setPrices: async (eventId, prices) => void (await client.ask(SetSalePrices, { eventId, prices })),
  };
}
