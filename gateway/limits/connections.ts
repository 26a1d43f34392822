// Limits of open connections: WebSockets and event streams cost the same memory, and are counted together.
import type { Admission } from "./admission.ts";
import { subscriberOf } from "../core/addresses.ts";
import { rateLimited, unavailable } from "../../platform/core/errors.ts";
import { Refused } from "../core/refused.ts";

export interface ConnectionLimits {
  connections: number;
  connectionsPerAddress: number;
}

export interface Connections {
  /** @throws Refused while there are too many, in all or of one address */
  check(address: string): void;
  /** @returns how to leave again, once. @throws Refused */
  enter(address: string): () => void;
}

const COME_BACK_SECONDS = 5;
const HEADERS = { "retry-after": String(COME_BACK_SECONDS) };
/** Created once: each new error would capture a stack trace, the most expensive part of a refusal. */
const ALL_TAKEN = new Refused(503, [unavailable("The gateway")], HEADERS);
const TOO_MANY_OF_ONE = new Refused(429, [rateLimited(COME_BACK_SECONDS)], HEADERS);

export function createConnections(limits: ConnectionLimits, { isExempt }: Pick<Admission, "isExempt">): Connections {
  const perSubscriber = new Map<string, number>();
  let all = 0;

  function check(address: string): void {
    if (all >= limits.connections) throw ALL_TAKEN;
    const own = perSubscriber.get(subscriberOf(address)) ?? 0;
    if (own >= limits.connectionsPerAddress && !isExempt(address)) throw TOO_MANY_OF_ONE;
  }

  return {
    check,
    enter: (address) => {
      check(address);
      const subscriber = subscriberOf(address);
      all += 1;
      perSubscriber.set(subscriber, (perSubscriber.get(subscriber) ?? 0) + 1);
      return () => {
        all -= 1;
        const left = perSubscriber.get(subscriber)! - 1;
        if (left > 0) perSubscriber.set(subscriber, left);
        else perSubscriber.delete(subscriber);
      };
    },
  };
}
