// Live updates of entries of waiting lists. One statement a second reads the entries that are followed in this process: a list changes seldom, and
// what may change an entry is a hold, an order or the time, which no single notification covers.
import type { Database } from "../../../platform/postgres/database.ts";
import { notFound } from "../../../platform/core/errors.ts";
import { createMailbox, type Mailbox } from "../../../platform/core/mailbox.ts";
import type { WaitlistEntry } from "../entities/waitlist-entry.ts";
import { waitlistEntriesById } from "../queries/waitlists.ts";

const LOOK_EVERY_MS = 1_000;

interface Follower {
  userId: string;
  mailbox: Mailbox<WaitlistEntry>;
  /** State and offer that it was told. */
  told: string;
}

export interface EntryFeed {
  /** Emits the entry at once, and after changes of its state or offer. Ends if it becomes another person's. The caller checks access. */
  follow(entryId: string, userId: string): AsyncIterableIterator<WaitlistEntry>;
  stop(): void;
}

const stateOf = ({ state, holdId, offeredUntil }: WaitlistEntry): string =>
  [state, holdId, offeredUntil?.toISOString()].join(" ");

export function createEntryFeed(database: Pick<Database, "read">, everyMs = LOOK_EVERY_MS): EntryFeed {
  const followers = new Map<string, Set<Follower>>();
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isToLook = false;

  function tell(entry: WaitlistEntry): void {
    for (const follower of followers.get(entry.id) ?? []) {
      if (entry.userId !== follower.userId) follower.mailbox.end(notFound("entry of a waiting list"));
      else if (stateOf(entry) !== follower.told) {
        follower.told = stateOf(entry);
        follower.mailbox.put(entry);
      }
    }
  }

  /** After a failure of the database the next look catches up. */
  async function look(): Promise<void> {
    isToLook = true;
    if (isLooking) return;
    isLooking = true;
    while (isToLook) {
      isToLook = false;
      for (const entry of await waitlistEntriesById(database, [...followers.keys()]).catch(() => [])) tell(entry);
    }
    isLooking = false;
  }

  function leave(entryId: string, follower: Follower): void {
    const those = followers.get(entryId);
    if (!those?.delete(follower) || those.size > 0) return;
    followers.delete(entryId);
    if (followers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  return {
    follow: (entryId, userId) => {
      const mailbox = createMailbox<WaitlistEntry>({ onEnd: () => leave(entryId, follower) });
      const follower: Follower = { userId, mailbox, told: "" };
      followers.set(entryId, (followers.get(entryId) ?? new Set()).add(follower));
      timer ??= setInterval(() => void look(), everyMs);
      void look();
      return mailbox;
    },
    stop: () => {
      clearInterval(timer);
      for (const those of followers.values()) for (const { mailbox } of [...those]) mailbox.end();
    },
  };
}
