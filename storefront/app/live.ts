// Subscriptions over one WebSocket of a page. A lost connection is opened again, with growing pauses; the caller says where to resume.
import { createClient, type Client } from "graphql-ws";
import type { DocumentId } from "../documents/document.ts";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

let client: Client | undefined;

function connect(): Client {
  const url = new URL("/graphql", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  let subscriptions = 0;
  return createClient({
    url: url.href,
    // The library would repeat the first variables: this module subscribes again itself.
    retryAttempts: 0,
    lazyCloseTimeout: 3_000,
    // Each message repeats it: the library's own has 36 characters.
    generateID: () => (subscriptions += 1).toString(36),
  });
}

/** A random part of the pause, so that many clients do not come back at once. */
const pauseOf = (failures: number) => Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);

/** @param variablesNow variables of each new subscription @returns ends it */
export function follow<Data, Variables extends Record<string, unknown>>(
  document: DocumentId<Data, Variables>,
  variablesNow: () => Variables,
  onData: (data: Data) => void,
  onConnected: (isConnected: boolean) => void = () => {},
): () => void {
  let isEnded = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe = () => {};
  const again = () => {
    if (isEnded) return;
    onConnected(false);
    timer = setTimeout(subscribe, pauseOf(failures));
    failures += 1;
  };
  function subscribe(): void {
    client ??= connect();
    const extensions = { persistedQuery: { version: 1, sha256Hash: document } };
    unsubscribe = client.subscribe<Data>(
      { query: "", variables: variablesNow(), extensions },
      {
        next: ({ data }) => {
          failures = 0;
          onConnected(true);
          if (data) onData(data as Data);
        },
        error: again,
        complete: again,
      },
    );
  }
  subscribe();
  return () => {
    isEnded = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
