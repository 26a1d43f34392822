// Sign-in at another provider, in two requests of the browser with the provider between them. The state is one row, which one of the answers
// takes. Whatever dies after that, the person begins again: nothing of an account has changed.
import { randomBytes } from "node:crypto";
import { NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { openFlow, Raced, signInByIdentity, takeFlow, type ExternalServices } from "../commands/external-sign-ins.ts";
import { mayAsk, refuseUntilTomorrow } from "../commands/mail-limits.ts";
import { rememberNetwork } from "../commands/password-tries.ts";
import type { SignInOutcome } from "../commands/second-factors.ts";
import { ProviderAway, type ProviderClient } from "../credentials/provider-client.ts";
import type { Claims, IdentityProvider } from "../entities/identity.ts";
import type { Origin } from "../entities/session.ts";
import { ExternalSignInRejected, ProviderUnavailable } from "../errors.ts";

/** Daily limits of begun sign-ins: from a network, and of a person who links an identity. */
const DAILY_OF_NETWORK = 5_000;
const DAILY_OF_PERSON = 50;
/** Of concurrent first sign-ins with one identity, the first one adds the account; the others find it. */
const ATTEMPTS = 3;

export interface BegunFlow {
  url: string;
  secret: string;
  expiresAt: Date;
}

/** What a browser brings back. */
export interface GivenAnswer {
  provider: string;
  /** Query string of the address that the provider sent the browser to. */
  response: string;
  secret: string;
}

interface Visitor extends Origin {
  database: Database;
  network: string | undefined;
}

export interface ExternalSignIns {
  readonly providers: readonly IdentityProvider[];
  /** @throws NotFound, ProviderUnavailable, RATE_LIMITED */
  begin(visitor: Visitor, providerId: string, by: { userId: string; sessionId: string } | null): Promise<BegunFlow>;
  /** Takes the flow, and asks the provider about the person. @throws ExternalSignInRejected, ProviderUnavailable */
  claimsOf(database: Database, given: GivenAnswer, sessionId: string | null): Promise<Claims>;
  /** @throws ExternalSignInRejected, ProviderUnavailable */
  signIn(visitor: Visitor, services: ExternalServices, given: GivenAnswer): Promise<SignInOutcome>;
}

export function createExternalSignIns(clients: readonly ProviderClient[]): ExternalSignIns {
  const clientOf = (id: string) => clients.find(({ provider }) => provider.id === id);

  const claimsOf: ExternalSignIns["claimsOf"] = async (database, { provider: id, response, secret }, sessionId) => {
    const client = clientOf(id);
    const state = new URLSearchParams(response).get("state");
    if (!client || state === null) throw new ExternalSignInRejected("ANSWER_REJECTED");
    const { issuer } = client.provider;
    await database.transaction((tx) => takeFlow(tx, { state, secret, issuer, sessionId }));
    reach("answer of a provider taken, not exchanged");
    const claims = await client.claimsOf({ state, secret }, response).catch(refuse);
    reach("identity confirmed, not used");
    return claims;
  };

  return {
    providers: clients.map(({ provider }) => provider),
    claimsOf,
    begin: async ({ database, network }, providerId, by) => {
      const client = clientOf(providerId);
      if (!client) throw new NotFound("identity provider");
      const whom = by ? `identities of ${by.userId}` : `external sign-ins from ${network ?? ""}`;
      await database.transaction(async (tx) => {
        if (!(await mayAsk(tx, whom, by ? DAILY_OF_PERSON : DAILY_OF_NETWORK))) await refuseUntilTomorrow(tx);
      });
      const flow = { state: randomBytes(32).toString("base64url"), secret: randomBytes(32).toString("base64url") };
      const url = await client.authorizationUrl(flow).catch(() => {
        throw new ProviderUnavailable();
      });
      const { issuer } = client.provider;
      const sessionId = by?.sessionId ?? null;
      const expiresAt = await database.transaction((tx) => openFlow(tx, { ...flow, issuer, sessionId }));
      return { url, secret: flow.secret, expiresAt };
    },
    signIn: async ({ database, network, ...origin }, services, given) => {
      const claims = await claimsOf(database, given, null);
      const { provider } = clientOf(given.provider)!;
      const begun = await repeatRaced(database, async (tx) => {
        const outcome = await signInByIdentity(tx, services, provider, claims, origin);
        if (network !== undefined && "sessionId" in outcome) await rememberNetwork(tx, outcome.userId, network);
        return outcome;
      });
      reach("signed in by an identity, not answered");
      return begun;
    },
  };
}

async function repeatRaced<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; left > 0; left--) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (!(error instanceof Raced)) throw error;
    }
  }
  throw new ExternalSignInRejected("ANSWER_REJECTED");
}

function refuse(error: unknown): never {
  if (error instanceof ProviderAway) throw new ProviderUnavailable();
  throw new ExternalSignInRejected("ANSWER_REJECTED");
}
