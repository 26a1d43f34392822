// Small TCP proxies between all processes of a system. Each knows just enough of what passes (HTTP, PostgreSQL, Redis) to name
// the messages by which one process tells another something that has effects, and can stop any of them on its way.
import { createServer, connect, type Server, type Socket } from "node:net";
import { once } from "node:events";
import type { Env } from "../../../operations/environment.ts";
import { freePorts } from "../../../local/servers/ports.ts";
import type { Between } from "../../../local/system.ts";
import { listedSubgraphs } from "../../../operations/topology.ts";
import { followHttp, followPostgres, followRedis, type Follow } from "./protocols.ts";

/** The operator's command that moves old messages to files, and whose they are. */
export const ARCHIVER = { name: "archive", subgraph: "payments" };

/** A message with effects, from one process to another. */
export interface Message {
  from: string;
  to: string;
  what: string;
}

/** Where a message is stopped: before it has come, or when what it has led to comes back. */
export type Moment = "before" | "after";

export interface Links {
  between: Between;
  /** Hears of every message, at both moments; if it answers true the connection is cut there. */
  onMessage: (message: Message, moment: Moment) => boolean;
  stop(): Promise<void>;
}

export function createLinks(): Links {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const links: Links = {
    onMessage: () => false,
    between: async (envOf) => {
      const envs = new Map<string, Env>();
      for (const process of ["gateway", "provider", ARCHIVER.name, ...listedSubgraphs().map(({ name }) => name)])
        envs.set(
          process,
          await envThroughLinks(process, envOf(process === ARCHIVER.name ? ARCHIVER.subgraph : process)),
        );
      return (process) => envs.get(process) ?? envOf(process);
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => once(server.close(), "close")));
    },
  };

  async function envThroughLinks(from: string, env: Env): Promise<Env> {
    const through: Env = { ...env };
    const relink = async (variable: string, to: string, follow: Follow) => {
      if (to === from || env[variable] === undefined) return;
      const url = new URL(env[variable]);
      url.port = String(await open(from, to, Number(url.port), follow));
      url.hostname = "127.0.0.1";
      through[variable] = url.href;
    };
    for (const { name } of listedSubgraphs()) await relink(`${name.toUpperCase()}_URL`, name, followHttp);
    await relink("PAYMENTS_PROVIDER_URL", "provider", followHttp);
    await relink("REDIS_URL", "redis", followRedis);
    const database = from === ARCHIVER.name ? ARCHIVER.subgraph : from;
    await relink(`${database.toUpperCase()}_DATABASE_URL`, "postgres", followPostgres);
    return through;
  }

  async function open(from: string, to: string, port: number, follow: Follow): Promise<number> {
    const server = createServer((near) => {
      const far = connect({ host: "127.0.0.1", port });
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket.setNoDelay(true);
        socket.on("error", () => {});
        socket.once("close", () => {
          sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      const cut = () => {
        near.destroy();
        far.destroy();
      };
      // What it was that is being answered now.
      let asked: string | undefined;
      const followed = follow();
      near.on("data", (chunk: Buffer) => {
        const what = followed.asks(chunk);
        asked = what ?? asked;
        if (what !== undefined && links.onMessage({ from, to, what }, "before")) return cut();
        far.write(chunk);
      });
      far.on("data", (chunk: Buffer) => {
        followed.answers(chunk);
        const what = asked;
        asked = undefined;
        if (what !== undefined && links.onMessage({ from, to, what }, "after")) return cut();
        near.write(chunk);
      });
    });
    servers.push(server);
    const [nearPort] = (await freePorts(1)) as [number];
    await once(server.listen(nearPort, "127.0.0.1"), "listening");
    return nearPort;
  }

  return links;
}
