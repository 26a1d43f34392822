export const waitingLetters = {
  name: "011-waiting-letters",
  statements: `
-- Letters to people whose address is not verified: they are sent when it is.
create table waiting_letter (
  letter_id uuid primary key references letter,
  recipient_id uuid not null
);
create index waiting_letter_of_recipient on waiting_letter (recipient_id);

-- How many letters somebody was sent on a day; of a letter that is tried again only the first try counts.
create table letter_count (
  recipient_id uuid not null,
  day date not null,
  count int not null,
  primary key (recipient_id, day)
);
alter table letter add column is_counted boolean not null default false;
`,
};
