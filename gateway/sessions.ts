// Who the viewers of sessions are: what users answers is cached for a few seconds. Sessions in use are refreshed together before that time is
// over, so that no request waits for it. While users does not answer, the cached viewers stay valid, and the roles of a new session are
// unknown.
import DataLoader from "dataloader";
import { LRUCache } from "lru-cache";
import type { Viewer } from "../platform/identity.ts";

const BELIEVED_MS = 4_000;
/** A session in use is refreshed from this age on. */
const REFRESHED_AFTER_MS = 2_000;
const REFRESH_EVERY_MS = 1_000;
const SESSIONS_KEPT = 50_000;
/** In one request. */
const TOGETHER = 500;
/** Who comes while others are asked for waits until those are answered, but no longer than this: then all of them are asked for together. */
const WAITS_MS = 50;

interface Known {
  userId: string;
  answer: Promise<Viewer | null>;
  /** When it was asked for. */
  at: number;
  /** The refresh under way, which takes its place once it is answered. */
  next?: Known;
}

export interface Sessions {
  /** Null for a session that has ended. */
  viewerOf(sessionId: string, userId: string): Promise<Viewer | null>;
  /** Invalidates the sessions of a user, or all. */
  forget(userId?: string): void;
  /** Refreshes those in use. */
  refresh(): void;
  stop(): void;
}

/** @param ask in the order of the ids; null for a session that has ended */
export function createSessions(
  ask: (sessionIds: readonly string[]) => Promise<(Viewer | null)[]>,
  now: () => number = Date.now,
): Sessions {
  const sessions = new LRUCache<string, Known>({ max: SESSIONS_KEPT });
  const inUse = new Set<string>();
  const questions = createQuestions();
  const asking = new DataLoader((sessionIds: readonly string[]) => questions.during(ask(sessionIds)), {
    cache: false,
    maxBatchSize: TOGETHER,
    batchScheduleFn: questions.next,
  });
  const believed = (known: Known | undefined): Known | undefined =>
    known && now() - known.at < BELIEVED_MS ? known : undefined;

  function askFor(sessionId: string, userId: string, before: Known | undefined): Known {
    const answer = asking.load(sessionId).then(
      async (viewer) => sameIfEqual(await before?.answer.catch(() => undefined), viewer),
      async () => {
        const known = await before?.answer.catch(() => undefined);
        return known === undefined ? withoutRoles(userId, sessionId) : known;
      },
    );
    return { userId, answer, at: now() };
  }

  function refresh(): void {
    for (const sessionId of inUse) {
      const known = sessions.peek(sessionId);
      if (known && now() - known.at < REFRESHED_AFTER_MS) continue;
      inUse.delete(sessionId);
      if (!known || believed(known.next)) continue;
      const next = (known.next = askFor(sessionId, known.userId, known));
      void next.answer.then(() => {
        if (sessions.peek(sessionId) === known) sessions.set(sessionId, next);
      });
    }
  }

  const refreshing = setInterval(refresh, REFRESH_EVERY_MS).unref();
  return {
    viewerOf: (sessionId, userId) => {
      inUse.add(sessionId);
      const known = sessions.get(sessionId);
      if (known && believed(known)) return known.answer;
      const asked = believed(known?.next) ?? askFor(sessionId, userId, known);
      sessions.set(sessionId, asked);
      return asked.answer;
    },
    forget: (userId) => {
      for (const known of sessions.values()) {
        if (userId !== undefined && known.userId !== userId) continue;
        known.at = 0;
        // Its answer may be from before the change.
        if (known.next) known.next.at = 0;
      }
    },
    refresh,
    stop: () => clearInterval(refreshing),
  };
}

/** One question after another, so that those who come meanwhile share the next one. */
function createQuestions() {
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
      // Whoever has come in the same turn of the event loop is asked for together in any case.
      if (!answered) return void setImmediate(ask);
      let timer: NodeJS.Timeout | undefined;
      const waited = new Promise((resolve) => (timer = setTimeout(resolve, WAITS_MS)));
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
