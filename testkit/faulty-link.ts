// A TCP proxy in front of PostgreSQL or Redis, which tests let fail as networks and servers do.
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { freePorts } from "../local/servers/ports.ts";

export interface FaultyLink {
  /** The same URL, through the link. */
  url: string;
  /** Cuts all connections and refuses new ones until it is restored, as a server does that has died. */
  refuse(): void;
  /** Drops all data on open and new connections until restored, without closing them. */
  silence(): void;
  restore(): Promise<void>;
  stop(): Promise<void>;
}

/** @param onCommit called when the server has committed a change, and its answer has been passed on */
export async function linkTo(serverUrl: string, onCommit: () => void = () => {}): Promise<FaultyLink> {
  const target = new URL(serverUrl);
  const [port] = (await freePorts(1)) as [number];
  const open = new Map<Socket, Socket>();
  const silent = new WeakSet<Socket>();
  let server: Server | undefined;
  let isSilent = false;

  function pass(near: Socket): void {
    const far = connect({ host: target.hostname, port: Number(target.port) });
    open.set(near, far);
    if (isSilent) silent.add(near);
    const follow = followCommits();
    near.on("data", (chunk: Buffer) => {
      if (silent.has(near)) return;
      follow.asks(chunk);
      far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => {
      if (silent.has(near)) return;
      near.write(chunk);
      if (follow.commits(chunk)) onCommit();
    });
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on("error", () => {});
      // After a silent loss the other side is not closed, either.
      socket.once("close", () => {
        if (silent.has(near)) return;
        open.delete(near);
        near.destroy();
        far.destroy();
      });
    }
  }

  async function restore(): Promise<void> {
    isSilent = false;
    if (server) return;
    server = createServer(pass);
    await once(server.listen(port, "127.0.0.1"), "listening");
  }

  const refuse = (): void => {
    server?.close();
    server = undefined;
    for (const [near, far] of open) {
      // Forwarded data still arrives.
      near.end();
      far.destroy();
    }
    open.clear();
  };

  await restore();
  const url = new URL(serverUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return {
    url: url.href,
    refuse,
    silence: () => {
      isSilent = true;
      for (const near of open.keys()) silent.add(near);
    },
    restore,
    stop: async () => {
      const closed = server && once(server, "close");
      for (const [near, far] of open) {
        near.destroy();
        far.destroy();
      }
      server?.close();
      await closed;
    },
  };
}

/** Database functions that write although they are called by a query. */
const CHANGES = /\b(take_seats\w*|change_holds|refuse_gone)\b/;

/** Parses as much of the protocol as needed to detect committed changes. */
function followCommits(): { asks(chunk: Buffer): void; commits(chunk: Buffer): boolean } {
  let buffered = Buffer.alloc(0);
  let hasChanged = false;
  return {
    asks: (chunk) => {
      hasChanged ||= CHANGES.test(chunk.toString("latin1"));
    },
    commits: (chunk) => {
      let committed = false;
      buffered = Buffer.concat([buffered, chunk]);
      while (buffered.length >= 5) {
        const length = buffered.readUInt32BE(1) + 1;
        if (buffered.length < length) break;
        const type = String.fromCharCode(buffered[0]!);
        // CommandComplete has the command, ReadyForQuery the state of the transaction.
        if (type === "C" && /^(INSERT|UPDATE|DELETE|MERGE) .*[1-9]/.test(buffered.toString("latin1", 5, length - 1)))
          hasChanged = true;
        if (type === "Z" && buffered[5] === 0x49) {
          committed ||= hasChanged;
          hasChanged = false;
        }
        buffered = buffered.subarray(length);
      }
      return committed;
    },
  };
}
