import { entity } from "../../../platform/postgres/entities.ts";
import type { RefundStatus } from "../enums.generated.ts";
import { PaymentEntity } from "./payment.ts";

export const RefundEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Refund",
    tableName: "refund",
    properties: {
      id: p.uuid().primary(),
      paymentId: p.manyToOne(of(PaymentEntity)).mapToPk().name("payment_id"),
      amount: p.integer(),
      reason: p.text(),
      status: p.text().$type<RefundStatus>(),
      createdAt: p.datetime().defaultRaw("now()"),
      tries: p.integer().default(1),
      failureCode: p.text().nullable(),
      organizationId: p.uuid(),
      /** Whether all of the payment has been refunded since; maintained by a trigger. */
      isCovered: p.boolean().default(false),
    },
  }),
);

/** A refund with the currency of its payment. */
export interface Refund {
  id: string;
  paymentId: string;
  organizationId: string;
  amount: number;
  currency: string;
  reason: string;
  status: RefundStatus;
  /** Number of attempts. Each has its own ID at the provider. */
  tries: number;
  failureCode: string | null;
  createdAt: Date;
  /** If its payment is a credit: the payment at the provider that has the money. */
  creditedFrom: string | null;
}

/** ID of an attempt at the provider. */
export function tryName(refundId: string, attempt: number): string {
  return `${refundId}:${attempt}`;
}

/** Parses the ID of an attempt; null for an ID that is not ours. */
export function readTryName(name: string): { refundId: string; attempt: number } | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,6})$/.exec(name);
  return match && { refundId: match[1]!, attempt: Number(match[2]) };
}
