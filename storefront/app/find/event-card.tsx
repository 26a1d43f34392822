// An event in the list: poster, date, place, the lowest price with everything in it.
import type { EventInList } from "../../page-data/find.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Picture } from "../picture.tsx";

const SIZES = "(min-width: 60rem) 20rem, (min-width: 38rem) 45vw, 92vw";
/** From so many free seats on there is no hurry. */
const PLENTY = 20;

export function EventCard({ event, isFirst }: { event: EventInList; isFirst: boolean }) {
  const { format } = useApp();
  const { id, name, startsAt, timeZone, venue, journey } = event;
  const { day, month, weekday } = format.leaf(startsAt, timeZone);
  return (
    <article className="card">
      <Picture of={event} sizes={SIZES} isFirst={isFirst} />
      <div className="leaf" aria-hidden="true" suppressHydrationWarning>
        <span>{weekday}</span>
        <strong>{day}</strong>
        <span>{month}</span>
      </div>
      <div className="about">
        <h3>
          <Link href={`/e/${id}`}>{name}</Link>
        </h3>
        <p>
          <Moment at={startsAt} zone={timeZone} />
        </p>
        <p>{journey ? `${journey.origin} → ${journey.destination}` : `${venue.name}, ${venue.city}`}</p>
      </div>
      <Offer event={event} />
    </article>
  );
}

function Offer({ event: { priceTiers, availability, status, salesStartAt, timeZone } }: { event: EventInList }) {
  const { texts, format } = useApp();
  const now = availability?.tiers.flatMap(({ prices }) => prices.filter(({ standard }) => standard)) ?? [];
  const shown = now.length > 0 ? now : priceTiers;
  const lowest = shown.reduce<(typeof shown)[number] | undefined>(
    (low, tier) => (low && low.price.amount <= tier.price.amount ? low : tier),
    undefined,
  );
  const price = lowest && (lowest.price.amount === 0 ? texts.find.free : texts.find.from(format.money(lowest.price)));
  const left = availability?.available ?? 0;
  return (
    <p className="offer" suppressHydrationWarning>
      <span className="amount" suppressHydrationWarning>
        {price}
      </span>
      {status === "ANNOUNCED" && salesStartAt !== null && (
        <span className="tag">{texts.find.salesStart(format.moment(salesStartAt, timeZone))}</span>
      )}
      {status === "ON_SALE" && availability && left === 0 && <span className="tag off">{texts.find.soldOut}</span>}
      {status === "ON_SALE" && left > 0 && left < PLENTY && <span className="tag hot">{texts.find.few(left)}</span>}
    </p>
  );
}
