// Seats that a visitor holds: found again after a reload, and those that can be one order.
import { Basket } from "../documents/hold.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { HoldInFull } from "../page-data.ts";
import { continueSession, type Page, type Visit } from "./page.ts";

/** Of the API: an order of several holds. */
const MOST_HOLDS = 10;

/** For the header of every page, which is the same for all: when the first hold ends. It says nothing else, so scripts may read it. */
export function rememberHolds({ setCookies }: Visit, holds: readonly { expiresAt: string }[]): void {
  const first = Math.min(...holds.map(({ expiresAt }) => Math.floor(Date.parse(expiresAt) / 1_000)));
  const seconds = Math.max(0, Math.ceil(first - Date.now() / 1_000));
  const value = holds.length === 0 ? "basket=; Max-Age=0" : `basket=${first}; Max-Age=${seconds}`;
  setCookies.push(`${value}; Path=/; SameSite=Lax`);
}

/** After seats were released or ordered. Failing to read the others costs a countdown in the header, and nothing else. */
export async function readAndRememberHolds(visit: Visit): Promise<void> {
  try {
    const { me } = await visit.ask(Basket, {});
    rememberHolds(visit, me?.holds ?? []);
  } catch (error) {
    if (!(error instanceof OperationFailed)) throw error;
  }
}

/** Active holds that can be one order with this one, and the rest. */
export function withSameSeller(hold: HoldInFull, holds: readonly HoldInFull[]): [HoldInFull[], HoldInFull[]] {
  const sellerOf = ({ event, total }: HoldInFull) => `${event?.organization?.id} ${total.currency}`;
  const others = holds.filter(({ id, status }) => id !== hold.id && status === "ACTIVE");
  const same = hold.status === "ACTIVE" ? others.filter((one) => sellerOf(one) === sellerOf(hold)) : [];
  const more = same.slice(0, MOST_HOLDS - 1);
  return [more, others.filter((one) => !more.includes(one))];
}

export const basket: Page = {
  path: "/basket",
  load: async (visit) => {
    const { me } = await visit.ask(Basket, {});
    if (!me) return continueSession(visit);
    const holds = me.holds ?? [];
    rememberHolds(visit, holds);
    const [first] = holds;
    return first ? { to: `/hold/${first.id}` } : { view: "basket", data: { isGuest: me.kind === "GUEST" } };
  },
};
