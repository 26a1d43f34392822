import type { TicketStatus } from "../enums.generated.ts";

/** A used, cancelled, frozen or transferred ticket. */
export interface TicketException {
  id: string;
  status: TicketStatus;
  /** Only codes of this revision are valid. */
  revision: number;
  frozen: boolean;
}
