// `npm run bench -- NAME [ROUNDS]`: where the numbers of docs/performance.md come from. The last line is one JSON object.
import { benchAbuse } from "./abuse/abuse.ts";
import { benchAccounts } from "./accounts/accounts.ts";
import { benchChecks } from "./checks.ts";
import { benchChurn } from "./churn.ts";
import { benchEndurance } from "./endurance.ts";
import { benchFanOut } from "./fanout/fanout.ts";
import { benchGateways } from "./gateway/gateways.ts";
import { benchGrowth } from "./growth/growth.ts";
import { benchHolds } from "./holds.ts";
import { benchCosts } from "./on-sale/costs.ts";
import { benchOnSale } from "./on-sale/on-sale.ts";
import { benchIdle } from "./idle.ts";
import { benchOrders } from "./orders/orders.ts";
import { benchQueue } from "./queue/queue.ts";
import { benchRefusals } from "./refusals.ts";
import { benchSeatMap } from "./seat-map/seat-map.ts";
import { benchSeats } from "./seats.ts";
import { benchSections } from "./sections.ts";
import { benchStorefront } from "./storefront/storefront.ts";
import { benchTrade } from "./trade.ts";

const benches: Record<string, (rounds: number) => Promise<Record<string, unknown>>> = {
  seats: benchSeats,
  holds: benchHolds,
  refusals: benchRefusals,
  sections: benchSections,
  "seat-map": benchSeatMap,
  storefront: benchStorefront,
  churn: benchChurn,
  gateway: benchGateways,
  fanout: benchFanOut,
  endurance: benchEndurance,
  abuse: benchAbuse,
  accounts: benchAccounts,
  orders: benchOrders,
  growth: benchGrowth,
  checks: benchChecks,
  costs: benchCosts,
  "on-sale": benchOnSale,
  idle: benchIdle,
  trade: benchTrade,
  queue: benchQueue,
};

const ROUNDS = 5;

const [name = "", rounds = String(ROUNDS)] = process.argv.slice(2);
const bench = benches[name];
if (!bench || !/^[1-9]\d*$/.test(rounds)) {
  process.stderr.write(
    `Pass a bench, and the number of rounds if not ${ROUNDS}: npm run bench -- ${Object.keys(benches).join(" | ")} [ROUNDS]\n`,
  );
  process.exit(1);
}
process.stdout.write(`${JSON.stringify(await bench(Number(rounds)))}\n`);
process.exit(0);
