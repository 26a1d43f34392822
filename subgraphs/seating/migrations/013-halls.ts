// Besides the seats, so that a hold writes no more than before.
export const halls = {
  name: "013-halls",
  statements: `
-- Geometry and view of the seats of an event. It never changes. Absent for a hall without geometry.
create table sale_hall (
  event_id uuid primary key references sale,
  hall jsonb not null
);
`,
};
