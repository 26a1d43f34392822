// Seats that a visitor holds: found again after a reload, and those that can be one order.
import { isComplete, sellerOf, togetherIn } from "../app/hold/packages-of-holds.ts";
import { Basket } from "../documents/hold.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { HoldInFull } from "../page-data/hold.ts";
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

const startOf = ({ event }: HoldInFull) => Date.parse(event?.startsAt ?? "") || 0;

interface Besides {
  /** Others of the package of the hold, by time. */
  ownPackage: HoldInFull[];
  /** Others that can be the same order: packages only as a whole. */
  more: HoldInFull[];
  /** The rest. */
  others: HoldInFull[];
}

/** Active holds beside this one. */
export function besides(hold: HoldInFull, holds: readonly HoldInFull[]): Besides {
  const active = holds.filter(({ id, status }) => id !== hold.id && status === "ACTIVE");
  if (hold.status !== "ACTIVE") return { ownPackage: [], more: [], others: active };
  const [own = [], ...groups] = togetherIn([hold, ...active]);
  const ownPackage = own.slice(1).sort((a, b) => startOf(a) - startOf(b));
  const more: HoldInFull[] = [];
  for (const group of isComplete(own) ? groups : [])
    if (
      sellerOf(group[0]!) === sellerOf(hold) &&
      isComplete(group) &&
      own.length + more.length + group.length <= MOST_HOLDS
    )
      more.push(...group);
  const ordered = [...ownPackage, ...more];
  return { ownPackage, more, others: active.filter((one) => !ordered.includes(one)) };
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
