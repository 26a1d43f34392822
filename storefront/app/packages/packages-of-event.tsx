// On the page of an event: packages that it is a part of.
import type { PackageInList } from "../../page-data/package.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { discountOf, scopeOf } from "./discount.ts";

export function PackagesOfEvent({ packages }: { packages: readonly PackageInList[] }) {
  const app = useApp();
  if (packages.length === 0) return null;
  return (
    <section>
      <h2>{app.texts.packages.also}</h2>
      <ul className="orders">
        {packages.map((one) => (
          <li key={one.id}>
            <Link href={`/packages/${one.id}`}>
              <strong>{one.name}</strong>
              <span className="quiet">{scopeOf(one.parts.length, one.eventsToChoose, app)}</span>
              <span className="tag" suppressHydrationWarning>
                {discountOf(one, app)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
