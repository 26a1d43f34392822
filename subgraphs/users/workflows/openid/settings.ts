// Settings of the OpenID provider. Every function that oidc-provider would warn about is set, and its pages are descriptions that the gateway
// renders (page.ts).
import type { Adapter, Client, Configuration, FindAccount, KoaContextWithOIDC, JWK } from "oidc-provider";
import { DEVICE_HEADER, PLACE_HEADER } from "../../../../platform/http/headers.ts";
import { DEVICE } from "../../entities/device.ts";
import { APP_SCOPES, GRAPH, GRAPH_SCOPES } from "../../entities/app-scopes.ts";
import { showError, showSignedOut, showSignOut } from "./page.ts";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
/** Of an access token, as of one of our sessions. */
const ACCESS_TOKEN_SECONDS = 10 * MINUTE;
/** Pages of the library for devices, which are not reachable. */
export const DEVICE_PAGES = "/device";
/** Path of the page that asks the person. */
export const AUTHORIZE_PAGE = "/account/authorize/";

export interface SettingsOptions {
  keys: JWK[];
  cookieKeys: string[];
  adapter(model: string): Adapter;
  findAccount: FindAccount;
  /** What an app of Boxoffice itself asks for is granted. */
  grantOf(context: KoaContextWithOIDC): ReturnType<NonNullable<Configuration["loadExistingGrant"]>>;
  /** Throws the refusal of another resource than the API. */
  refuseTarget(): never;
  fetch: NonNullable<Configuration["fetch"]>;
}

/** The subject of an access token of a scanner device is the device. */
const subjectOf = (account: string) => (account.startsWith(DEVICE) ? account.slice(DEVICE.length) : account);

const wantsGraph = (scopes: ReadonlySet<string>) => [...scopes].some((scope) => GRAPH_SCOPES.has(scope));
const isOffline = (scopes: ReadonlySet<string>) => scopes.has("offline_access");

export function settings(options: SettingsOptions): Configuration {
  const { keys, cookieKeys, adapter, findAccount, grantOf, refuseTarget, fetch } = options;
  return {
    adapter,
    jwks: { keys },
    findAccount,
    fetch,
    loadExistingGrant: grantOf,
    scopes: ["openid", "offline_access"],
    claims: {
      openid: ["sub"],
      profile: ["name", "locale"],
      email: ["email", "email_verified"],
      auth_time: null,
      iss: null,
      sid: null,
    },
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_basic", "none"],
    enabledJWA: { idTokenSigningAlgValues: ["RS256", "EdDSA"] },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    cookies: {
      keys: cookieKeys,
      names: { session: "openid", interaction: "openid-interaction", resume: "openid-resume" },
      long: { signed: true, httpOnly: true, sameSite: "lax", path: "/oidc" },
      short: { signed: true, httpOnly: true, sameSite: "lax" },
    },
    interactions: { url: (_, { uid }) => `${AUTHORIZE_PAGE}${uid}` },
    // A refresh token without offline_access ends with the session.
    issueRefreshToken: (_, client) => Promise.resolve(client.grantTypeAllowed("refresh_token")),
    expiresWithSession: (_, token) => Promise.resolve(!isOffline(new Set((token.scope ?? "").split(" ")))),
    rotateRefreshToken: true,
    extraTokenClaims: (_, token) => {
      if ("accountId" in token && token.accountId?.startsWith(DEVICE)) return { sid: token.accountId };
      return "grantId" in token && token.grantId ? { sid: `grant:${token.grantId}` } : undefined;
    },
    formats: { customizers: { jwt: (_, __, { payload }) => void (payload.sub = subjectOf(String(payload.sub))) } },
    clientBasedCORS: (_, origin, client) => originsOf(client).has(origin),
    renderError: showError,
    features: features(refuseTarget),
    routes: routes(),
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: MINUTE,
      DeviceCode: 10 * MINUTE,
      IdToken: 60 * MINUTE,
      Interaction: 60 * MINUTE,
      RefreshToken: 30 * DAY,
      Session: 30 * DAY,
      Grant: 365 * DAY,
    },
  };
}

const originsOf = ({ redirectUris = [] }: Client) =>
  new Set(redirectUris.map((uri) => URL.parse(uri)?.origin).filter((origin) => origin !== undefined));

function features(refuseTarget: () => never): Configuration["features"] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    userinfo: { enabled: true },
    deviceFlow: {
      enabled: true,
      charset: "base-20",
      mask: "****-****",
      deviceInfo: (context) => ({ place: context.get(PLACE_HEADER), device: context.get(DEVICE_HEADER) }),
      // The pages of a device are the gateway's, and these are never shown.
      userCodeInputSource: noPage,
      userCodeConfirmSource: noPage,
      successSource: noPage,
    },
    revocation: {
      enabled: true,
      allowedPolicy: (_, client, token) => Promise.resolve(token.clientId === client.clientId),
    },
    rpInitiatedLogout: { enabled: true, logoutSource: showSignOut, postLogoutSuccessSource: showSignedOut },
    backchannelLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => GRAPH,
      // Without a scope of the API, the access token is for the userinfo endpoint, unless the app names the resource.
      useGrantedResource: (_, source) => wantsGraph(new Set((source.scope ?? "").split(" "))),
      getResourceServerInfo: (_, resource) => {
        if (resource !== GRAPH) refuseTarget();
        return {
          scope: Object.keys(APP_SCOPES).join(" "),
          audience: GRAPH,
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "EdDSA" } },
        };
      },
    },
  };
}

const noPage = () => Promise.reject(new Error("The page of a device is the gateway's."));

/** Below /oidc. */
const routes = (): Configuration["routes"] => ({
  authorization: "/auth",
  token: "/token",
  userinfo: "/userinfo",
  jwks: "/jwks",
  revocation: "/revoke",
  device_authorization: "/device-authorization",
  code_verification: DEVICE_PAGES,
  end_session: "/sign-out",
});
