// Questions to a person: who they are, and whether they allow what an app asks for. The gateway shows them. A cookie binds a question to the
// browser in which the app has started.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import type { Database } from "../../../../platform/postgres/database.ts";
import { APP_SCOPES, GRAPH } from "../../entities/app-scopes.ts";
import { findClient } from "../../queries/oauth-clients.ts";
import { findProofs } from "../../queries/people.ts";

export type Question =
  /** It took too long, or another browser has begun it. */
  | { kind: "over" }
  /** The person is who they were in this session: nothing to ask. */
  | { kind: "go"; to: string }
  /** They have to prove it again. */
  | { kind: "confirm" }
  | { kind: "consent"; app: string; organization: string | null; site: string; scopes: Scope[] };

export interface Scope {
  name: string;
  words: string;
}

type Details = Awaited<ReturnType<Provider["interactionDetails"]>>;

export interface Asked {
  provider: Provider;
  database: Database;
  request: IncomingMessage;
  response: ServerResponse;
  uid: string;
  person: { userId: string; sessionId: string };
}

async function detailsOf({ provider, request, response, uid }: Asked): Promise<Details | undefined> {
  try {
    const details = await provider.interactionDetails(request, response);
    return details.uid === uid ? details : undefined;
  } catch (error) {
    if ((error as Error).name === "SessionNotFound") return undefined;
    throw error;
  }
}

export async function questionOf(asked: Asked): Promise<Question> {
  const details = await detailsOf(asked);
  if (!details) return { kind: "over" };
  return details.prompt.name === "login" ? signIn(asked, details) : consentOf(asked, details);
}

/** Passes on who is signed in. If the app demands it, the proof has to be newer than its request, or of a maximum age. */
async function signIn(asked: Asked, details: Details): Promise<Question> {
  const { database, person } = asked;
  const proofs = await findProofs(database, person);
  if (!proofs) return { kind: "over" };
  const ts = Math.floor(proofs.authTime.getTime() / 1_000);
  const { reasons } = details.prompt;
  // The app expects another person, who is not signed in here.
  if (reasons.includes("id_token_hint") && !reasons.includes("no_session"))
    return finish(asked, { error: "login_required", error_description: "another person is signed in" });
  if (ts < oldestProof(details)) return { kind: "confirm" };
  return finish(asked, { login: { accountId: person.userId, ts, amr: proofs.amr } });
}

function oldestProof({ iat, params, prompt }: Details): number {
  const { max_age: maxAge } = params as { max_age?: string };
  const fromAge = maxAge === undefined ? 0 : Math.floor(Date.now() / 1_000) - Number(maxAge);
  return Math.max(fromAge, prompt.reasons.includes("login_prompt") ? iat : 0);
}

async function consentOf({ database, person }: Asked, { params, prompt, session }: Details): Promise<Question> {
  const client = await findClient(database, String(params.client_id));
  if (!client || session?.accountId !== person.userId) return { kind: "over" };
  return {
    kind: "consent",
    app: client.name,
    organization: client.organizationName,
    site: new URL(String(params.redirect_uri)).host,
    scopes: [...scopesAsked(prompt, params)].map((name) => ({ name, words: wordsFor(name) })),
  };
}

interface Missing {
  missingOIDCScope?: string[];
  missingResourceScopes?: Record<string, string[]>;
}

/** What is not allowed yet; all that is asked for, if the app wants the question for its own sake. */
function scopesAsked({ details }: Details["prompt"], params: Details["params"]): Set<string> {
  const { missingOIDCScope = [], missingResourceScopes = {} } = details as Missing;
  const missing = [...missingOIDCScope, ...Object.values(missingResourceScopes).flat()];
  const asked = missing.length > 0 ? missing : String(params.scope ?? "").split(" ");
  return new Set(asked.filter((scope) => scope !== "openid" && wordsFor(scope) !== ""));
}

const OFFLINE = "Keep this access after you sign out, until you end it";

export function wordsFor(scope: string): string {
  if (scope === "offline_access") return OFFLINE;
  return scope in APP_SCOPES ? APP_SCOPES[scope as keyof typeof APP_SCOPES] : "";
}

/** The answer to a consent. */
export async function answer(asked: Asked, allows: boolean): Promise<Question> {
  const details = await detailsOf(asked);
  const { provider, person } = asked;
  if (details?.prompt.name !== "consent" || details.session?.accountId !== person.userId) return { kind: "over" };
  if (!allows) return finish(asked, { error: "access_denied", error_description: "the person did not allow it" });
  const { grantId, params, prompt } = details;
  const clientId = String(params.client_id);
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = known ?? new provider.Grant({ accountId: person.userId, clientId });
  const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details as Missing;
  if (missingOIDCScope.length > 0) grant.addOIDCScope(missingOIDCScope.join(" "));
  const ofGraph = missingResourceScopes[GRAPH] ?? [];
  if (ofGraph.length > 0) grant.addResourceScope(GRAPH, ofGraph.join(" "));
  return finish(asked, { consent: { grantId: await grant.save() } });
}

type Result = Parameters<Provider["interactionResult"]>[2];

/** With the session that the person has answered in: what is granted now belongs to it. */
async function finish({ provider, request, response, person }: Asked, result: Result): Promise<Question> {
  const bound = "error" in result ? result : { ...result, sessionId: person.sessionId };
  return { kind: "go", to: new URL(await provider.interactionResult(request, response, bound)).pathname };
}
