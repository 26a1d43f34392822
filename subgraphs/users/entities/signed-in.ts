import type { SessionKind } from "./session.ts";

/** Open session, as its person sees it. */
export interface SignedIn {
  id: string;
  userId: string;
  device: string | null;
  place: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  amr: string[];
  kind: SessionKind;
}
