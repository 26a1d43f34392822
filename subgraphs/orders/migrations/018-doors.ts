export const doors = {
  name: "018-doors",
  statements: "alter table event_facts add column doors_at timestamptz;",
};
