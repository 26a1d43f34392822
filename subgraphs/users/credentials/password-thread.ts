// Worker thread of new-passwords.ts.
import { workerData } from "node:worker_threads";
import { serveThread } from "../../../platform/core/worker-thread.ts";
import { openBreachedFile } from "./breached-passwords.ts";
import { weaknessOf, type Owner } from "./password-strength.ts";

/** Data of the thread at its start. */
export interface Settings {
  breachedFile: string | undefined;
}

export interface Asked {
  password: string;
  owner: Owner;
}

const { breachedFile } = workerData as Settings;
const isBreached = breachedFile === undefined ? () => false : openBreachedFile(breachedFile);

/** Answers the reasons of a refusal, as sentences. */
export const work = serveThread(async ({ password, owner }: Asked) => {
  if (isBreached(password)) return "It was stolen from another service: do not use it anywhere.";
  const weakness = weaknessOf(password, owner);
  return weakness === undefined ? undefined : `It is easy to guess. ${weakness}`.trim();
});
