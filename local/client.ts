// A client of the public API, as tests, the seed and the demo use it: nothing but HTTP and WebSocket.
import { createClient as createSocketClient, type Client as SocketClient } from "graphql-ws";
import type { Dispatcher } from "undici";
import { WebSocket } from "ws";

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; field?: string; [name: string]: unknown };
}

// Answers are read as the test that asked expects them to be; a wrong shape fails there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = any;

export interface Answer {
  status: number;
  headers: Headers;
  data: Data;
  errors?: GraphqlError[];
}

export interface Client {
  /** Sends an operation; returns the response. */
  send(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** Sends an operation; answers with its data. @throws Error if there were errors. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Follows a subscription. */
  subscribe(query: string, variables?: Record<string, unknown>): Feed;
  close(): Promise<void>;
  token: string | undefined;
}

/** The messages of a subscription, as they come. */
export interface Feed {
  /** All messages so far. */
  messages: Data[];
  /** How it ended; undefined while it is open. */
  ended: { error?: unknown } | undefined;
  /** Waits until `condition` is true for the messages. @throws Error after `timeoutMs`, or if the feed ends first. */
  until(condition: (messages: Data[]) => boolean, timeoutMs?: number): Promise<Data[]>;
  stop(): void;
}

/** `dispatcher`: pool of connections, instead of the process's own. */
export function connectClient(url: string, token?: string, dispatcher?: Dispatcher): Client {
  let socket: SocketClient | undefined;
  const client: Client = {
    token,
    send: async (query, variables = {}, headers = {}) => {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(client.token ? { authorization: `Bearer ${client.token}` } : {}),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
        ...(dispatcher && { dispatcher }),
      } as RequestInit);
      const text = await response.text();
      if (text === "") throw new Error(`${url} answers ${response.status} without a body.`);
      const body = JSON.parse(text) as { data?: Data; errors?: GraphqlError[] };
      return {
        status: response.status,
        headers: response.headers,
        data: body.data ?? null,
        ...(body.errors ? { errors: body.errors } : {}),
      };
    },
    ask: async (query, variables) => {
      const answer = await client.send(query, variables);
      if (answer.errors)
        throw new Error(`${answer.errors.map((error) => `${error.extensions?.code}: ${error.message}`).join("; ")}`);
      return answer.data;
    },
    subscribe: (query, variables = {}) => {
      socket ??= createSocketClient({
        url: url.replace(/^http/, "ws"),
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: () => (client.token ? { authorization: `Bearer ${client.token}` } : {}),
      });
      return follow(socket, query, variables);
    },
    close: async () => void (await socket?.dispose()),
  };
  return client;
}

function follow(socket: SocketClient, query: string, variables: Record<string, unknown>): Feed {
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const feed: Feed = {
    messages: [],
    ended: undefined,
    until: (condition, timeoutMs = 30_000) =>
      new Promise((resolve, reject) => {
        const finish = (end: () => void) => {
          clearTimeout(timer);
          watchers.delete(check);
          end();
        };
        const check = () => {
          if (condition(feed.messages)) finish(() => resolve(feed.messages));
          else if (feed.ended) finish(() => reject(new Error(`The subscription ended: ${JSON.stringify(feed.ended)}`)));
        };
        const timer = setTimeout(
          () =>
            finish(() =>
              reject(
                new Error(
                  `Not in time; ${feed.messages.length} messages came, the last: ${JSON.stringify(feed.messages.at(-1))}`,
                ),
              ),
            ),
          timeoutMs,
        );
        watchers.add(check);
        check();
      }),
    stop: () => stop(),
  };
  const stop = socket.subscribe<Data>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        feed.messages.push(errors ? { data, errors } : data);
        tell();
      },
      error: (error) => {
        feed.ended = { error: error instanceof Error ? error.message : error };
        tell();
      },
      complete: () => {
        feed.ended ??= {};
        tell();
      },
    },
  );
  return feed;
}
