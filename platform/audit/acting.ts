// Who acts in a transaction. The database of a request tells it to all of its transactions, so that no command has to pass it on.
import type { Viewer } from "../identity/identity.ts";
import type { Database, Tx } from "../postgres/database.ts";

export interface Acting {
  /** ID of the user; with a kind before it for anything else: `key:<id>`. */
  actor: string;
  /** `staff` for a member of platform staff; ID of the user whose account an app or a member of staff uses; otherwise null. */
  actAs: string | null;
  /** Keyed pseudonym of the client's network. */
  network: string | null;
}

/** Consequences of messages, timers and restored backups. */
export const SYSTEM: Acting = { actor: "system", actAs: null, network: null };

export const AS_STAFF = "staff";

export function actingOf({ userId, staff, actor }: Viewer, network: string | null = null): Acting {
  if (!actor || actor.kind === "guest") return { actor: userId, actAs: staff ? AS_STAFF : null, network };
  const { kind, id } = actor;
  return { actor: kind === "staff" ? id : `${kind}:${id}`, actAs: id === userId ? null : userId, network };
}

const known = new WeakMap<Tx, Acting>();

/** The same database; its transactions know who acts. */
export function withActing(database: Database, acting: Acting): Database {
  const transaction: Database["transaction"] = (work) =>
    database.transaction((tx) => {
      known.set(tx, acting);
      return work(tx);
    });
  return { ...database, transaction };
}

export function actingIn(tx: Tx): Acting {
  return known.get(tx) ?? SYSTEM;
}
