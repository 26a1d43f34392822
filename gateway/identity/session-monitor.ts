// Monitors open connections: their session may end, their access token expire, their roles change. Notifications report changes at once. A
// notification may be lost, so all connections are checked every two seconds.
import { GraphQLError } from "graphql";
import type { Viewer } from "../../platform/identity/identity.ts";
import type { Identity } from "./identity.ts";

export interface MonitoredConnection {
  /** The token at the opening, or the latest one. */
  authorization: string | undefined;
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
      const { authorization } = connection;
      try {
        const { viewer } = await identity.identify(authorization);
        if (viewer) viewers.set(viewer.sessionId, viewer);
      } catch (error) {
        if (isUnauthenticated(error) && connection.authorization === authorization) connection.end(error.message);
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

export function isUnauthenticated(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.extensions.code === "UNAUTHENTICATED";
}
