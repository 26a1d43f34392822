// Accounts in a browser: /session for scripts, /account/ for people.
import type { IncomingMessage } from "node:http";
import type { Route } from "../../platform/http/http.ts";
import { clientFields, type GatewayContext } from "../core/context.ts";
import { Refused } from "../core/refused.ts";
import type { CrossOrigin } from "../edge/cross-origin.ts";
import type { ToUsers } from "../edge/openid.ts";
import type { Entrance } from "../edge/entrance.ts";
import { orRefuse, type Identity } from "../identity/identity.ts";
import type { Admission } from "../limits/admission.ts";
import type { Pipeline } from "../operations/pipeline.ts";
import { createBrowserSessions } from "./browser-sessions.ts";
import { authorizationIn } from "./cookies.ts";
import { createAsk } from "./operations.ts";
import { pageRoutes } from "./pages.ts";
import { sessionRoutes } from "./session-routes.ts";

export interface AccountRoutesOptions {
  identity: Identity;
  admission: Pick<Admission, "isSecure" | "addressOf">;
  crossOrigin: CrossOrigin;
  entrance: Entrance;
  pipeline: Pipeline;
  toUsers: ToUsers;
}

const NOBODY = { viewer: null, viewerUntil: null };

export function accountRoutes(options: AccountRoutesOptions): Route[] {
  const { identity, admission, crossOrigin, entrance, pipeline, toUsers } = options;
  const { isSecure, addressOf } = admission;
  const ask = createAsk({ entrance, pipeline });
  const sessions = createBrowserSessions({
    ask,
    isSecure,
    viewerOf: (accessToken) => identity.identify(`Bearer ${accessToken}`),
  });

  async function visitorOf(request: IncomingMessage): Promise<GatewayContext> {
    const authorization = authorizationIn(request, isSecure(request));
    const identified = await orRefuse(identity.identify(authorization)).catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401) return NOBODY;
      throw error;
    });
    return { ...identified, address: addressOf(request), ...clientFields(request) };
  }

  const { routes, submitSignIn } = pageRoutes({ ask, sessions, visitorOf, toUsers });
  const identify = (request: IncomingMessage) => identity.identify(request.headers.authorization);
  return [
    ...sessionRoutes({ sessions, crossOrigin, isSecure, visitorOf, identify, submitForm: submitSignIn }),
    ...routes,
  ];
}
