import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { statementsOn } from "../../../platform/postgres/statements.ts";
import { BooksCheckEntity } from "./books-check.ts";
import { BooksFindingEntity } from "./books-finding.ts";
import { DisputeEntity } from "./dispute.ts";
import { LedgerEntryEntity, OrderClaimEntity, ProviderEventEntity } from "./ledger.ts";
import { PaymentEntity } from "./payment.ts";
import { RefundEntity } from "./refund.ts";

export const entities = [
  PaymentEntity,
  RefundEntity,
  DisputeEntity,
  LedgerEntryEntity,
  OrderClaimEntity,
  ProviderEventEntity,
  BooksCheckEntity,
  BooksFindingEntity,
];

export const statement = statementsOn<InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>>();
