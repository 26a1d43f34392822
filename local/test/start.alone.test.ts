// `npm start`, as an operator meets it: a system of its own on other ports and another data folder.
import { spawn, type ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { connectClient } from "../client.ts";
import { environmentOfSystem } from "../../operations/system-databases.ts";
import { isAlive } from "../pid-files.ts";
import { freePorts } from "../servers/ports.ts";
import { buy, openShow, PASSWORD, payOrder, signUp } from "../fixtures.ts";
import { ROOT } from "../../operations/topology.ts";
import { testOnceIn } from "../../testkit/repetitions.ts";
import { until } from "../../testkit/until.ts";

/** Not in every short run. */
const it = testOnceIn(2, "logs");
const SOON_MS = 60_000;

const NAMES = [
  "GATEWAY",
  "PUBLIC_GATEWAY",
  "STOREFRONT",
  "PROVIDER",
  "POSTGRES",
  "USERS",
  "CATALOG",
  "SEATING",
  "ORDERS",
  "PAYMENTS",
  "RISK",
  "REGISTRY",
  "MAIL",
  "MAIL_SMTP",
  "REDIS",
];
let dataDir: string;
let env: Record<string, string>;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "boxoffice-system-"));
  const ports = await freePorts(NAMES.length);
  env = {
    DATA_DIR: dataDir,
    ...Object.fromEntries(NAMES.map((name, index) => [`${name}_PORT`, String(ports[index])])),
  };
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of running) {
    child.kill("SIGTERM");
    await once(child, "close");
  }
});

function start(more: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ["local/start.ts"], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? "", ...env, ...more },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  running.add(child);
  const ended = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, output: () => output, ended };
}

const READY = "Supergraph ready at";
const pidOf = (name: string) => Number(readFileSync(path.join(dataDir, "run", `${name}.pid`), "utf8"));
const logs = () =>
  readdirSync(path.join(dataDir, "logs"))
    .map((file) => readFileSync(path.join(dataDir, "logs", file), "utf8"))
    .join("\n");
const url = () => `http://localhost:${env.GATEWAY_PORT}/graphql`;

async function untilReady(system: Started): Promise<number> {
  const took = await until(
    () => system.output().includes(READY) || system.child.exitCode !== null,
    "the system is ready",
    SOON_MS,
  );
  expect(system.output().trim().split("\n").at(-1)).toBe(`${READY} ${url()}`);
  return took;
}

