// Tickets without a network: registers the service worker, which keeps them (../worker).
import { workerUrl } from "./trusted.ts";

/** In browsers that have none, or in a private window of some, pages work as before. */
export async function keepTickets(): Promise<void> {
  await navigator.serviceWorker?.register(workerUrl, { updateViaCache: "none" }).catch(() => {});
}
