// An outbox whose database was restored to an earlier state gives numbers again that other messages had. So each history of it has an origin of
// its own, which is part of its messages' ids (message-ids.ts): consumers tell the messages apart.
import type pg from "pg";

/**
 * Gives the outbox a new origin if its database was restored, promoted or copied since the last time. It can't tell if the files of before were
 * put back under the same cluster: then the relay finds messages in the stream that the outbox does not know, and renews the origin.
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
