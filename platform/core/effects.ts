// Whether the request that is being served may have had an effect by now. After its first commit, the client never gets UNAVAILABLE, which
// promises that nothing was changed: a later failed query does not undo the commit.
import { AsyncLocalStorage } from "node:async_hooks";

interface Effects {
  arePossible: boolean;
}

const current = new AsyncLocalStorage<Effects>();

/** Runs one request. All operations and fields of it count together. */
export function watchingEffects<T>(serve: () => T): T {
  return current.run({ arePossible: false }, serve);
}

/** Something was committed for this request, here or in another subgraph. Does nothing outside a request. */
export function noteEffect(): void {
  const effects = current.getStore();
  if (effects) effects.arePossible = true;
}

export function mayHaveHappened(): boolean {
  return current.getStore()?.arePossible ?? false;
}
