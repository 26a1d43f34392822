import { entity } from "../../../platform/postgres/entities.ts";
import type { DisputeStatus } from "../enums.generated.ts";
import { PaymentEntity } from "./payment.ts";

export const DisputeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Dispute",
    tableName: "dispute",
    properties: {
      id: p.uuid().primary(),
      reference: p.text().unique(),
      paymentId: p.manyToOne(of(PaymentEntity)).mapToPk().name("payment_id"),
      organizationId: p.uuid(),
      amount: p.integer(),
      reason: p.text(),
      status: p.text().$type<DisputeStatus>(),
      chargedBack: p.integer().default(0),
      openedAt: p.datetime(),
      closedAt: p.datetime().nullable(),
    },
  }),
);

/** A dispute with the currency of its payment. */
export interface Dispute {
  id: string;
  /** The provider's ID of the dispute. */
  reference: string;
  paymentId: string;
  organizationId: string;
  amount: number;
  currency: string;
  reason: string;
  status: DisputeStatus;
  chargedBack: number;
  openedAt: Date;
  closedAt: Date | null;
}
