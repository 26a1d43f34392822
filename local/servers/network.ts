// Several virtual machines on one: network namespaces, each with its own address, joined by a bridge. One can be partitioned from all
// others, or two from each other: packets are dropped without an error. Needs Linux, `ip` and `unshare`, and no privileges.
// https://man7.org/linux/man-pages/man7/network_namespaces.7.html
import { spawn, spawnSync, execFileSync } from "node:child_process";
import { once } from "node:events";

export interface Machine {
  /** Its address for others. */
  address: string;
  /** Prefix of a command to run there. */
  enter: string[];
}

/** Address of a server. */
export interface Endpoint {
  host: string;
  port: number;
}

/** Undoes a network fault. */
export type Mend = () => void;

export interface Network {
  /** The test process itself is on this one. */
  here: Machine;
  add(): Promise<Machine>;
  machines(): number;
  /** Nothing reaches it any more, nor comes from it. */
  cutOff(machine: Machine): Mend;
  /** Partitioned from each other; all others reach both. */
  part(one: Machine, other: Machine): Mend;
}

/** The host itself, if no network is needed. */
export const HERE: Machine = { address: "127.0.0.1", enter: [] };

/** The program and arguments by which a command is run on a machine. */
export function commandOn({ enter }: Machine, program: string, args: string[]): [string, string[]] {
  const [first, ...rest] = [...enter, program, ...args];
  return [first!, rest];
}

const BRIDGE = "boxoffice";
/** Variable by which a process knows that it may make machines. */
const MARK = "MAY_HAVE_NETWORK";
const addressOf = (n: number) => `10.77.0.${n}`;
const OWN_NETWORK = ["--user", "--map-root-user", "--net", "--"];
const ENV = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

const CREATE = [
  "link set lo up",
  `link add ${BRIDGE} type bridge`,
  `addr add ${addressOf(1)}/24 dev ${BRIDGE}`,
  `link set ${BRIDGE} up`,
];

/** Whether this process is one that `againWithNetwork` has run. */
export const mayHaveNetwork = (): boolean => process.env[MARK] === "yes";

/** Runs this process's own command again where it may make a network, if that is possible here. @returns its exit status */
export function againWithNetwork(): number | undefined {
  if (mayHaveNetwork()) return undefined;
  const create = CREATE.map((line) => `ip ${line}`).join(" && ");
  const run = (script: string, ...args: string[]) =>
    spawnSync("unshare", [...OWN_NETWORK, "sh", "-c", script, "sh", ...args], {
      env: { ...ENV, [MARK]: "yes" },
      stdio: args.length > 0 ? "inherit" : "ignore",
    });
  if (run(`${create} && ip link add one type veth peer name other`).status !== 0) return undefined;
  return run(`${create} && exec "$@"`, process.execPath, ...process.argv.slice(1)).status ?? 1;
}

/** The machines end with this process. */
export function createNetwork(): Network {
  let machines = 1;
  const linkOf = new Map<Machine, string>();
  const ip = (...lines: string[]) => {
    for (const line of lines) execFileSync("ip", line.split(" "), { env: ENV });
  };
  const isolate = (machines: Machine[], isolated: "on" | "off") =>
    ip(...machines.map((machine) => `link set ${linkOf.get(machine)} type bridge_slave isolated ${isolated}`));
  return {
    here: { address: addressOf(1), enter: [] },
    add: async () => {
      const [address, link] = [addressOf(++machines), `machine-${machines}`];
      // Keeps the namespace until its input ends.
      const keeper = spawn("unshare", ["--net", "sh", "-c", "ip link set lo up && echo made && exec cat"], {
        env: ENV,
        stdio: ["pipe", "pipe", "inherit"],
      });
      const [made] = await Promise.race([once(keeper.stdout, "data"), once(keeper, "exit")]);
      if (!Buffer.isBuffer(made)) throw new Error("No more machines can be made here.");
      for (const one of [keeper, keeper.stdin, keeper.stdout] as { unref?(): void }[]) one.unref?.();
      const machine = { address, enter: ["nsenter", `--net=/proc/${keeper.pid}/ns/net`, "--"] };
      ip(`link add ${link} type veth peer name eth0 netns ${keeper.pid}`, `link set ${link} master ${BRIDGE} up`);
      const inside = `ip addr add ${address}/24 dev eth0 && ip link set eth0 up`;
      execFileSync(...commandOn(machine, "sh", ["-c", inside]), { env: ENV });
      linkOf.set(machine, link);
      return machine;
    },
    machines: () => machines,
    cutOff: (machine) => {
      ip(`link set ${linkOf.get(machine)} down`);
      return () => ip(`link set ${linkOf.get(machine)} up`);
    },
    part: (one, other) => {
      isolate([one, other], "on");
      return () => isolate([one, other], "off");
    },
  };
}
