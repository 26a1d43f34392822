// Sessions of browsers: both tokens are in cookies that scripts can't read.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { GatewayContext } from "../core/context.ts";
import { ACCESS, CODE, EXTERNAL, readCookie, REFRESH, writeCookie } from "./cookies.ts";
import { OperationFailed, type Ask } from "./operations.ts";
import {
  FinishExternalSignIn,
  RefreshSession,
  SecondFactor,
  SignIn,
  SignInWithPasskey,
  SignOut,
  UseCode,
  type BrowserSessionFragment,
  type ExternalAnswerInput,
  type Factor,
  type SecondFactorInput,
  type SignInInput,
  type UseCodeInput,
} from "./users.generated.ts";

/** Lifetime of a refresh token. */
const REFRESH_SECONDS = 30 * 24 * 3_600;
/** Time to find the mail, and to enter its code. */
const CODE_SECONDS = 3_600;
/** Time for a sign-in at another provider. */
const EXTERNAL_SECONDS = 600;

/** What a browser signs in with. */
export type Credentials =
  | { password: SignInInput }
  | { code: UseCodeInput }
  | { secondFactor: SecondFactorInput }
  | { passkey: string }
  | { external: ExternalAnswerInput }
  | { refreshToken: string };

/** A new session, or a refusal. */
export type SignedIn = ({ __typename: "Session" } & BrowserSessionFragment) | Refusal;

export interface Refusal {
  __typename: string;
  message: string;
  /** Of SecondFactorRequired. */
  challenge?: string;
  factors?: readonly Factor[];
}

/** A code that this browser has requested. */
export interface RequestedCode {
  id: string;
  nonce: string;
  purpose: CodePurpose;
}

const CODE_PURPOSES = ["sign-in", "reset", "register", "guest"] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

/** A sign-in at another provider that this browser has begun. */
export interface BegunElsewhere {
  purpose: "sign-in" | "link";
  secret: string;
  /** Local page to go to after it. */
  to: string;
}

export interface BrowserSessions {
  /** @throws OperationFailed */
  signIn(credentials: Credentials, visitor: GatewayContext): Promise<SignedIn>;
  /** Concurrent refreshes with the same token are one. Undefined without a refresh token. @throws OperationFailed */
  refresh(request: IncomingMessage, visitor: GatewayContext): Promise<SignedIn | undefined>;
  /** Ends the session at users, also if only the refresh token is left. @throws OperationFailed */
  end(request: IncomingMessage, visitor: GatewayContext): Promise<void>;
  keep(request: IncomingMessage, response: ServerResponse, session: BrowserSessionFragment): void;
  forget(request: IncomingMessage, response: ServerResponse): void;
  requestedCode(request: IncomingMessage): RequestedCode | undefined;
  keepCode(request: IncomingMessage, response: ServerResponse, code: RequestedCode): void;
  forgetCode(request: IncomingMessage, response: ServerResponse): void;
  begunElsewhere(request: IncomingMessage): BegunElsewhere | undefined;
  keepBegun(request: IncomingMessage, response: ServerResponse, begun: BegunElsewhere): void;
  forgetBegun(request: IncomingMessage, response: ServerResponse): void;
}

export function isSession(result: {
  __typename: string;
}): result is { __typename: "Session" } & BrowserSessionFragment {
  return result.__typename === "Session";
}

const setCookie = (response: ServerResponse, ...cookie: Parameters<typeof writeCookie>) =>
  response.appendHeader("set-cookie", writeCookie(...cookie));

/** Sign-ins and refreshes are not for the viewer of an access token that the request also has. */
const anonymous = (visitor: GatewayContext): GatewayContext => ({ ...visitor, viewer: null, viewerUntil: null });

/** The cookie of a sign-in at another provider. */
const cookieOfFlow = (
  isSecure: (request: IncomingMessage) => boolean,
): Pick<BrowserSessions, "begunElsewhere" | "keepBegun" | "forgetBegun"> => ({
  begunElsewhere: (request) => {
    const [purpose, secret, to] = readCookie(request, EXTERNAL, isSecure(request))?.split(".") ?? [];
    if (!secret || to === undefined || (purpose !== "sign-in" && purpose !== "link")) return undefined;
    return { purpose, secret, to: Buffer.from(to, "base64url").toString("utf8") };
  },
  keepBegun: (request, response, { purpose, secret, to }) => {
    const value = [purpose, secret, Buffer.from(to).toString("base64url")].join(".");
    setCookie(response, EXTERNAL, isSecure(request), value, EXTERNAL_SECONDS);
  },
  forgetBegun: (request, response) => {
    setCookie(response, EXTERNAL, isSecure(request), "", 0);
  },
});

