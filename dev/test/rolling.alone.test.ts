// A rolling restart under load: every process is there twice, and one after the other is told to end and started again. Nobody who
// asks meanwhile may notice.
import { withCustomers } from "../customers.ts";
import { PATIENCE_MS, withDoubled } from "../doubled.ts";
import { until } from "../until.ts";

test(
  "nobody notices that one process after the other is restarted",
  () =>
    withDoubled({}, ({ url, halves, restart }) =>
      withCustomers([url], async (customers) => {
        await until(() => customers.bought.length > 0, "somebody has bought", PATIENCE_MS);

        for (const [index, name] of halves[0].entries())
          for (const instance of [name, halves[1][index]!]) await restart(instance);

        const { reads, purchases } = await customers.stop();
        expect(customers.problems).toEqual([]);
        expect(reads).toBeGreaterThan(100);
        expect(customers.bought).toHaveLength(purchases);
        const hasHeardAll = () => customers.wanted().every((id) => customers.heard(url).has(id));
        await until(hasHeardAll, "whoever follows has heard of every seat that somebody took", PATIENCE_MS);
      }),
    ),
  600_000,
);
