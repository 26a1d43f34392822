// What a language has to say.

export interface Translation {
  greeting(name: string): string;
  closing: string;
  order: string;
  total: string;
  included: string;
  section: string;
  row: string;
  seat: string;
  holder: string;
  /** On a ticket: who may enter with it. */
  rule: string;
  confirmed: { subject(event: string): string; body: string; attached: string };
  ended: { subject(event: string): string; body: string };
  cancelled: {
    subject(event: string): string;
    body(tickets: number): string;
    refund(amount: string): string;
    reason(reason: string): string;
  };
  received: { subject(event: string): string; body: string };
  handedOn: { subject(event: string): string; body: string };
}
