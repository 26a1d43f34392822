/** Sold seats are exchanged for free ones, each exchange once. */
export const seatMoves = {
  name: "017-seat-moves",
  statements: `
-- Decided exchanges of a seat of an order, by the ID that orders gave them. A repeated request finds its decision here.
create table seat_move (
  id uuid primary key,
  event_id uuid not null references sale,
  order_id uuid not null,
  from_no int not null,
  to_no int not null,
  -- Null: the order has to_no instead of from_no. Otherwise nothing was changed, and nothing will be.
  refusal text check (refusal in ('EVENT_OVER', 'SEAT_LOST', 'NO_SUCH_SEAT', 'GENERAL_ADMISSION', 'OTHER_PRICE', 'SEAT_TAKEN')),
  at timestamptz not null default date_trunc('milliseconds', app_now())
);
`,
};