export function createBrowserSessions(options: {
  ask: Ask;
  isSecure(request: IncomingMessage): boolean;
  /** The viewer of an access token. @throws GraphQLError for an invalid one */
  viewerOf(accessToken: string): Promise<Pick<GatewayContext, "viewer" | "viewerUntil">>;
}): BrowserSessions {
  const { ask, isSecure, viewerOf } = options;
  /** By refresh token. */
  const refreshing = new Map<string, Promise<SignedIn>>();

  const signIn: BrowserSessions["signIn"] = async (credentials, visitor) => {
    if ("password" in credentials) return (await ask(SignIn, { input: credentials.password }, visitor)).signIn;
    if ("secondFactor" in credentials)
      return (await ask(SecondFactor, { input: credentials.secondFactor }, visitor)).secondFactor;
    if ("passkey" in credentials)
      return (await ask(SignInWithPasskey, { input: { response: credentials.passkey } }, visitor)).signInWithPasskey;
    if ("external" in credentials)
      return (await ask(FinishExternalSignIn, { input: credentials.external }, visitor)).finishExternalSignIn;
    if ("refreshToken" in credentials) return refreshWith(credentials.refreshToken, visitor);
    const { useCode } = await ask(UseCode, { input: credentials.code }, visitor);
    if (useCode.__typename === "User") throw new Error("A code that needs a session was used without one.");
    return useCode;
  };

  function refreshWith(refreshToken: string, visitor: GatewayContext): Promise<SignedIn> {
    let running = refreshing.get(refreshToken);
    if (!running) {
      running = ask(RefreshSession, { refreshToken }, visitor)
        .then((result): SignedIn => result.refreshSession)
        .finally(() => refreshing.delete(refreshToken));
      refreshing.set(refreshToken, running);
    }
    return running;
  }

  const refresh: BrowserSessions["refresh"] = async (request, visitor) => {
    const token = readCookie(request, REFRESH, isSecure(request));
    return token === undefined ? undefined : refreshWith(token, anonymous(visitor));
  };

  return {
    signIn: (credentials, visitor) => signIn(credentials, anonymous(visitor)),
    refresh,
    end: async (request, visitor) => {
      let signedIn = visitor;
      if (!visitor.viewer) {
        const refreshed = await refresh(request, visitor);
        if (!refreshed || !isSession(refreshed)) return;
        signedIn = { ...visitor, ...(await viewerOf(refreshed.accessToken)) };
      }
      await ask(SignOut, {}, signedIn).catch((error: unknown) => {
        // The session has already ended.
        if (!(error instanceof OperationFailed) || error.code !== "UNAUTHENTICATED") throw error;
      });
    },
    keep: (request, response, { accessToken, accessTokenExpiresAt, refreshToken }) => {
      const seconds = Math.max(0, Math.floor((Date.parse(accessTokenExpiresAt) - Date.now()) / 1_000));
      setCookie(response, ACCESS, isSecure(request), accessToken, seconds);
      setCookie(response, REFRESH, isSecure(request), refreshToken, REFRESH_SECONDS);
    },
    forget: (request, response) => {
      for (const cookie of [ACCESS, REFRESH]) setCookie(response, cookie, isSecure(request), "", 0);
    },
    requestedCode: (request) => {
      const [purpose, id, nonce] = readCookie(request, CODE, isSecure(request))?.split(".") ?? [];
      const known = CODE_PURPOSES.find((one) => one === purpose);
      return known && id && nonce ? { purpose: known, id, nonce } : undefined;
    },
    keepCode: (request, response, { purpose, id, nonce }) => {
      setCookie(response, CODE, isSecure(request), [purpose, id, nonce].join("."), CODE_SECONDS);
    },
    forgetCode: (request, response) => {
      setCookie(response, CODE, isSecure(request), "", 0);
    },
    ...cookieOfFlow(isSecure),
  };
}
