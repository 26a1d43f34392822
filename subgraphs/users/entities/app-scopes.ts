/** What apps may ask for: scopes of the API, and what each lets them do, as the page of consent says it. */
export const APP_SCOPES = {
  profile: "See your name and language",
  email: "See your e-mail address",
  "orders:read": "See your orders",
  "tickets:read": "See your tickets",
  "tickets:codes": "Get the codes of your tickets, with which anybody can enter",
  "holds:write": "Hold seats for you",
  "orders:write": "Order and cancel tickets for you",
  "org:read": "See the events, sales and members of your organizations",
  "gate:scan": "Check tickets at the entrance of your events",
} as const;

/** In the device flow it asks for a scanner device of an organization, instead of access to an account. */
export const SCANNER_SCOPE: keyof typeof APP_SCOPES = "gate:scan";

/** The API as the resource that access tokens are for. */
export const GRAPH = "urn:boxoffice:graph";

const OF_IDENTITY = new Set(["profile", "email"]);

/** Scopes of the API alone. Those of identity are also answered in ID tokens and by the userinfo endpoint. */
export const GRAPH_SCOPES: ReadonlySet<string> = new Set(
  Object.keys(APP_SCOPES).filter((scope) => !OF_IDENTITY.has(scope)),
);
