import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Questions of events to their buyers, and the answers. */
export const answers: DatabaseMigration = {
  name: "029-answers",
  statements: `
-- Projection of catalog's messages: questions that are asked now (domain/questions.ts). No row for an event that never had any.
create table event_questionnaire (
  event_id uuid primary key,
  version int not null,
  questionnaire jsonb not null
);

-- Last answer to each question of an order, and the question as it was then.
create table answer (
  order_id uuid not null references purchase,
  -- Position of the ticket in the order; -1 for an answer about the order.
  position int not null,
  question_id uuid not null,
  event_id uuid not null,
  -- Person who answered.
  person_id uuid not null,
  question text not null,
  value jsonb not null,
  -- The answer as people read it.
  shown text not null,
  answered_at timestamptz not null default date_trunc('milliseconds', app_now()),
  primary key (order_id, position, question_id)
);
create index answer_of_event on answer (event_id, question_id);
create index answer_of_person on answer (person_id);
create trigger answer_person_id_merged before insert on answer for each row
  when (${isGuestSql("new.person_id")}) execute function set_current_account('person_id');

-- Parts of the postal address; null for an address that was given as lines.
alter table invoice_address
  add column street text,
  add column postal_code text,
  add column city text,
  add column country text;
`,
};
