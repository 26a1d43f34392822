const path = (orderId: string, page: string, ticketIds: readonly string[]) => {
  const search = new URLSearchParams(ticketIds.map((id): [string, string] => ["give", id]));
  return `/order/${encodeURIComponent(orderId)}/${page}?${search.toString()}`;
};

/** Where tickets are chosen, with those that were. */
export const returnPath = (orderId: string, ticketIds: readonly string[]) => path(orderId, "return", ticketIds);

export const quoteOfReturnPath = (orderId: string, ticketIds: readonly string[]) =>
  path(orderId, "return/quote", ticketIds);
