// The OpenID provider: oidc-provider with our records, keys, clients and people. Its keys are fixed when it is made, so changed keys make a
// new one; requests in flight end on the old one. It is loaded at the first request: most systems have no apps.
import type { EventEmitter } from "node:events";
import type { FindAccount, JWK, KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Database } from "../../../../platform/postgres/database.ts";
import type { ChangeNotifier } from "../../../../platform/redis/pubsub.ts";
import type { Logger } from "../../../../platform/telemetry/logger.ts";
import { endSession } from "../../commands/sessions.ts";
import type { OpenIdKeys } from "../../credentials/signing-keys.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import { APP_SCOPES, GRAPH } from "../../entities/app-scopes.ts";
import { isVerified, type Verification } from "../../entities/user.ts";
import { findClient } from "../../queries/oauth-clients.ts";
import { isOpenDevice } from "../../queries/machines.ts";
import { findPerson } from "../../queries/people.ts";
import { createAdapter } from "./adapter.ts";
import { isSecret, metadataOf } from "./clients.ts";
import { settings } from "./settings.ts";

export interface OpenIdOptions {
  database: Database;
  notifier: ChangeNotifier;
  tokens: Tokens;
  /** Origin of the pages for people. */
  publicUrl: string;
  /** Origins of before, whose ID tokens are good hints. */
  formerPublicUrls: readonly string[];
  sessionDays: number;
  verification: Verification;
  logger: Logger;
}

export interface OpenId {
  /** The provider with the current keys. */
  provider(): Promise<Provider>;
  /** Tells an app that a person has signed out. @throws Error if it did not answer with 200 or 204 */
  tellOfSignOut(of: { clientId: string; userId: string; sid: string }): Promise<void>;
}

export const issuerOf = (publicUrl: string) => new URL("/oidc", publicUrl).href;

type Library = typeof import("oidc-provider");
type SendLogout = (this: InstanceType<Provider["Client"]>, sub: string, sid: string) => Promise<void>;

export function createOpenId(options: OpenIdOptions): OpenId {
  const { tokens } = options;
  let made: { kids: string; provider: Promise<Provider> } | undefined;
  const sendLogout = new WeakMap<Provider, SendLogout>();

  async function make(keys: OpenIdKeys): Promise<Provider> {
    const provider = createProvider(await import("oidc-provider"), (await keys.jwks()) as JWK[], options);
    const { Client } = provider;
    const prototype = Client.prototype as unknown as {
      backchannelLogout: SendLogout;
      compareClientSecret(secret: unknown): boolean;
      clientSecret?: string;
    };
    sendLogout.set(provider, prototype.backchannelLogout);
    // A job tells apps of the end of a session, whichever command has ended it.
    prototype.backchannelLogout = () => Promise.resolve();
    prototype.compareClientSecret = function (secret) {
      return isSecret(secret, this.clientSecret);
    };
    return provider;
  }

  async function provider(): Promise<Provider> {
    const keys = await tokens.keys.forOpenId();
    if (made?.kids !== keys.kids) {
      const making = make(keys);
      made = { kids: keys.kids, provider: making };
      making.catch(() => {
        if (made?.provider === making) made = undefined;
      });
    }
    return made.provider;
  }

  return {
    provider,
    tellOfSignOut: async ({ clientId, userId, sid }) => {
      const current = await provider();
      const client = await current.Client.find(clientId);
      if (client?.backchannelLogoutUri) await sendLogout.get(current)!.call(client, userId, sid);
    },
  };
}

function createProvider(library: Library, keys: JWK[], options: OpenIdOptions): Provider {
  const { tokens, publicUrl, formerPublicUrls, logger } = options;
  const configuration = settings({
    keys,
    cookieKeys: tokens.cookieKeys(),
    findAccount: accountsOf(options),
    grantOf: grantsOf(options),
    refuseTarget: () => {
      throw new library.errors.InvalidTarget();
    },
    fetch: fetchFor(publicUrl),
    adapter: adapterOf(library, options),
  });
  const provider = new library.Provider(issuerOf(publicUrl), configuration);
  const former = formerPublicUrls.map((url) => new library.Provider(issuerOf(url), configuration));
  acceptHintsOf(former, provider);
  // The gateway and our route overwrite the headers that this trusts.
  provider.proxy = true;
  provider.on("server_error", (_, error) => logger.error({ err: error }, "OpenID provider failed"));
  (provider as unknown as EventEmitter).on("error", (error: unknown) =>
    logger.error({ err: error }, "OpenID provider failed"),
  );
  provider.use(async (context, next) => {
    await next();
    const { oidc } = context as unknown as Partial<KoaContextWithOIDC>;
    const body = context.body as Record<string, unknown> | undefined;
    if (oidc?.route === "device_authorization" && body?.user_code !== undefined)
      Object.assign(body, addressesOfDevicePage(publicUrl, String(body.user_code)));
    if (oidc?.route === "discovery")
      Object.assign(body!, { scopes_supported: ["openid", "offline_access", ...Object.keys(APP_SCOPES)] });
  });
  return provider;
}

