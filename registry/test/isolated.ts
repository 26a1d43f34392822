// Runs commands in a separate network namespace: it has only a loopback, and behind one of its ports the registry, through a Unix socket.
// Reports how each command ended, and the number of attempts to reach other hosts.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { z } from "zod";

const askedSchema = z.object({
  socket: z.string(),
  port: z.number(),
  env: z.record(z.string(), z.string()),
  commands: z.array(z.array(z.string()).min(1)),
});
export type Asked = z.infer<typeof askedSchema>;

export interface Seen {
  ended: { command: string; code: number | null; said: string }[];
  /** By those commands. */
  waysOut: number;
  /** The same, after something has certainly sought a way out. */
  waysOutAfterOne: number;
}

/** `ip link set lo up`, where there is no `ip`: SIOCSIFFLAGS with IFF_UP and IFF_RUNNING (netdevice(7)). */
const LOOPBACK_UP = `socket(S, 2, 2, 0) or die; my $lo = pack("a16 s x22", "lo", 0x41); ioctl(S, 0x8914, $lo) or die "$!"`;

/** Packets without a route, and all UDP packets, such as DNS: counted by the kernel for this network. */
function waysOut(): number {
  const lines = readFileSync("/proc/net/snmp", "utf8").split("\n");
  const counter = (protocol: string, name: string) => {
    const [names = [], values = []] = lines
      .filter((line) => line.startsWith(`${protocol}:`))
      .map((line) => line.split(" "));
    return Number(values[names.indexOf(name)]);
  };
  const ip6 = Number(/^Ip6OutNoRoutes\s+(\d+)/m.exec(readFileSync("/proc/net/snmp6", "utf8"))?.[1] ?? 0);
  return counter("Ip", "OutNoRoutes") + counter("Udp", "OutDatagrams") + ip6;
}

async function main(text: string): Promise<Seen> {
  const { socket, port, env, commands } = askedSchema.parse(JSON.parse(text));
  const up = spawnSync("perl", ["-e", LOOPBACK_UP], { encoding: "utf8" });
  if (up.status !== 0) throw new Error(`There is no loopback: ${up.stderr}`);
  const registry = createServer((inner) => {
    const outer = connect(socket);
    inner.pipe(outer).pipe(inner);
    for (const one of [inner, outer]) one.on("error", () => {});
  }).listen(port, "127.0.0.1");
  await once(registry, "listening");
  const ended: Seen["ended"] = [];
  for (const [program, ...args] of commands) {
    const child = spawn(program!, args, { env });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stdin.end();
    const [code] = (await once(child, "close")) as [number | null];
    ended.push({ command: args.join(" "), code, said });
  }
  const seen = { ended, waysOut: waysOut() };
  // An unassigned address (RFC 5737).
  await fetch("http://192.0.2.1/").catch(() => {});
  registry.close();
  return { ...seen, waysOutAfterOne: waysOut() };
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await main(process.argv[2] ?? "")));
