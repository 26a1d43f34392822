// How the tests send operations: to the gateway over HTTP, WebSocket and event streams, and to a subgraph itself.
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { connectClient, type Data, type GraphqlError } from "../../local/client.ts";
import type { Scene } from "./scene.ts";
import type { ViewerName } from "./viewers.ts";

export interface Told {
  data: Data;
  errors: GraphqlError[];
}

type Values = Record<string, unknown>;
/** The first answer to an operation. */
export type Ask = (document: string, variables?: Values) => Promise<Told>;

const told = ({ data, errors }: { data?: Data; errors?: GraphqlError[] }): Told => ({
  data: data ?? null,
  errors: errors ?? [],
});

export type Transport = "HTTP" | "WebSocket" | "event stream";
export const TRANSPORTS: readonly Transport[] = ["HTTP", "WebSocket", "event stream"];

/** Asks the gateway with this token. A refused socket counts as the error that its close code stands for. */
export function asking(
  url: string,
  token: string | undefined,
  transport: Transport,
): { ask: Ask; close(): Promise<void> } {
  const client = connectClient(url, token);
  const ways: Record<Transport, Ask> = {
    HTTP: async (document, variables) => told(await client.send(document, variables)),
    WebSocket: async (document, variables) => {
      const feed = client.subscribe(document, variables);
      const [message] = await feed.until(() => feed.messages.length > 0 || feed.ended !== undefined);
      feed.stop();
      if (message !== undefined) return told("errors" in message ? message : { data: message });
      const { error } = feed.ended!;
      if (Array.isArray(error)) return told({ errors: error as GraphqlError[] });
      return told({ errors: [{ message: String(error), extensions: { code: "UNAUTHENTICATED" } }] });
    },
    "event stream": (document, variables) => askForEvents(url, token, document, variables),
  };
  return { ask: ways[transport], close: () => client.close() };
}

async function askForEvents(url: string, token: string | undefined, query: string, variables?: Values): Promise<Told> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  if (!response.headers.get("content-type")!.startsWith("text/event-stream")) return told(await jsonOf(response));
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const [, message] = /^event: next\ndata: (.*)\n\n/m.exec(text) ?? [];
    // Returning hangs up, which only a subscription needs.
    const isOver = query.startsWith("subscription") || text.includes("event: complete");
    if (message !== undefined && isOver) return told(JSON.parse(message) as Told);
  }
  throw new Error(`The event stream ended with nothing but ${text}`);
}

async function jsonOf(response: Response): Promise<Told> {
  const text = await response.text();
  if (text === "") throw new Error(`${response.url} answers ${response.status} without a body.`);
  return JSON.parse(text) as Told;
}

/** Asks a subgraph with this token, or with none. */
export function askingSubgraph(scene: Scene, subgraph: string, token: string | undefined): Ask {
  return async (query, variables) => {
    const response = await fetch(scene.supergraph.subgraphs[subgraph]!.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return told(await jsonOf(response));
  };
}

/** The token by which the gateway tells a subgraph who the viewer is. */
export function internalToken(
  { supergraph, people, organizationId, otherOrganizationId }: Scene,
  name: ViewerName,
  subgraph: string,
): Promise<string> {
  const { id: userId, sessionId, role } = people[name];
  const memberships: Record<string, string> =
    name === "otherOwner" ? { [otherOrganizationId]: "OWNER" } : role ? { [organizationId]: role } : {};
  const viewer = { userId, sessionId, staff: name === "staff", verified: name !== "unverified", memberships };
  return supergraph.viewerToken(name === "nobody" ? null : viewer, subgraph);
}

/** Subscribes at a subgraph's socket as the gateway does for a viewer. */
export function followingSubgraph(scene: Scene, viewer: ViewerName, subgraph: string): Ask {
  return async (query, variables) => {
    const authorization = `Bearer ${await internalToken(scene, viewer, subgraph)}`;
    const socket = createClient({
      url: scene.supergraph.subgraphs[subgraph]!.url.replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization },
    });
    const messages = socket.iterate<Data>({ query, ...(variables && { variables }), extensions: { authorization } });
    try {
      const { value } = (await messages.next()) as { value: { data?: Data; errors?: GraphqlError[] } };
      return told(value);
    } catch (error) {
      if (!Array.isArray(error)) throw error;
      return told({ errors: error as GraphqlError[] });
    } finally {
      await messages.return?.();
      await socket.dispose();
    }
  };
}
