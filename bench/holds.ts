// `npm run bench -- holds`: 256 buyers hold two seats each of one event through the gateway, 5,000 times a round, in two systems in turn:
// this version and an earlier one. CPU is what counts, because both run on the same machine.
import { withEarlierVersion } from "../testkit/earlier-version.ts";
import { withSystem } from "../testkit/temporary-system.ts";
import { openSale, serve, type Served } from "./seats-http.ts";
import { median } from "./statistics.ts";

/** The last version in which neither commands nor fetches were grouped. */
const BEFORE = "63e8deb8beb03831b020fef07421b4aa91205706";
/** As an operator's: with the access log. */
const ENV = { LOG_LEVEL: "info" };

export function benchHolds(rounds: number): Promise<Record<string, unknown>> {
  return withEarlierVersion(BEFORE, (root) =>
    withSystem(
      ENV,
      (earlier) =>
        withSystem(ENV, async (system) => {
          const sales = { before: await openSale(earlier), now: await openSale(system) };
          const results: Record<keyof typeof sales, Served[]> = { before: [], now: [] };
          for (let round = 0; round <= rounds; round++)
            for (const version of ["before", "now"] as const) {
              const { system, buyers } = sales[version];
              const served = await serve(
                sales[version],
                system.url,
                buyers.map(({ client }) => client.token!),
              );
              const title = round === 0 ? "warm-up" : `round ${round}`;
              process.stdout.write(`${title}  ${version}  ${JSON.stringify(served, rounded)}\n`);
              if (round > 0) results[version].push(served);
            }
          const before = medians(results.before);
          const now = medians(results.now);
          return {
            holdsVsBefore: now.holdsPerSecond / before.holdsPerSecond,
            gatewayVsBefore: now.cpuMicros.gateway! / before.cpuMicros.gateway!,
            ...now,
            before,
          };
        }),
      { rootOf: () => root },
    ),
  );
}

const rounded = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(3)) : value);

function medians(all: Served[]): Served {
  const of = (figure: (served: Served) => number) => median(all.map(figure));
  return {
    holdsPerSecond: of((served) => served.holdsPerSecond),
    p50Ms: of((served) => served.p50Ms),
    p99Ms: of((served) => served.p99Ms),
    cpuMicros: Object.fromEntries(
      Object.keys(all[0]!.cpuMicros).map((name) => [name, of(({ cpuMicros }) => cpuMicros[name]!)]),
    ),
  };
}
