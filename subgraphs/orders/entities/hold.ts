/** What seating says of a hold, as the gateway passes it on. */
export interface Hold {
  id: string;
  total: { amount: number; currency: string };
  event: { id: string };
}
