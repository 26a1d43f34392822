// Viewers of sessions. Answers of users are cached. Every few seconds one request asks users for changed sessions and roles since the last
// answer. So an ended session is refused within five seconds, even without a notification. If users can't answer that, each session is
// cached for four seconds, and active ones are refreshed together before that, so that no request waits. While users is down, the cached
// viewers stay valid, and the roles of a new session are unknown.
import DataLoader from "dataloader";
import { LRUCache } from "lru-cache";
import type { Viewer } from "../../platform/identity/identity.ts";

/** How long a session is believed, and from which age on one in use is refreshed. */
const UNHEARD = { believedMs: 4_000, refreshedAfterMs: 2_000 };
/** Cache time while changes are known: changes caused only by time appear after a minute. */
const HEARD = { believedMs: 60_000, refreshedAfterMs: 30_000 };
const TICK_MS = 1_000;
const ASK_CHANGES_EVERY_MS = 4_000;
/** An answer is as of its request. */
const HEARD_FOR_MS = 4_800;
/** An older cursor may be too old for users. */
const NUMBER_KEPT_MS = 10 * 60_000;
/** Without requests that need them, sessions are not refreshed. */
const IDLE_AFTER_MS = 10_000;
const SESSIONS_KEPT = 50_000;
/** Maximum sessions in one request. */
const TOGETHER = 500;
/** Maximum wait of a new session for the current request to users; then all waiting sessions are requested together. */
const WAIT_MS = 50;

interface Known {
  userId: string;
  answer: Promise<Viewer | null>;
  /** Time of the request. */
  at: number;
  /** Users has not answered. */
  isGuess?: boolean;
  /** A refresh in progress, which replaces this entry when it is answered. */
  next?: Known;
}

/** Changes since a cursor, from users. */
export interface Changes {
  number: string;
  everybody: boolean;
  userIds: readonly string[];
}

export interface SessionsOptions {
  /** In the order of the IDs; null for a session that has ended. */
  ask(sessionIds: readonly string[]): Promise<(Viewer | null)[]>;
  /** @param after null: no cursor yet */
  changesAfter(after: string | null): Promise<Changes>;
  /** Invalidates one user or all users. */
  onChanged(userId?: string): void;
  now?: () => number;
  /** Maximum wait of a new session for the current request, in ms. */
  waitMs?: number;
}

export interface Sessions {
  /** Null for a session that has ended. */
  viewerOf(sessionId: string, userId: string): Promise<Viewer | null>;
  /** Invalidates the sessions of a user, or all. */
  forget(userId?: string): void;
  /** Asks for changes, and refreshes those in use, where it is time. */
  tick(): void;
  stop(): void;
}

export function createSessions({
  ask,
  changesAfter,
  onChanged,
  now = Date.now,
  waitMs = WAIT_MS,
}: SessionsOptions): Sessions {
  const sessions = new LRUCache<string, Known>({ max: SESSIONS_KEPT });
  const inUse = new Set<string>();
  const questions = createQuestions(waitMs);
  const asking = new DataLoader((sessionIds: readonly string[]) => questions.during(ask(sessionIds)), {
    cache: false,
    maxBatchSize: TOGETHER,
    batchScheduleFn: questions.next,
  });
  /** Cursor of the last answer about changes; `at`: time of its request. */
  let received: { number: string; at: number } | undefined;
  let isAsking = false;
  let askedAt = -Infinity;
  let usedAt = -Infinity;
  let ticking: NodeJS.Timeout | undefined;
  const rulesFor = ({ isGuess }: Known) =>
    !isGuess && received && now() - received.at < HEARD_FOR_MS ? HEARD : UNHEARD;
  const believed = (known: Known | undefined): Known | undefined =>
    known && now() - known.at < rulesFor(known).believedMs ? known : undefined;

  function forget(userIds?: ReadonlySet<string>): void {
    for (const known of sessions.values()) {
      if (userIds && !userIds.has(known.userId)) continue;
      known.at = -Infinity;
      // Its answer may be from before the change.
      if (known.next) known.next.at = -Infinity;
    }
  }

  async function askForChanges(): Promise<void> {
    const at = (askedAt = now());
    isAsking = true;
    try {
      const { number, everybody, userIds } = await changesAfter(
        received && at - received.at < NUMBER_KEPT_MS ? received.number : null,
      );
      received = { number, at };
      if (everybody) forget();
      else if (userIds.length > 0) forget(new Set(userIds));
      for (const userId of everybody ? [undefined] : userIds) onChanged(userId);
    } catch {
      // Until this is answered again, each session is requested separately.
    } finally {
      isAsking = false;
    }
  }

  function askFor(sessionId: string, userId: string, before: Known | undefined): Known {
    const answer = asking.load(sessionId).then(
      async (viewer) => sameIfEqual(await before?.answer.catch(() => undefined), viewer),
      async () => {
        asked.isGuess = true;
        const known = await before?.answer.catch(() => undefined);
        return known === undefined ? withoutRoles(userId, sessionId) : known;
      },
    );
    const asked: Known = { userId, answer, at: now() };
    return asked;
  }

  function refresh(): void {
    for (const sessionId of inUse) {
      const known = sessions.peek(sessionId);
      if (known && now() - known.at < rulesFor(known).refreshedAfterMs) continue;
      inUse.delete(sessionId);
      if (!known || believed(known.next)) continue;
      const next = (known.next = askFor(sessionId, known.userId, known));
      void next.answer.then(() => {
        if (sessions.peek(sessionId) === known) sessions.set(sessionId, next);
      });
    }
  }

  function tick(): void {
    if (!isAsking && now() - askedAt >= ASK_CHANGES_EVERY_MS) void askForChanges();
    refresh();
    if (now() - usedAt < IDLE_AFTER_MS) return;
    clearInterval(ticking);
    ticking = undefined;
  }

  return {
    viewerOf: (sessionId, userId) => {
      inUse.add(sessionId);
      usedAt = now();
      ticking ??= setInterval(tick, TICK_MS).unref();
      const known = sessions.get(sessionId);
      if (known && believed(known)) return known.answer;
      const asked = believed(known?.next) ?? askFor(sessionId, userId, known);
      sessions.set(sessionId, asked);
      return asked.answer;
    },
    forget: (userId) => forget(userId === undefined ? undefined : new Set([userId])),
    tick,
    stop: () => clearInterval(ticking),
  };
}

/** One request at a time, so that later arrivals share the next one. */
function createQuestions(waitMs: number) {
  let answered: Promise<unknown> | undefined;
  return {
    during: <T>(answer: Promise<T>): Promise<T> => {
      const settled = answer.then(
        () => {},
        () => {},
      );
      answered = settled;
      void settled.then(() => {
        if (answered === settled) answered = undefined;
      });
      return answer;
    },
    next: (ask: () => void): void => {
      // Sessions of the same turn of the event loop are always requested together.
      if (!answered) return void setImmediate(ask);
      let timer: NodeJS.Timeout | undefined;
      const waited = new Promise((resolve) => (timer = setTimeout(resolve, waitMs)));
      void Promise.race([answered, waited]).then(() => {
        clearTimeout(timer);
        ask();
      });
    },
  };
}

/** Tokens signed for a viewer are kept with the object: an equal viewer stays the same object. */
function sameIfEqual(before: Viewer | null | undefined, viewer: Viewer | null): Viewer | null {
  return before && JSON.stringify(before) === JSON.stringify(viewer) ? before : viewer;
}

const withoutRoles = (userId: string, sessionId: string): Viewer => ({
  userId,
  sessionId,
  staff: false,
  verified: false,
  memberships: {},
  rolesUnknown: true,
});
