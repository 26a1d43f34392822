export const sessionOrigins = {
  name: "016-session-origins",
  statements: `
-- What a person recognizes a session by: the client's user-agent, its network as a CIDR prefix, and when it was last refreshed.
alter table session
  add column device text,
  add column place text,
  add column last_seen_at timestamptz;
`,
};
