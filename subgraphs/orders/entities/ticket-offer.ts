export interface TicketOffer {
  id: string;
  ticketId: string;
  fromUser: string;
  expiresAt: Date;
  status: "OPEN" | "TAKEN" | "WITHDRAWN";
  takenBy: string | null;
  takenAt: Date | null;
}
