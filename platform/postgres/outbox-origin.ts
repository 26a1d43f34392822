// An outbox restored to an earlier state reuses numbers of other messages. So each history has its own origin, which is part of its
// messages' IDs (message-ids.ts): consumers can distinguish the messages.
import type pg from "pg";

/**
 * Gives the outbox a new origin if its database was restored, promoted or copied since the last time. It can't detect old files restored
 * under the same cluster: then the relay finds messages in the stream that the outbox lacks, and renews the origin.
 */
export async function identifyOutbox(client: pg.Client): Promise<void> {
  await renew(client, "where history <> public.outbox_history()");
}

export async function renewOrigin(client: pg.Client): Promise<void> {
  await renew(client, "");
}

async function renew(client: pg.Client, condition: string): Promise<void> {
  await client.query(
    `update public.outbox_origin set origin = public.outbox_new_origin(), history = public.outbox_history() ${condition}`,
  );
}
