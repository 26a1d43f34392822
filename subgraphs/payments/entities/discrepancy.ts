import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { BooksFindingKind } from "../enums.generated.ts";
import { ReconciliationEntity } from "./reconciliation.ts";

export const DiscrepancyEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "BooksFinding",
    tableName: "books_finding",
    properties: {
      id: p.uuid().primary(),
      kind: p.text().$type<BooksFindingKind>(),
      subject: p.text(),
      paymentId: p.uuid().nullable(),
      orderId: p.uuid().nullable(),
      detail: p.text(),
      foundAt: p.datetime(),
      /** Last reconciliation that found the discrepancy. */
      lastCheckId: p.manyToOne(of(ReconciliationEntity)).mapToPk().name("last_check_id"),
      resolvedAt: p.datetime().nullable(),
    },
  }),
);

export type Discrepancy = Loaded<typeof DiscrepancyEntity>;

/** A discrepancy before it is stored. */
export type FoundDiscrepancy = Pick<Discrepancy, "kind" | "subject" | "paymentId" | "orderId" | "detail">;
