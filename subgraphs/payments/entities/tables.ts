import type { InferKyselyDB, Kysely } from "@mikro-orm/postgresql";
import { statementsOn } from "../../../platform/postgres/statements.ts";
import type { Movement, Settlement } from "./accounts.ts";
import { ReconciliationEntity } from "./reconciliation.ts";
import { DiscrepancyEntity } from "./discrepancy.ts";
import { DisputeEntity } from "./dispute.ts";
import { LedgerEntryEntity, OrderClaimEntity, ProviderEventEntity } from "./ledger.ts";
import { PaymentEntity } from "./payment.ts";
import { PayoutEntity } from "./payout.ts";
import { RefundEntity } from "./refund.ts";

export const entities = [
  PaymentEntity,
  RefundEntity,
  DisputeEntity,
  LedgerEntryEntity,
  OrderClaimEntity,
  ProviderEventEntity,
  ReconciliationEntity,
  DiscrepancyEntity,
  PayoutEntity,
];

/** Sums of the ledger by month and day, maintained by a trigger; not an entity. */
interface LedgerTotal {
  account: string;
  period: "month" | "day";
  starts: Date;
  currency: string;
  what: Movement | Settlement;
  amount: number;
  entries: number;
}

type Tables = InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }> & {
  ledger_total: LedgerTotal;
};

export type Db = Kysely<Tables>;

export const statement = statementsOn<Tables>();
