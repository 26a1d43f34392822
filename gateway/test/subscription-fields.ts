// A subgraph whose messages the test pushes, another with more fields, and a subscriber.
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

/** The subscriber: a test calls `push`. */
export const followers = new Set<(value: unknown) => void>();
/** Number of started subscriptions. */
export const subscribed = { times: 0 };

function feed(first?: unknown): AsyncIterableIterator<unknown> {
  subscribed.times += 1;
  const queue: unknown[] = first === undefined ? [] : [first];
  let wake = () => {};
  const hear = (value: unknown) => {
    queue.push(value);
    wake();
  };
  followers.add(hear);
  const end = async (): Promise<IteratorResult<unknown>> => {
    followers.delete(hear);
    hear("end");
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      while (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const value = queue.shift();
      if (value === "end") return end();
      if (value instanceof Error) {
        followers.delete(hear);
        throw value;
      }
      return { done: false, value };
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
export const push = (value: unknown) => followers.forEach((hear) => hear(value));

export const things = {
  sdl: `
    type Query { thing: Thing }
    type Subscription { changed: Thing state(id: ID): Thing @tag(name: "replayed-feed") since(after: ID): Thing @tag(name: "shared-feed") secret: Thing @authenticated huge: String }
    type Thing @key(fields: "id") { id: ID! text: String }`,
  resolvers: {
    Query: { thing: () => ({ id: "0" }) },
    Subscription: {
      changed: { subscribe: () => feed(), resolve: (value: unknown) => value },
      state: { subscribe: () => feed({ id: "now" }), resolve: (value: unknown) => value },
      since: {
        subscribe: (_: unknown, { after }: { after?: string }) => feed({ id: after ?? "now" }),
        resolve: (value: unknown) => value,
      },
      secret: { subscribe: () => feed(), resolve: (value: unknown) => value },
      huge: { subscribe: () => feed(), resolve: () => "x".repeat(90_000) },
    },
  },
};
export const others = {
  sdl: `type Query { unused: Int } type Thing @key(fields: "id") { id: ID! more: String }`,
  resolvers: { Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, more: `more of ${id}` }) } },
};

/** Follows over WebSocket; `messages` grows, `ended` says how it ended. */
export function follow(url: string, query: string, variables: Record<string, unknown> = {}) {
  const client = createClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
  const received: { messages: unknown[]; ended: unknown; stop(): void } = {
    messages: [],
    ended: undefined,
    stop: () => {},
  };
  const stop = client.subscribe(
    { query, variables },
    {
      next: (message) => received.messages.push(message),
      error: (error) => (received.ended = error),
      complete: () => (received.ended ??= "complete"),
    },
  );
  received.stop = () => {
    stop();
    void client.dispose();
  };
  return received;
}
