// The containers, as far as they can be tried without an engine for them: the image's processes are started as docker-compose.yml starts
// them, from what the Dockerfile copies and with what they are given there.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { connectClient } from "../../local/client.ts";
import { createDatabase } from "../../local/servers/postgres.ts";
import { freePorts } from "../../local/servers/ports.ts";
import { startRedis, type EmbeddedRedis } from "../../local/servers/redis.ts";
import { OPERATOR } from "../../operations/redis-users.ts";
import { until } from "../../testkit/until.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";
import { ROOT } from "../../operations/topology.ts";
import { build } from "../../storefront/build.ts";
import { compose, copied, ours, redisUsers, secrets, type Service } from "./compose.ts";

const CHECK_EVERY_MS = 250;
const redisPasswordOf = (user: string) => secrets[`${user.toUpperCase().replace("-", "_")}_REDIS_PASSWORD`]!;

describe("the processes", () => {
  let image: string;
  /** Each container's volumes, in a folder by its name, and the volumes themselves. */
  let mounts: string;
  const running: ChildProcess[] = [];
  let redis: EmbeddedRedis | undefined;
  beforeAll(async () => {
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
    // As the image's stage `pages` does.
    await build(path.join(image, ".data", "storefront"));
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
  });
});
