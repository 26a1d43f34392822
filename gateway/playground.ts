// A GraphQL IDE at /playground, served from node_modules: it works with no internet.
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { getDistDirectory, renderAltair } from "altair-static";
import type { Route } from "../platform/http.ts";

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

const EXAMPLES: { name: string; query: string; variables?: string }[] = [
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
  {
    name: "Live seat map",
    query: `# Put the id of an event below, send, and hold some of its seats from another tab.
subscription LiveSeats($eventId: ID!) {
  seatsChanged(eventId: $eventId) {
    cursor
    seats { id row number status version section { name } }
    availability { available held sold }
  }
}
`,
    variables: `{ "eventId": "" }`,
  },
  {
    name: "Sign in",
    query: `# The access token goes into the header "authorization: Bearer ...".
mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on Session { accessToken accessTokenExpiresAt user { id displayName } }
    ... on Error { message }
  }
}
`,
    variables: `{ "input": { "email": "", "password": "" } }`,
  },
  {
    name: "Best seats",
    query: `mutation BestSeats($input: HoldBestAvailableInput!) {
  holdBestAvailable(input: $input) {
    __typename
    ... on Hold { id expiresAt total { amount currency } seats { row number section { name } } }
    ... on Error { message }
  }
}
`,
    variables: `{ "input": { "eventId": "", "quantity": 2, "idempotencyKey": "first-try" } }`,
  },
];

/** Altair's windows want absolute URLs: the page names the host that it was asked at. */
function pageFor(request: IncomingMessage): string {
  const { host = "localhost", "x-forwarded-proto": protocol } = request.headers;
  const address = /^[\w.:[\]-]+$/.test(host) ? `${host}/graphql` : "localhost/graphql";
  const secure = protocol === "https" ? "s" : "";
  const endpoint = {
    endpointURL: `http${secure}://${address}`,
    subscriptionsEndpoint: `ws${secure}://${address}`,
    initialSubscriptionRequestHandlerId: "graphql-ws",
  } as const;
  return renderAltair({
    ...endpoint,
    baseURL: "/playground/",
    initialWindows: EXAMPLES.map(({ name, query, variables }) => ({
      ...endpoint,
      initialName: name,
      initialQuery: query,
      initialVariables: variables ?? "{}",
    })),
    disableAccount: true,
    initialSettings: {
      "alert.disableUpdateNotification": true,
      "alert.disableWarnings": true,
      "banners.disable": true,
    },
  } as Parameters<typeof renderAltair>[0]);
}

/** No other page may show this one inside of itself, or learn where it was. */
const PAGE_HEADERS = {
  "content-type": TYPES[".html"],
  "content-security-policy": "frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};

export function playgroundRoutes(): Route[] {
  const folder = getDistDirectory();
  const page: Route["handle"] = (request, response) => void response.writeHead(200, PAGE_HEADERS).end(pageFor(request));
  return [
    { method: "GET", path: "/playground", handle: page },
    { method: "GET", path: "/playground/", handle: page },
    {
      method: "GET",
      path: "/playground/*",
      handle: async (_, response, url) => {
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
