// Seats that the visitor holds besides those of the page: an order of their own.
import type { HoldInFull } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Price } from "../price.tsx";

export function OtherHolds({ holds, text }: { holds: readonly HoldInFull[]; text: string }) {
  const { texts, format } = useApp();
  if (holds.length === 0) return null;
  return (
    <section className="stacked">
      <h2>{texts.basket.others}</h2>
      <p className="quiet">{text}</p>
      <ul className="orders">
        {holds.map(({ id, event, total, expiresAt }) => (
          <li key={id}>
            <Link href={`/hold/${id}`}>
              <strong>{event?.name}</strong>
              <span suppressHydrationWarning>
                {texts.hold.until(format.clock(expiresAt, event?.timeZone ?? "UTC"))}
              </span>
              <span className="tag">{texts.basket.pay}</span>
              <Price of={total} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
