// Whether the request that is being served may have had an effect by now. From its first commit on its client is never told UNAVAILABLE,
// which says that nothing happened: how a later query fails says nothing about what was committed before.
import { AsyncLocalStorage } from "node:async_hooks";
import { isUnavailable, timedOut, withdrawn } from "./errors.ts";

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

/**
 * Waits for what another subgraph was asked for after the intent was committed here. If the question never arrived there, `withdraw` takes
 * the intent back; it answers false where somebody else has asked for the same and may have been heard.
 * @throws GraphQLError UNAVAILABLE only if the intent was taken back; TIMEOUT if nobody knows
 */
export async function orWithdraw<T>(asked: Promise<T>, withdraw: () => Promise<boolean>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw (await withdraw()) ? withdrawn(error) : timedOut("Another service", error);
  }
}
