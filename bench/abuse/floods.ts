// Clients that stay within the protocol and come far too often: each flood from one address or one account, over whatever would be
// beside the counting if there were a way.
import { createClient } from "graphql-ws";
import { request } from "undici";
import { WebSocket } from "ws";

export interface FloodTarget {
  url: string;
  eventId: string;
  /** An account that is signed in, for each flood that needs one: with a hold of its own. */
  password: { token: string };
  codes: { token: string; holdId: string };
}

export interface Flood {
  name: string;
  perSecond: number;
  /** @returns what came of it: a refusal's type, an error's code, or a status */
  send(target: FloodTarget, count: number): Promise<string>;
  /** Lets go of what it keeps open. */
  end?(): void;
}

async function post(url: string, from: string, query: string, token?: string): Promise<string> {
  const { statusCode, body } = await request(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": from,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  const text = await body.text();
  return /"code":"(\w+)"/.exec(text)?.[1] ?? /"__typename":"(\w+)"/.exec(text)?.[1] ?? String(statusCode);
}

const aliases = (field: (at: number) => string) =>
  `mutation { ${Array.from({ length: 10 }, (_, at) => `a${at}: ${field(at)} { __typename }`).join(" ")} }`;
const deleteAccount = `deleteAccount(password: "a wrong guess")`;
const changeEmail = `changeEmail(input: { password: "a wrong guess", email: "x@example.org" })`;

const SOCKETS = 60;
/** Another one in each attack: one that was refused before could not open a socket, and the flood would be one of handshakes. */
let attacks = 0;
class FromOneAddress extends WebSocket {
  constructor(url: string, protocols: string) {
    super(url, protocols, { headers: { "x-forwarded-for": `203.0.113.${100 + (attacks % 100)}` } });
  }
}
const sockets: ReturnType<typeof createClient>[] = [];
const streams = new Set<AbortController>();

export const FLOODS: readonly Flood[] = [
  {
    name: "requests from one address",
    perSecond: 200,
    send: ({ url }) => post(url, "203.0.113.1", "{ events { totalCount __typename } }"),
  },
  {
    name: "ten passwords in a request",
    perSecond: 9,
    send: ({ url, password }, count) =>
      post(
        url,
        "203.0.113.2",
        aliases(() => (count % 2 ? deleteAccount : changeEmail)),
        password.token,
      ),
  },
  {
    name: "passwords of one account, from many addresses",
    perSecond: 20,
    send: ({ url, password }, count) =>
      post(
        url,
        `198.18.${count % 256}.1`,
        `mutation { ${count % 2 ? deleteAccount : changeEmail} { __typename } }`,
        password.token,
      ),
  },
  {
    name: `operations over ${SOCKETS} sockets of one address`,
    perSecond: 600,
    send: async ({ url }, count) => {
      const client = (sockets[count % SOCKETS] ??= createClient({
        url: url.replace("http", "ws"),
        webSocketImpl: FromOneAddress,
        lazy: false,
        retryAttempts: 0,
        onNonLazyError: () => {},
      }));
      try {
        for await (const { errors } of client.iterate({ query: "{ ticketKey }" }))
          return errors ? String(errors[0]?.extensions?.code) : "answered";
        return "nothing";
      } catch (error) {
        return /"code":"?(\w+)/.exec(JSON.stringify(error))?.[1] ?? "closed";
      }
    },
    end: () => {
      attacks += 1;
      // Rejects if the gateway has refused the connection.
      for (const client of sockets.splice(0)) void Promise.resolve(client.dispose()).catch(() => {});
    },
  },
  {
    name: "event streams of one address",
    perSecond: 50,
    send: async ({ url, eventId }) => {
      const stopping = new AbortController();
      const query = `subscription { seatsChanged(eventId: "${eventId}") { cursor } }`;
      const { statusCode, body } = await request(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "text/event-stream",
          "x-forwarded-for": "203.0.113.4",
        },
        body: JSON.stringify({ query }),
        signal: stopping.signal,
      });
      body.on("error", () => {});
      body.resume();
      if (statusCode === 200) streams.add(stopping);
      return String(statusCode);
    },
    end: () => {
      for (const stopping of streams) stopping.abort();
      streams.clear();
    },
  },
  {
    name: "promo codes tried on one hold",
    perSecond: 20,
    send: ({ url, codes }, count) =>
      post(
        url,
        "203.0.113.5",
        `mutation { applyPromoCode(holdId: "${codes.holdId}", code: "GUESS${count}") { __typename } }`,
        codes.token,
      ),
  },
];