interface IdTokens {
  /** @throws Error for a token that this issuer did not sign for this client */
  validate(jwt: string, client: unknown): Promise<unknown>;
}

const idTokensOf = (provider: Provider) => provider.IdToken as unknown as IdTokens;

/** Apps keep an ID token as long as a session, and send it as a hint (`id_token_hint`) when the person signs out. */
function acceptHintsOf(former: readonly Provider[], provider: Provider): void {
  const own = idTokensOf(provider);
  const validate = own.validate.bind(own);
  own.validate = async (jwt, client) => {
    try {
      return await validate(jwt, client);
    } catch (error) {
      for (const one of former) {
        const hint = await idTokensOf(one)
          .validate(jwt, client)
          .catch(() => undefined);
        if (hint !== undefined) return hint;
      }
      throw error;
    }
  };
}

function adapterOf({ Provider: Made, errors }: Library, { database, notifier, tokens, sessionDays }: OpenIdOptions) {
  const now = () => (Made.ctx as KoaContextWithOIDC | undefined)?.oidc;
  return createAdapter({
    database,
    tokens,
    sessionDays,
    sessionOfResult: () => now()?.result?.sessionId as string | undefined,
    clientOf: async (id) => {
      const client = await findClient(database, id);
      return client && metadataOf(client);
    },
    isSignOut: () => now()?.route === "end_session_confirm" && now()?.params?.logout !== undefined,
    onSignOut: (sessionId) => database.transaction((tx) => endSession(tx, notifier, sessionId)),
    refuseHaste: () => {
      throw new errors.SlowDown("the device asks too often");
    },
    refuseRepeat: () => {
      throw new errors.InvalidGrant("already used");
    },
  });
}

/** An app of Boxoffice itself gets what it asks for. Others: what was allowed in this session. */
function grantsOf({ database }: OpenIdOptions) {
  return async ({ oidc }: KoaContextWithOIDC) => {
    const client = oidc.client!;
    const grantId = oidc.result?.consent?.grantId ?? oidc.session!.grantIdFor(client.clientId);
    const known = grantId === undefined ? undefined : await oidc.provider.Grant.find(grantId);
    const accountId = oidc.session!.accountId;
    if (accountId === undefined || (await findClient(database, client.clientId))?.organizationId !== null) return known;
    const grant = known ?? new oidc.provider.Grant({ clientId: client.clientId, accountId });
    grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(" "));
    grant.addResourceScope(GRAPH, [...oidc.requestParamScopes].filter((scope) => scope in APP_SCOPES).join(" "));
    await grant.save();
    return grant;
  };
}

/** The page is the gateway's. */
function addressesOfDevicePage(publicUrl: string, code: string) {
  const page = new URL("/account/device", publicUrl);
  return {
    verification_uri: page.href,
    verification_uri_complete: `${page.href}?${new URLSearchParams({ code })}`,
    interval: 5,
  };
}

/** People who may sign in, and what apps learn about them. */
function accountsOf({ database, verification }: OpenIdOptions): FindAccount {
  return async (_, accountId) => {
    if (await isOpenDevice(database, accountId)) return { accountId, claims: () => ({ sub: accountId }) };
    const person = await findPerson(database, accountId);
    if (!person) return undefined;
    return {
      accountId,
      claims: () => ({
        sub: accountId,
        name: person.displayName,
        locale: person.preferences.locale ?? "en",
        email: person.email!,
        email_verified: isVerified(person, verification),
      }),
    };
  };
}

/** Apps are called by public addresses only, except on a developer's machine. */
function fetchFor(publicUrl: string): typeof fetch {
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(publicUrl).hostname);
  return (input, init) => {
    if (!isLocal || init === undefined) return fetch(input, init);
    const { dispatcher: _, ...rest } = init as RequestInit & { dispatcher?: unknown };
    return fetch(input, rest);
  };
}
