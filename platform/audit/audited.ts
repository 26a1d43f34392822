// Records an action for the audit log, in the transaction of the action. Users writes the log.
import type { AuditedAction, MessageType } from "../core/contracts.ts";
import { v7 as uuid } from "../core/ids.ts";
import { publish } from "../messaging/outbox.ts";
import type { Tx } from "../postgres/database.ts";
import { actingIn, type Acting } from "./acting.ts";
import type { Detail } from "./chain.ts";

export interface Action {
  /** Null: it concerns no organization. */
  organizationId: string | null;
  /** The mutation that did it, such as `pauseSales`. */
  action: string;
  /** ID of the changed thing. */
  subject: string;
  /** IDs, names of changed fields, numbers and amounts; no personal data. */
  detail?: Detail;
  reason?: string | null;
  /** The organization may read the reason, also that of a member of platform staff. */
  isReasonOpen?: boolean;
}

export type Audit = (tx: Tx, action: Action, by?: Acting) => Promise<void>;

const MOST_CHARACTERS = 1_000;

/** @param by default: the actor of the transaction. A command that ends later than its request passes the one that it has stored. */
export function auditedAction(
  tx: Tx,
  { detail = {}, reason = null, isReasonOpen = false, ...action }: Action,
  by: Acting = actingIn(tx),
): AuditedAction {
  return {
    id: uuid(),
    ...action,
    ...by,
    detail,
    reason: reason?.slice(0, MOST_CHARACTERS) ?? null,
    isReasonOpen,
    at: new Date().toISOString(),
  };
}

/** For a subgraph: publishes its actions. */
export function auditBy(message: MessageType<AuditedAction>): Audit {
  return async (tx, action, by) => {
    const body = auditedAction(tx, action, by);
    await publish(tx, message, action.organizationId ?? action.subject, body);
  };
}
