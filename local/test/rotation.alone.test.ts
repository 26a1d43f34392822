// Rolling restarts under load: every process runs twice, and customers must not notice the restarts, whether half by half or process by
// process. Each restart takes another step in changing every secret: signing keys, the secret of users, the provider's secret, the
// passwords of the databases.
import { readFileSync } from "node:fs";
import path from "node:path";
import { loadSigner, signForViewer } from "../../platform/identity/identity.ts";
import { testAtLength } from "../../testkit/repetitions.ts";
import { withCustomers } from "../../testkit/load-generator.ts";
import { PATIENCE_MS, withDoubled, type Doubled } from "../../testkit/two-replica-system.ts";
import { signingNames, type Env } from "../../operations/environment.ts";
import { changeKeys, ensureKeys, type KeyStep } from "../../operations/keys.ts";
import { connectTo } from "../../testkit/supergraph.ts";
import { listedSubgraphs } from "../../operations/topology.ts";
import { until } from "../../testkit/until.ts";

const NEXT = "the-next-secret-of-every-process-and-database";
const owners = listedSubgraphs().map(({ name }) => name);
const upper = (name: string) => name.toUpperCase();

const withPassword = (url: string, password: string): string => Object.assign(new URL(url), { password }).href;

const test = testAtLength();

test("every secret is changed by rolling restarts, and nobody notices", async () => {
  let changed: Env = {};
  await withDoubled(
    { env: { PAYMENTS_PROVIDER_SECRET_ALSO: NEXT }, envOf: () => changed },
    ({ url, system, halves, restart }: Doubled) =>
      withCustomers([url], async (customers) => {
        const keys = path.join(system.dataDir, "keys");
        const signing = signingNames().filter((name) => name !== "tickets");
        const databaseUrls = Object.fromEntries(
          owners.map((name) => [name, system.env[`${upper(name)}_DATABASE_URL`]!]),
        );
        const bought = async () => {
          const before = customers.bought.length;
          await until(() => customers.bought.length > before + 2, "people buy", PATIENCE_MS);
        };
        const step = async (env: Env, ofKeys: KeyStep, restartAll: () => Promise<void>) => {
          changed = env;
          changeKeys(keys, signing, ofKeys);
          ensureKeys(keys, signingNames());
          await restartAll();
          await bought();
        };
        const oneHalfThenTheOther = async () => {
          for (const half of halves) await Promise.all(half.map(restart));
        };
        const oneAfterTheOther = async () => {
          for (const instance of halves[0]) await restart(instance);
          await Promise.all(halves[1].map(restart));
        };
        const passwords = (value: (name: string) => string, suffix: string): Env =>
          Object.fromEntries(owners.map((name) => [`${upper(name)}_${suffix}`, value(name)]));
        const old = {
          gateway: loadSigner("gateway", path.join(keys, "gateway.pem")),
          users: system.env.USERS_SECRET!,
          provider: system.env.PAYMENTS_PROVIDER_SECRET!,
          password: (name: string) => new URL(databaseUrls[name]!).password,
        };
        await bought();

        await step(
          { USERS_SECRET_ALSO: NEXT, ...passwords(() => NEXT, "DATABASE_PASSWORD_ALSO") },
          "add",
          oneHalfThenTheOther,
        );

        const superuser = `postgres:${readFileSync(path.join(keys, "postgres.secret"), "utf8")}`;
        const admin = await connectTo(`postgres://${superuser}@${new URL(databaseUrls.users!).host}/postgres`);
        for (const name of owners) await admin.query(`alter role boxoffice_${name} password '${NEXT}'`);
        await admin.end();
        const inUse = {
          USERS_SECRET: NEXT,
          PAYMENTS_PROVIDER_SECRET: NEXT,
          PAYMENTS_PROVIDER_SECRET_ALSO: old.provider,
          ...passwords((name) => withPassword(databaseUrls[name]!, NEXT), "DATABASE_URL"),
        };
        await step(
          { ...inUse, USERS_SECRET_ALSO: old.users, ...passwords(old.password, "DATABASE_PASSWORD_ALSO") },
          "use",
          oneHalfThenTheOther,
        );
        await step(inUse, "drop", oneAfterTheOther);

        const { reads, purchases } = await customers.stop();
        expect(customers.problems).toEqual([]);
        expect(reads).toBeGreaterThan(100);
        expect(customers.bought).toHaveLength(purchases);
        const hasHeardAll = () => customers.wanted().every((id) => customers.received(url).has(id));
        await until(hasHeardAll, "subscribers have heard of every seat that was taken", PATIENCE_MS);

        const token = await signForViewer(old.gateway, "catalog", null);
        const response = await fetch(system.env.CATALOG_URL!, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: "{ events { nodes { id } } }" }),
        });
        expect(await response.text()).toContain("UNAUTHENTICATED");
        await expect(connectTo(databaseUrls.orders!)).rejects.toThrow(/password authentication failed/);
      }),
  );
}, 600_000);
