// The previous version and this one run side by side on the databases migrated by this one, and clients notice nothing; nor after a
// rollback. The previous version is a commit, so this test needs the project's history.
import { readFileSync } from "node:fs";
import path from "node:path";
import { testAtLength } from "../../testkit/repetitions.ts";
import { withCustomers } from "../../testkit/load-generator.ts";
import { PATIENCE_MS, withDoubled } from "../../testkit/two-replica-system.ts";
import { knowsCommit, withEarlierVersion } from "../../testkit/earlier-version.ts";
import { ROOT } from "../../operations/topology.ts";
import { until } from "../../testkit/until.ts";

const before = process.env.UPGRADE_FROM ?? readFileSync(path.join(ROOT, "schema/published/version"), "utf8").trim();

(knowsCommit(before) ? testAtLength() : test.skip)(
  `${before.slice(0, 7)} and this version run side by side`,
  () =>
    withEarlierVersion(before, async (root) => {
      const upgraded = new Set<string>();
      const rootOf = (instance: string) => (upgraded.has(instance) ? ROOT : root);
      // The earlier version may not sign its messages.
      const env = { REDIS_UNSIGNED_UNTIL: new Date(Date.now() + 3_600_000).toISOString() };
      await withDoubled({ env, rootOf }, ({ url, halves, restart }) =>
        withCustomers([url], async (customers) => {
          const [first, second] = halves.map((half) => half.filter((name) => !name.startsWith("gateway"))) as [
            string[],
            string[],
          ];
          const bought = async () => {
            const sofar = customers.bought.length;
            await until(() => customers.bought.length > sofar + 3, "people buy", PATIENCE_MS);
          };
          const to = async (version: "before" | "this", instances: string[]) => {
            for (const instance of instances) version === "this" ? upgraded.add(instance) : upgraded.delete(instance);
            await Promise.all(instances.map(restart));
            await bought();
          };
          await bought();
          // One gateway is ahead of its subgraphs, the other behind them.
          await to("this", ["gateway"]);
          await to("this", first);
          await to("before", first);
          await to("this", first);
          await to("this", second);
          await to("this", ["gateway-2"]);

          const { purchases } = await customers.stop();
          expect(customers.problems).toEqual([]);
          expect(customers.bought).toHaveLength(purchases);
          const hasHeardAll = () => customers.wanted().every((id) => customers.received(url).has(id));
          await until(hasHeardAll, "followers have heard of every seat that was taken", PATIENCE_MS);
        }),
      );
    }),
  600_000,
);