test("one command fills a new system, which heals itself and keeps what was committed", async () => {
  const system = start();
  expect(await untilReady(system)).toBeLessThan(60_000);
  const { events } = await connectClient(url()).ask("{ events(first: 50) { totalCount } }");
  expect(events.totalCount).toBeGreaterThanOrEqual(8);

  const partners = connectClient(`http://localhost:${env.PUBLIC_GATEWAY_PORT}/graphql`);
  expect(
    (await partners.ask("{ events(first: 1) { nodes { name organization { name } } } }")).events.nodes,
  ).toHaveLength(1);
  expect((await partners.send("{ me { id } }")).errors).toMatchObject([
    { extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
  ]);

  const pages = `http://localhost:${env.STOREFRONT_PORT}`;
  expect(await (await fetch(pages)).text()).toContain("Der zerbrochne Krug");
  const metadata = await (await fetch(`${pages}/oidc/.well-known/openid-configuration`)).json();
  expect(metadata).toMatchObject({ issuer: `${pages}/oidc` });

  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain("already");

  for (const name of ["orders", "postgres", "registry", "public-gateway", "storefront", "gateway"]) {
    const before = pidOf(name);
    process.kill(before, "SIGKILL");
    expect([name, (await until(() => pidOf(name) !== before, `${name} is started again`, SOON_MS)) < 5_000]).toEqual([
      name,
      true,
    ]);
    const healed = async () =>
      connectClient(url())
        .send("{ events(first: 1) { nodes { name } } }")
        .then(
          ({ errors }) => !errors,
          () => false,
        );
    await until(healed, `${name} answers`, SOON_MS);
  }
  const person = await signUp((token) => connectClient(url(), token), "Remember Me");

  // No process has asked Redis for anything that its user may not do.
  const operator = new Redis(environmentOfSystem(env).REDIS_URL!);
  expect(await operator.acl("LOG")).toEqual([]);
  operator.disconnect();

  // The supervisor is killed: its processes end by themselves, PostgreSQL is adopted, Redis replaced.
  const postgres = pidOf("postgres");
  const redis = pidOf("redis");
  const gateway = pidOf("gateway");
  system.child.kill("SIGKILL");
  await system.ended;
  await until(() => !isAlive(gateway), "the gateway has ended", SOON_MS);
  const again = start();
  await untilReady(again);
  expect(pidOf("postgres")).toBe(postgres);
  // What it knows of its users may be out of date.
  expect([pidOf("redis") === redis, isAlive(redis)]).toEqual([false, false]);
  const { me } = await connectClient(url(), person.client.token).ask("{ me { displayName } }");
  expect(me).toEqual({ displayName: "Remember Me" });

  const pids = readdirSync(path.join(dataDir, "run")).map((file) => pidOf(path.basename(file, ".pid")));
  again.child.kill("SIGINT");
  expect(await again.ended).toBe(0);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(readdirSync(path.join(dataDir, "run"))).toEqual([]);
});

it("no log holds a password, a token, a card, a secret or anything personal, however much is logged", async () => {
  const system = start({ LOG_LEVEL: "debug" });
  await untilReady(system);
  const tokens: string[] = [];
  const connect = (token?: string) => {
    if (token) tokens.push(token);
    return connectClient(url(), token);
  };
  const show = await openShow(connect);
  const buyer = await signUp(connect, "Zebulon Quist", "zebulon@quist.example");
  const { order } = await buy(buyer.client, show.eventId, [show.seats[3].id], "pm_card_risky");
  await payOrder(buyer.client, order.id, "pm_card_declined");
  await buyer.client.send(`mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`, {
    input: { email: buyer.email, password: "my wrong password" },
  });
  await buyer.client.send(
    `mutation { signIn(input: { email: "zebulon@quist.example", password: "in the query" }) { no } }`,
  );
  await buyer.client.send(`mutation ($t: String!) { refreshSession(refreshToken: $t) { __typename } }`, {
    t: buyer.refreshToken,
  });
  // Failures are logged in more detail, but never with these words.
  process.kill(pidOf("postgres"), "SIGKILL");
  await signUp(connect, "Zebulon Quist").catch(() => undefined);
  await until(() => logs().includes("postgres") || logs().includes("ECONN"), "a fault is logged", SOON_MS);
  system.child.kill("SIGINT");
  await system.ended;

  expect(logs().length).toBeGreaterThan(10_000);
  const secrets = readdirSync(path.join(dataDir, "keys"))
    .filter((file) => /\.(pem|secret)$/.test(file))
    .flatMap((file) => readFileSync(path.join(dataDir, "keys", file), "utf8").split("\n"));
  const unspeakable = [
    PASSWORD,
    "my wrong password",
    "in the query",
    "Quist",
    "quist.example",
    "example.org",
    "pm_card_",
    buyer.refreshToken,
    ...tokens.map((token) => token.split(".")[2]!),
    ...secrets.filter((line) => line.length > 20 && !line.startsWith("-----")),
  ];
  expect(unspeakable.filter((word) => logs().includes(word))).toEqual([]);
});

test.each<[string, Record<string, string>, RegExp]>([
  ["a port that is none", { GATEWAY_PORT: "abc" }, /^Set GATEWAY_PORT to a port number/m],
  ["a variable that is wrong", { LOG_LEVEL: "loud" }, /Invalid variables: LOG_LEVEL/],
  ["a switch that is neither on nor off", { REGISTRY: "no" }, /^Invalid variables: REGISTRY: must be on or off\.$/m],
  [
    "a secret that is too short",
    { USERS_SECRET: "short" },
    /Invalid variables: USERS_SECRET: must have at least 32 characters/,
  ],
  [
    "a base that leaves no port for the last",
    { PORT_BASE: "65535" },
    /^Set PORT_BASE to a port number from 1 to 65494/m,
  ],
  [
    "a database that is not there",
    { USERS_DATABASE_URL: "postgres://x:secret@127.0.0.1:1/z" },
    /^Set USERS_DATABASE_URL to a database that can be reached: 127\.0\.0\.1:1\/z failed with ECONNREFUSED\.$/m,
  ],
])("%s ends the start with one sentence and leaves nothing running", async (_, more, sentence) => {
  const system = start(more);
  expect(await system.ended).toBe(1);
  expect(system.output()).toMatch(sentence);
  expect(system.output()).not.toMatch(/\n\s+at /);
  expect(readdirSync(path.join(dataDir, "run"))).toEqual([]);
});

test("a data folder that can't be made ends the start with one sentence", async () => {
  const file = path.join(dataDir, "file");
  writeFileSync(file, "");
  const system = start({ DATA_DIR: path.join(file, "data") });
  expect(await system.ended).toBe(1);
  expect(system.output().trim()).toBe(
    `Set DATA_DIR to a writable folder: ${path.join(file, "data")} is not writable (ENOTDIR).`,
  );
});

test("a port that is taken ends the start with one sentence and leaves nothing running", async () => {
  const taken = createServer().listen(Number(env.ORDERS_PORT), "127.0.0.1");
  await once(taken, "listening");
  const system = start();
  expect(await system.ended).toBe(1);
  expect(system.output()).toContain(
    `Port ${env.ORDERS_PORT} is taken: free it, or set ORDERS_PORT to another port, or PORT_BASE`,
  );
  expect(readdirSync(path.join(dataDir, "run"))).toEqual([]);
  await once(taken.close(), "close");
});

test("no Redis to be had ends the start with one sentence", async () => {
  // Root needs `unshare` for PostgreSQL; nothing else is on this PATH, no Redis and no apt-get.
  const bin = path.join(dataDir, "bin");
  mkdirSync(bin);
  if (existsSync("/usr/bin/unshare")) symlinkSync("/usr/bin/unshare", path.join(bin, "unshare"));
  const child = spawn(process.execPath, ["local/start.ts"], {
    cwd: ROOT,
    env: {
      ...env,
      PATH: bin,
      REDIS_CACHE_DIR: path.join(dataDir, "no-cache"),
    },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(1);
  expect(output).toContain(
    "Redis not found: install redis-server or valkey-server, or set REDIS_URL to a running server.",
  );
  expect(readdirSync(path.join(dataDir, "run"))).toEqual([]);
});
