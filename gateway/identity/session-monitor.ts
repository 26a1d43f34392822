// Monitors open connections: their session may end, their access token expire, their roles change. Notifications report changes at once. A
// notification may be lost, so all connections are checked every two seconds.
import { GraphQLError } from "graphql";
import type { Viewer } from "../../platform/identity/identity.ts";
import type { Identified, Identity } from "./identity.ts";

/** Identifies the viewer of an open connection again. @throws GraphQLError UNAUTHENTICATED */
export type Identify = () => Promise<Identified>;

export interface MonitoredConnection {
  /** By the token at the opening, or the latest one; by the session, if the token was in a cookie. */
  identify: Identify;
  /** Its viewer. */
  viewer: Viewer | null;
  /** The one who was signed in is not any more. */
  end(reason: string): void;
}

export interface SessionMonitor {
  /** @returns how to stop watching */
  add(connection: MonitoredConnection): () => void;
  stop(): void;
}

const EVERY_MS = 2_000;

/** @param onChecked receives the current viewers of sessions, by session ID */
export function createSessionMonitor(
  identity: Identity,
  onChecked: (viewers: ReadonlyMap<string, Viewer>) => void,
): SessionMonitor {
  const watched = new Set<MonitoredConnection>();

  async function check(userId?: string): Promise<void> {
    const viewers = new Map<string, Viewer>();
    const look = async (connection: MonitoredConnection): Promise<void> => {
      const { identify } = connection;
      try {
        const { viewer } = await identify();
        if (viewer) viewers.set(viewer.sessionId, viewer);
      } catch (error) {
        if (isUnauthenticated(error) && connection.identify === identify) connection.end(error.message);
      }
    };
    const concerned = [...watched].filter(({ viewer }) => viewer && (userId === undefined || viewer.userId === userId));
    await Promise.all(concerned.map(look));
    if (viewers.size > 0) onChecked(viewers);
  }

  const stopHearing = identity.onSessionsChanged((userId) => void check(userId));
  let checking: NodeJS.Timeout | undefined;
  return {
    add: (connection) => {
      watched.add(connection);
      checking ??= setInterval(() => void check(), EVERY_MS).unref();
      return () => {
        watched.delete(connection);
        if (watched.size > 0) return;
        clearInterval(checking);
        checking = undefined;
      };
    },
    stop: () => {
      clearInterval(checking);
      stopHearing();
    },
  };
}

/**
 * For a connection that was identified by this token. A page can't read the token in its cookie, so it can't send a new one before the old
 * one expires: such a connection lasts as long as its session.
 */
export function identifyAgain(
  identity: Identity,
  authorization: string | undefined,
  identified: Identified,
  isCookie: boolean,
): Identify {
  return isCookie ? () => identity.renew(identified) : () => identity.identify(authorization);
}

export function isUnauthenticated(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.extensions.code === "UNAUTHENTICATED";
}
