import type { StoredNotification } from "./notification.ts";

/** Deprecated name. */
export type Letter = StoredNotification;
