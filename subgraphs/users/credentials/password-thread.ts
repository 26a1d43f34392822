// Worker thread of new-passwords.ts.
import { serveThread } from "../../../platform/core/worker-thread.ts";
import { weaknessOf, type Owner } from "./password-strength.ts";

export interface Asked {
  password: string;
  owner: Owner;
}

export const work = serveThread(async ({ password, owner }: Asked) => weaknessOf(password, owner));
