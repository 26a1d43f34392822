export const guessedCodes = {
  name: "006-guessed-codes",
  statements: `
-- Buyers who reached the limit of wrong promo codes at an event.
create table guessed_codes (
  guess_id uuid primary key,
  buyer_id uuid not null,
  guessed_at timestamptz not null default now()
);
create index guessed_codes_of_buyer on guessed_codes (buyer_id, guessed_at);
`,
};
