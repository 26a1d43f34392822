// Seats that the visitor holds besides those of the page: an order of their own. A package is one line.
import type { HoldInFull } from "../../page-data/hold.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Price } from "../price.tsx";
import { nameOf } from "./held-seats.tsx";
import { togetherIn } from "./packages-of-holds.ts";

export function OtherHolds({ holds, text }: { holds: readonly HoldInFull[]; text: string }) {
  const { texts, format } = useApp();
  if (holds.length === 0) return null;
  return (
    <section className="stacked">
      <h2>{texts.basket.others}</h2>
      <p className="quiet">{text}</p>
      <ul className="orders">
        {togetherIn(holds).map((group) => {
          const [{ id, event, expiresAt, total }] = group as [HoldInFull];
          const amount = group.reduce((sum, one) => sum + one.total.amount, 0);
          return (
            <li key={id}>
              <Link href={`/hold/${id}`}>
                <strong>{nameOf(group[0]!)}</strong>
                <span suppressHydrationWarning>
                  {texts.hold.until(format.clock(expiresAt, event?.timeZone ?? "UTC"))}
                </span>
                <span className="tag">{texts.basket.pay}</span>
                <Price of={{ ...total, amount }} />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
