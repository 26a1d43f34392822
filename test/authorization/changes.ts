// Who may change what: the expectations of the authorization tests for every mutation. An anonymous viewer gets UNAUTHENTICATED, unless a line
// says otherwise. The input is right in everything but the viewer, so that a refusal is about the viewer. Viewers with permission send `tried`
// too, which makes the mutation fail later where possible: its answer shows that they passed the check and changed nothing.
import { ACCOUNTS } from "./changes/accounts.ts";
import type { Changes } from "./changes/change.ts";
import { EVENTS } from "./changes/events.ts";
import { SALES } from "./changes/sales.ts";

export const CHANGES: Changes = { ...SALES, ...EVENTS, ...ACCOUNTS };
