import type { TicketStatus } from "../enums.generated.ts";

/** A ticket that is not as a code alone would make one believe. */
export interface TicketException {
  id: string;
  status: TicketStatus;
  /** Only a code of this revision is good. */
  revision: number;
  frozen: boolean;
}
