// Commands of all clients of a Redis: MONITOR on a separate connection. ioredis has a race here: commands that arrive
// together with the answer to MONITOR are an error for it.
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";

export interface Asked {
  /** The client's address, or `lua` for commands of scripts. */
  source: string;
  command: string;
  args: string[];
}

/** @returns how to stop */
export async function monitorRedis(url: string, hear: (asked: Asked) => void): Promise<() => void> {
  const { hostname, port, username, password } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const lines = createInterface(socket);
  const answers: string[] = [];
  lines.on("line", (line) => {
    const [, source, rest] = /^\+\d+\.\d+ \[\d+ ([^\]]+)\] (.*)$/.exec(line) ?? [];
    if (source === undefined) return void answers.push(line);
    const [command = "", ...args] = [...rest!.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!);
    hear({ source, command, args });
  });
  const login = password ? [`AUTH ${decodeURIComponent(username || "default")} ${decodeURIComponent(password)}`] : [];
  const commands = [...login, "MONITOR"];
  socket.write(commands.map((command) => `${command}\r\n`).join(""));
  while (answers.length < commands.length) await once(lines, "line");
  const refused = answers.find((answer) => answer !== "+OK");
  if (refused !== undefined) {
    socket.destroy();
    throw new Error(`Redis denied MONITOR: ${refused}`);
  }
  return () => socket.destroy();
}
