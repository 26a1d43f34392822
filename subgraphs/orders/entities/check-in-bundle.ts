export interface CheckInBundle {
  eventId: string;
  publicKey: string;
  at: Date;
}
