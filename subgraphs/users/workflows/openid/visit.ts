// Who asks the OpenID provider, known to its adapter: the person whose browser the gateway has identified.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Viewer } from "../../../../platform/identity/identity.ts";

export interface Visit {
  /** Null also while the browser's access token has expired. */
  person: Pick<Viewer, "userId" | "sessionId"> | null;
  /** Session of a person that a provider's session belonged to which was deleted in this request, because it gets a new ID. */
  before?: string | null;
}

export const visits = new AsyncLocalStorage<Visit>();
