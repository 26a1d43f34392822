/** A letter of the organizer, with the numbers of its recipients. */
export interface OrganizerLetter {
  id: string;
  eventId: string;
  subject: string;
  body: string;
  tierName: string | null;
  sectionId: string | null;
  writtenBy: string;
  writtenAt: Date;
  isWritten: boolean;
  recipients: number;
  pending: number;
  sent: number;
  failed: number;
  skipped: number;
}
