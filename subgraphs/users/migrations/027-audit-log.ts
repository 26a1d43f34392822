// The audit log: chains of entries that only grow. The database assigns no number twice and leaves none out, however its rows are written.
export const auditLog = {
  name: "027-audit-log",
  statements: `
-- The last entry of each chain. Its row is locked by whoever appends. Heads up to told_seq were written to the log of the process.
create table audit_head (
  chain text primary key,
  seq bigint not null default 0,
  hash text not null,
  told_seq bigint not null default 0
);
create index audit_head_untold on audit_head (chain) where told_seq < seq;

create table audit_entry (
  chain text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  act_as text,
  action text not null,
  subject text not null,
  reason text,
  detail jsonb not null,
  network text,
  -- Not hashed: it keeps an action from being appended twice.
  action_id uuid not null default gen_random_uuid(),
  prev_hash text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (chain, seq),
  unique (chain, action_id)
);
create index audit_entry_of_actor on audit_entry (chain, actor, seq desc);
create index audit_entry_of_action on audit_entry (chain, action, seq desc);

create function audit_entry_follows() returns trigger language plpgsql as $$
begin
  update audit_head set seq = new.seq, hash = new.hash where chain = new.chain and seq = new.seq - 1 and hash = new.prev_hash;
  if not found then raise exception 'entry % does not follow the last one of audit chain %', new.seq, new.chain; end if;
  return new;
end $$;
create trigger audit_entry_follows before insert on audit_entry for each row execute function audit_entry_follows();

create function audit_log_only_grows() returns trigger language plpgsql as $$
begin raise exception 'entries of the audit log never change'; end $$;
create trigger audit_entry_kept before update or delete or truncate on audit_entry for each statement execute function audit_log_only_grows();
create trigger audit_head_kept before delete or truncate on audit_head for each statement execute function audit_log_only_grows();
create trigger audit_head_grows before update on audit_head for each row
  when (new.chain <> old.chain or new.seq < old.seq or (new.seq = old.seq and new.hash <> old.hash)) execute function audit_log_only_grows();
revoke update, delete, truncate on audit_entry from current_user;
`,
};
