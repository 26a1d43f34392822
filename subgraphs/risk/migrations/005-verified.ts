export const verified = {
  name: "005-verified",
  statements: `
-- The domain of each buyer's address that counts as verified last; of somebody who was erased none, for good.
create table verified_email (user_id uuid primary key, email_domain text not null, verified_at timestamptz not null);
`,
};
