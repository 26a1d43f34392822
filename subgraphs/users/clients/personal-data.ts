// Clients of the other subgraphs, for exports of a person's own data. Only a job calls them.
import type { PersonalDataPage } from "../../../platform/personal-data/pages.ts";
import { createServiceClient, type ServiceClient } from "../../../platform/http/service-client.ts";
import type { Signer } from "../../../platform/identity/identity.ts";
import { PersonalData as AtCatalog } from "./catalog.generated.ts";
import { PersonalData as AtOrders } from "./orders.generated.ts";
import { PersonalData as AtPayments } from "./payments.generated.ts";
import { PersonalData as AtRisk } from "./risk.generated.ts";
import { PersonalData as AtSeating } from "./seating.generated.ts";

const OPERATIONS = { catalog: AtCatalog, orders: AtOrders, payments: AtPayments, risk: AtRisk, seating: AtSeating };

export type OtherSubgraph = keyof typeof OPERATIONS;

/** Page of a person's data in a subgraph; null if it exports nothing. @throws the errors of ServiceClient.ask */
export type ReadPage = (userId: string, after: string | null) => Promise<PersonalDataPage | null>;

export interface PersonalDataClients {
  readers: Record<OtherSubgraph, ReadPage>;
  stop(): Promise<void>;
}

export function createPersonalDataClients(signer: Signer, urls: Record<OtherSubgraph, string>): PersonalDataClients {
  const clients: ServiceClient[] = [];
  const readerOf = (subgraph: OtherSubgraph): ReadPage => {
    const client = createServiceClient({ signer, subgraph, url: urls[subgraph] });
    clients.push(client);
    return async (userId, after) => {
      const { personalData } = await client.ask(OPERATIONS[subgraph], { userId, after });
      return personalData && { ...personalData, next: personalData.next ?? null };
    };
  };
  return {
    readers: {
      catalog: readerOf("catalog"),
      orders: readerOf("orders"),
      payments: readerOf("payments"),
      risk: readerOf("risk"),
      seating: readerOf("seating"),
    },
    stop: async () => void (await Promise.all(clients.map((client) => client.stop()))),
  };
}
