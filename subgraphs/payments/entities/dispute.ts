import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { DisputeStatus } from "../schema.generated.ts";

export interface Dispute {
  id: string;
  /** The provider's name for it. */
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

/** The condition speaks of `d`. */
export function selectDisputes(where: Sql): Sql {
  return sql`select d.*, p.currency from dispute d join payment p on p.id = d.payment_id where ${where}`;
}
