// Public keys of access tokens, for services outside that check tokens themselves.
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendJson, type Route } from "../../platform/http/http.ts";

const JWKS_KEPT_MS = 60_000;

/** Fetched at most once a minute: users publishes a new key long before its use. */
export function jwksRoute(usersUrl: () => string): Route {
  let known: { keys: Promise<unknown>; at: number } | undefined;
  async function ask(): Promise<unknown> {
    const answer = await fetch(new URL("/.well-known/jwks.json", usersUrl()), { signal: AbortSignal.timeout(3_000) });
    if (!answer.ok) throw new Error(`Users answered ${answer.status}.`);
    return answer.json();
  }
  const handle = async (_: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!known || performance.now() - known.at > JWKS_KEPT_MS) known = { keys: ask(), at: performance.now() };
    const asked = known;
    try {
      const found = await asked.keys;
      response.setHeader("cache-control", "public, max-age=60");
      sendJson(response, 200, found);
    } catch {
      // Several requests may have waited for this answer: only the first of them forgets it, and never a newer one.
      if (known === asked) known = undefined;
      sendJson(response, 503, { error: "The sign-in service is unavailable." });
    }
  };
  return { method: "GET", path: "/.well-known/jwks.json", handle };
}
