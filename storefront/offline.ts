// Which pages a browser may show without a network, agreed between this process and the service worker (worker/).
//
// Pages of a person have `cache-control: private, no-store`: no cache of HTTP keeps them, neither the browser's nor one on the way, and the
// back button shows none after a sign-out. The service worker keeps the pages of tickets nevertheless, on purpose: a ticket is needed at
// doors where phones have no network. It keeps a page only if this process names its owner in the header below, so no other private page can
// be kept by mistake. The worker, unlike a cache of HTTP, knows when to forget: see worker/kept-pages.ts.

/** Header of a page that may be kept: the ID of the person whose page it is. */
export const KEPT_FOR = "kept-for";

/** A page is not shown when it is older: as long as a session lasts without being used. */
export const KEPT_DAYS = 30;

/** Address of the worker's script. */
export const WORKER_PATH = "/service-worker.js";
