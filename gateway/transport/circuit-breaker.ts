// Circuit breaker of a subgraph: after several consecutive failures it is half-open, and single probes at growing intervals test the
// subgraph, until one succeeds. A single client with slow requests can't open it.

const FAILURES_TO_OPEN = 8;
/** Maximum failures counted for one client: at least four clients have to fail. */
const FAILURES_OF_ONE_CLIENT = 2;
const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 2_000;

export interface Breaker {
  /** Whether a request may be sent now. */
  allows(): boolean;
  succeeded(): void;
  /** @param clients identities of the client, such as address and account; empty for failures that no client can cause */
  failed(clients?: readonly string[]): void;
}

export function createBreaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0;
  const byClient = new Map<string, number>();
  let pauseMs = FIRST_PAUSE_MS;
  let nextTry = 0;
  return {
    allows: () => {
      if (failures < FAILURES_TO_OPEN) return true;
      if (now() < nextTry) return false;
      // The half-open probe; other requests wait for its result, or for the end of the next pause.
      nextTry = now() + pauseMs;
      return true;
    },
    succeeded: () => {
      if (failures === 0) return;
      failures = 0;
      byClient.clear();
      pauseMs = FIRST_PAUSE_MS;
    },
    failed: (clients = []) => {
      if (failures < FAILURES_TO_OPEN) {
        if (clients.some((client) => (byClient.get(client) ?? 0) >= FAILURES_OF_ONE_CLIENT)) return;
        for (const client of clients) byClient.set(client, (byClient.get(client) ?? 0) + 1);
      }
      failures += 1;
      if (failures < FAILURES_TO_OPEN) return;
      if (failures > FAILURES_TO_OPEN) pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
      nextTry = now() + pauseMs;
    },
  };
}
