// Counts wrong promo codes, because an organizer's code may be short enough to guess.
export const codeTries = {
  name: "010-code-tries",
  statements: `
-- One row for a buyer and one for a network (a keyed hash), for each event that they tried codes at. A row without wrong codes
-- is there for its lock: of many tries at once no more get through than of many one after the other.
create table code_try (
  event_id uuid not null,
  who text not null,
  wrong int not null,
  since timestamptz not null,
  primary key (event_id, who)
) with (fillfactor = 50);
create index code_try_age on code_try (since);
`,
};
