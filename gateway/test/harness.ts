// A gateway on its own supergraph, with subgraphs that tests control: over real HTTP and WebSocket.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AddressInfo, Socket } from "node:net";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse, subscribe, type GraphQLSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { configForAny, type GatewayConfig } from "../config.ts";
import { startGateway } from "../gateway.ts";

export interface StubOptions {
  sdl: string;
  resolvers: Record<string, unknown>;
}

export type Behaviour = "answers" | "is silent" | "answers garbage" | "breaks off" | "finds the headers too large";

export interface Stub {
  url: string;
  behaviour: Behaviour;
  /** Its response, instead of its resolvers. */
  answer?: (query: string) => unknown;
  /** Responses to GET, by path; undefined: 500. */
  get?: (path: string) => unknown;
  /** Bodies of the requests that have come, and who each says that it is. */
  asked: { query: string; variables?: Record<string, unknown>; authorization?: string | undefined }[];
  /** Its connections stay open, and drop all data. */
  cutOff(): void;
  stop(): Promise<void>;
  /** Takes up its port again after a stop. */
  start(): Promise<void>;
}

/** Before the schema of each subgraph. */
export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize", "@tag", "@external", "@requires", "@interfaceObject"])\n`;

async function startStub({ sdl, resolvers }: StubOptions): Promise<Stub> {
  const schema: GraphQLSchema = buildSubgraphSchema([{ typeDefs: parse(LINK + sdl), resolvers: resolvers as never }]);
  const open = new Set<Socket>();
  let server: ReturnType<typeof createServer>;
  let port = 0;

  async function answer(text: string, authorization: string | undefined, response: ServerResponse): Promise<void> {
    const request = JSON.parse(text) as Stub["asked"][number];
    stub.asked.push({ ...request, authorization });
    if (stub.behaviour === "is silent") return;
    if (stub.behaviour === "breaks off") return void response.socket?.destroy();
    // Like Node's server, without a body.
    if (stub.behaviour === "finds the headers too large")
      return void response.writeHead(431, { connection: "close" }).end();
    if (stub.behaviour === "answers garbage") return void response.end("<html>");
    if (stub.answer) return void response.end(JSON.stringify(stub.answer(request.query)));
    const result = await execute({ schema, document: parse(request.query), variableValues: request.variables ?? {} });
    response.setHeader("content-type", "application/json").end(JSON.stringify(result));
  }

  async function start(): Promise<void> {
    server = createServer((request, response) => {
      if (request.method === "GET") {
        const found = stub.get?.(request.url!);
        return void response.writeHead(found === undefined ? 500 : 200).end(JSON.stringify(found));
      }
      let text = "";
      request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      request.on("end", () => void answer(text, request.headers.authorization, response));
    });
    server.on("connection", (socket) => {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
    });
    const sockets = new WebSocketServer({ server, path: "/graphql" });
    useServer({ schema, execute, subscribe }, sockets);
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
    stub.url = `http://127.0.0.1:${port}/graphql`;
  }

  const stub: Stub = {
    url: "",
    behaviour: "answers",
    asked: [],
    start,
    cutOff: () => {
      for (const socket of open) socket.pause();
    },
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
  await start();
  return stub;
}

export interface Stand {
  url: string;
  stubs: Record<string, Stub>;
  /** Sends a GraphQL request as JSON. */
  ask(
    query: string,
    more?: { variables?: unknown; operationName?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Replaces the supergraph. */
  replace(sdls: Record<string, string>): void;
  stop(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: {
    data?: Record<string, never> | null;
    errors?: { message: string; path?: (string | number)[]; extensions: { code: string } & Record<string, unknown> }[];
    extensions?: Record<string, unknown>;
  };
}

export async function startStand(
  subgraphs: Record<string, StubOptions>,
  config: Partial<GatewayConfig> = {},
): Promise<Stand> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-gateway-"));
  const file = path.join(folder, "supergraph.graphql");
  const stubs: Record<string, Stub> = {};
  for (const [name, options] of Object.entries(subgraphs)) stubs[name] = await startStub(options);
  const write = (sdls: Record<string, string>) => {
    const services = Object.entries(sdls).map(([name, sdl]) => ({
      name,
      url: stubs[name]!.url,
      typeDefs: parse(LINK + sdl),
    }));
    const { supergraphSdl, errors } = composeServices(services);
    if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join("\n"));
    writeFileSync(`${file}.new`, supergraphSdl);
    renameSync(`${file}.new`, file);
  };
  write(Object.fromEntries(Object.entries(subgraphs).map(([name, { sdl }]) => [name, sdl])));
  const gateway = await startGateway({ ...configForAny(file, 0), logLevel: "silent", playground: false, ...config });
  return {
    url: gateway.url,
    stubs,
    ask: async (query, { headers = {}, ...more } = {}) => {
      const response = await fetch(gateway.url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query, ...more }),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answer["body"] };
    },
    replace: write,
    stop: async () => {
      await gateway.stop();
      await Promise.all(Object.values(stubs).map((stub) => stub.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A harness for one test. */
export async function withStand(
  subgraphs: Record<string, StubOptions>,
  use: (stand: Stand) => Promise<void>,
): Promise<void> {
  const stand = await startStand(subgraphs, { debug: true });
  try {
    await use(stand);
  } finally {
    await stand.stop();
  }
}
