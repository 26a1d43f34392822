// What a buyer should know about a package: its rules, limits and times.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";

export function Terms({ data: { package: sold, parts, state } }: { data: PageData["package"] }) {
  const { texts, format } = useApp();
  const { packages } = texts;
  const { best, together, code, cancelled, account } = packages.rules;
  const { maxSeatsPerBuyer, endsAt, organization } = sold;
  const zone = parts[0]?.event.timeZone ?? "UTC";
  return (
    <section className="terms">
      <h2>{packages.terms}</h2>
      <ul>
        {[best, together, code, cancelled, account].map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
        {maxSeatsPerBuyer !== null && <li>{packages.limit(maxSeatsPerBuyer)}</li>}
        {endsAt !== null && state !== "ENDED" && (
          <li suppressHydrationWarning>{packages.until(format.moment(endsAt, zone))}</li>
        )}
      </ul>
      {organization?.termsUrl && (
        <p>
          <a href={organization.termsUrl}>{texts.event.terms}</a>
        </p>
      )}
    </section>
  );
}
