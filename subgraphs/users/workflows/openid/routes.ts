// HTTP routes of the OpenID provider, for the gateway alone: what apps and browsers ask below /oidc, and the questions to a person.
import type { IncomingMessage, ServerResponse } from "node:http";
import { CLIENT_AUTHORIZATION_HEADER } from "../../../../platform/http/headers.ts";
import { jsonOrNull } from "../../../../platform/core/input.ts";
import { readBody, sendJson, type Handler, type Route } from "../../../../platform/http/http.ts";
import type { Caller, Viewer } from "../../../../platform/identity/identity.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import { deviceReply } from "../../inputs.ts";
import { answerDevice, deviceQuestion } from "./devices.ts";
import { answer, questionOf } from "./interactions.ts";
import type { OpenId } from "./provider.ts";
import { DEVICE_PAGES } from "./settings.ts";
import { visits } from "./visit.ts";

const PROVIDER = "/oidc";
const QUESTIONS = "/openid-questions/";
const OF_DEVICES = "/openid-devices/";
const ANSWER_LIMIT = 16_384;

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  openId: OpenId;
  person: Viewer | null;
  /** Name of the client's network. */
  network: string | undefined;
}

const isDevicePage = (path: string) =>
  path === `${PROVIDER}${DEVICE_PAGES}` || path.startsWith(`${PROVIDER}${DEVICE_PAGES}/`);

export function openIdRoutes(
  openId: OpenId | null,
  database: Database,
  callerOf: (request: IncomingMessage) => Promise<Caller>,
): Route[] {
  const ofGateway =
    (work: (asked: Asked) => Promise<void>): Handler =>
    async (request, response, url) => {
      const caller = await callerOf(request);
      if (caller.kind !== "gateway") return sendJson(response, 401, { error: "Only for the gateway." });
      if (!openId) return sendJson(response, 404, { error: "Sign-in to apps needs PUBLIC_URL." });
      // Somebody who acts for the person, or may do less than the person, allows nothing to apps.
      const person = caller.viewer?.scopes || caller.viewer?.actor ? null : caller.viewer;
      await visits.run({ person }, () => work({ request, response, url, openId, person, network: caller.network }));
    };

  const provide = ofGateway(async ({ request, response, url, openId: { provider } }) => {
    if (isDevicePage(url.pathname)) return sendJson(response, 404, { error: "Not found." });
    const current = await provider();
    const { protocol, host } = new URL(current.issuer);
    // The provider makes its addresses of these, whatever host name the browser has used.
    Object.assign(request.headers, { "x-forwarded-proto": protocol.slice(0, -1), "x-forwarded-host": host });
    Object.assign(request, { originalUrl: request.url, url: request.url!.slice(PROVIDER.length) });
    const { [CLIENT_AUTHORIZATION_HEADER]: authorization } = request.headers;
    delete request.headers.authorization;
    if (typeof authorization === "string") request.headers.authorization = authorization;
    await current.callback()(request, response);
  });

  const question = ofGateway(async ({ request, response, url, openId: { provider }, person }) => {
    if (!person) return sendJson(response, 401, { error: "Sign in first." });
    const uid = url.pathname.slice(QUESTIONS.length);
    const asked = { provider: await provider(), database, request, response, uid, person };
    if (request.method === "GET") return sendJson(response, 200, await questionOf(asked));
    const body = (await readBody(request, ANSWER_LIMIT)).toString("utf8");
    sendJson(response, 200, await answer(asked, body === "allow"));
  });

  const device = ofGateway(async ({ request, response, url, network, openId: { provider }, person }) => {
    if (!person) return sendJson(response, 401, { error: "Sign in first." });
    const code = decodeURIComponent(url.pathname.slice(OF_DEVICES.length));
    const asked = { provider: await provider(), database, code, network: network ?? "", person };
    if (request.method === "GET") return sendJson(response, 200, await deviceQuestion(asked));
    const reply = deviceReply.safeParse(jsonOrNull((await readBody(request, ANSWER_LIMIT)).toString("utf8")));
    if (!reply.success) return sendJson(response, 400, { error: "The answer must be JSON: {allows, scanner}." });
    sendJson(response, 200, await answerDevice(asked, reply.data));
  });

  return [
    ...["GET", "POST"].map((method) => ({ method, path: `${OF_DEVICES}*`, handle: device })),
    ...["GET", "POST", "OPTIONS", "HEAD"].map((method) => ({ method, path: `${PROVIDER}/*`, handle: provide })),
    ...["GET", "POST"].map((method) => ({ method, path: `${QUESTIONS}*`, handle: question })),
  ];
}
