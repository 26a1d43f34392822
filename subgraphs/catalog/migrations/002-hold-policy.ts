export const holdPolicy = {
  name: "002-hold-policy",
  statements: `
alter table event add column max_hold_seconds int not null default 3600 check (max_hold_seconds >= hold_seconds);
alter table event add column avoid_single_seats boolean not null default false;
alter table event add column companions_per_wheelchair_place int check (companions_per_wheelchair_place >= 0);
`,
};
