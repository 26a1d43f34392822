// A GraphQL IDE at /playground, served from node_modules: it works with no internet.
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { parse, validate, type GraphQLSchema } from "graphql";
import type { Route } from "../../platform/http/http.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

export interface PlaygroundOptions {
  schema(): GraphQLSchema;
  /** ID of an event that is on sale, for the examples; undefined if there is none or events can't be queried. */
  eventOnSale(request: IncomingMessage): Promise<string | undefined>;
  /** Account of the sign-in example. */
  person: { email: string; password: string };
  /** Whether people sign in by /playground/sign-in. */
  hasSignIn: boolean;
  /** Whether the client speaks TLS. */
  isSecure(request: IncomingMessage): boolean;
}

interface Example {
  name: string;
  query: string;
  variables?: object;
  headers?: Record<string, string>;
  /** JavaScript that Altair runs in its sandbox. */
  before?: string;
  after?: string;
}

/** Environment variables of Altair, which it puts in where their names are in double braces. */
const AUTHORIZATION = "authorization";
const KEY = "key";
const ENVIRONMENT = "boxoffice";

/** Puts in the token of a person who has signed in by /playground/sign-in. */
const TAKE_TOKEN = `
const signedIn = await altair.helpers.request("GET", "/playground/access-token");
if (signedIn.accessToken) altair.helpers.setEnvironment("${AUTHORIZATION}", "Bearer " + signedIn.accessToken, true);`;

/** Altair opens the last of them. */
function examplesFor(
  eventId: string,
  { person, hasSignIn }: Pick<PlaygroundOptions, "person" | "hasSignIn">,
): Example[] {
  return [
    {
      name: "Sign in",
      query: `${hasSignIn ? "# To sign in with your own account, open /playground/sign-in in this browser instead.\n" : ""}# The access token goes into the environment variable "authorization", which the tab "Best seats" sends. It is valid for ten minutes.
mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on Session { accessToken accessTokenExpiresAt user { id displayName } }
    ... on Error { message }
  }
}
`,
      variables: { input: person },
      after: `const body = altair.response.body;
const { data } = typeof body === "string" ? JSON.parse(body) : body;
const token = data?.signIn?.accessToken;
if (token) altair.helpers.setEnvironment("${AUTHORIZATION}", "Bearer " + token, true);`,
    },
    {
      name: "Best seats",
      query: `# Sign in first, in the tab "Sign in". Each request has an idempotency key of its own.
mutation BestSeats($input: HoldBestAvailableInput!) {
  holdBestAvailable(input: $input) {
    __typename
    ... on Hold { id expiresAt total { amount currency } seats { row number section { name } } }
    ... on Error { message }
  }
}
`,
      variables: { input: { eventId, quantity: 2, idempotencyKey: `{{${KEY}}}` } },
      headers: { authorization: `{{${AUTHORIZATION}}}` },
      before: `altair.helpers.setEnvironment("${KEY}", "playground-" + Date.now() + "-" + Math.random());${hasSignIn ? TAKE_TOKEN : ""}`,
    },
    {
      name: "Live seat map",
      query: `# Run it, then hold seats of the event in the tab "Best seats".
subscription LiveSeats($eventId: ID!) {
  seatsChanged(eventId: $eventId) {
    cursor
    seats { id row number status version section { name } }
    availability { available held sold }
  }
}
`,
      variables: { eventId },
    },
    {
      name: "What is on sale",
      query: `query OnSale {
  events(first: 10) {
    totalCount
    nodes {
      id name startsAt timeZone
      venue { name city }
      priceTiers { name price { amount currency } }
      availability { total available held sold }
    }
  }
}
`,
    },
  ];
}

/** Altair's windows need absolute URLs: the page uses the host of its request. */
async function pageFor(
  altair: Altair,
  request: IncomingMessage,
  { schema, eventOnSale, isSecure, ...options }: PlaygroundOptions,
): Promise<Page> {
  const { host = "" } = request.headers;
  const address = /^[\w.:[\]-]+$/.test(host) ? host : "localhost";
  const secure = isSecure(request) ? "s" : "";
  const [http, ws] = [`http${secure}://${address}`, `ws${secure}://${address}`];
  const endpoint = {
    endpointURL: `${http}/graphql`,
    subscriptionsEndpoint: `${ws}/graphql`,
    initialSubscriptionRequestHandlerId: "graphql-ws",
  } as const;
  const nonce = randomBytes(16).toString("base64");
  const examples = examplesFor((await eventOnSale(request)) ?? "", options);
  const served = schema();
  const html = altair.renderAltair({
    ...endpoint,
    cspNonce: nonce,
    baseURL: "/playground/",
    // A contract lacks fields of some examples.
    initialWindows: examples
      .filter(({ query }) => validate(served, parse(query)).length === 0)
      .map(({ name, query, variables = {}, headers, before, after }) => ({
        ...endpoint,
        initialName: name,
        initialQuery: query,
        initialVariables: JSON.stringify(variables, undefined, 2),
        ...(headers && { initialHeaders: headers }),
        ...(before !== undefined && { initialPreRequestScript: before }),
        ...(after !== undefined && { initialPostRequestScript: after }),
      })),
    initialEnvironments: {
      activeSubEnvironment: ENVIRONMENT,
      subEnvironments: [{ id: ENVIRONMENT, title: "Boxoffice", variables: { [AUTHORIZATION]: "" } }],
    },
    disableAccount: true,
    initialSettings: {
      "alert.disableUpdateNotification": true,
      "alert.disableWarnings": true,
      "banners.disable": true,
      "schema.reloadOnStart": true,
    },
  } as Parameters<Altair["renderAltair"]>[0]);
  return { html, policy: policyOf(nonce, [http, ws]) };
}

interface Page {
  html: string;
  /** Its Content-Security-Policy. */
  policy: string;
}

/** Content security policy: only own scripts run, only the own gateway is called, and no other page may frame it. */
function policyOf(nonce: string, endpoints: string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self' blob:",
    // The editor adds inline styles.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${endpoints.join(" ")}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

type Altair = Pick<typeof import("altair-static"), "getDistDirectory" | "renderAltair">;

export function playgroundRoutes(options: PlaygroundOptions): Route[] {
  let loading: Promise<Altair> | undefined;
  // Loaded at first use: most gateways never show a page.
  const load = () => (loading ??= import("altair-static"));
  const page: Route["handle"] = async (request, response) => {
    const { html, policy } = await pageFor(await load(), request, options);
    const headers = {
      "content-type": TYPES[".html"],
      "content-security-policy": policy,
      "referrer-policy": "no-referrer",
      // The nonce is good for one time.
      "cache-control": "no-store",
    };
    response.writeHead(200, headers).end(html);
  };
  return [
    {
      method: "GET",
      path: "/",
      handle: (_, response) => void response.writeHead(302, { location: "/playground" }).end(),
    },
    { method: "GET", path: "/playground", handle: page },
    { method: "GET", path: "/playground/", handle: page },
    {
      method: "GET",
      path: "/playground/*",
      handle: async (_, response, url) => {
        const folder = (await load()).getDistDirectory();
        const file = path.join(folder, url.pathname.slice("/playground/".length));
        if (!file.startsWith(folder + path.sep) || !existsSync(file)) return void response.writeHead(404).end();
        response.writeHead(200, {
          "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
          "cache-control": "public, max-age=3600",
        });
        response.end(await readFile(file));
      },
    },
  ];
}
