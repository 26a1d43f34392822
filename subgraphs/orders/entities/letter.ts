import type { StoredNotification } from "./notification.ts";

/** The deprecated name. */
export type Letter = StoredNotification;
