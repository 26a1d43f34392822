// One of the events of a package: whether it is taken, and at which price.
import type { PageData } from "../../page-data.ts";
import type { PackageChoice, PackagePart } from "../../page-data/package.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Price } from "../price.tsx";
import { isSold, leftOf, priceOf, priceWithout, tierField } from "./choice.ts";

interface Props {
  part: PackagePart;
  data: PageData["package"];
  choice: PackageChoice;
  /** Whether the package can be held. */
  isOpen: boolean;
}

/** Refusals that are not about the event. */
const OF_PACKAGE: unknown[] = ["NOT_YET", "ENDED"];

export function Part({ part, data, choice, isOpen }: Props) {
  const { package: sold, parts, problem } = data;
  const { event } = part;
  const { format } = useApp();
  const hasChoice = isOpen && sold.eventsToChoose < parts.length;
  const isFaulty = problem?.values?.eventId === event.id && !OF_PACKAGE.includes(problem.values.reason);
  const isTaken = data.choice.eventIds.includes(event.id);
  const { day, month, weekday } = format.leaf(event.startsAt, event.timeZone);
  const content = (
    <>
      <span className="leaf" aria-hidden="true" suppressHydrationWarning>
        {weekday}
        <strong suppressHydrationWarning>{day}</strong>
        {month}
      </span>
      <span className="note-of">
        <strong>{event.name}</strong>
        <Moment at={event.startsAt} zone={event.timeZone} />
        <span className="quiet">
          {event.venue.name}, {event.venue.city}
        </span>
        <Availability part={part} />
      </span>
    </>
  );
  return (
    <li className={isFaulty ? "part faulty" : "part"}>
      {hasChoice ? (
        <label className="what">
          <input
            type="checkbox"
            name="event"
            value={event.id}
            defaultChecked={isTaken}
            disabled={!isSold(part) && !isTaken}
          />
          {content}
        </label>
      ) : (
        <div className="what">
          {isOpen && <input type="hidden" name="event" value={event.id} />}
          {content}
        </div>
      )}
      <div className="how">
        <PartPrice part={part} data={data} choice={choice} isOpen={isOpen} />
        <AboutEvent event={event} />
      </div>
    </li>
  );
}

function AboutEvent({ event }: { event: PackagePart["event"] }) {
  const { texts } = useApp();
  return (
    <Link className="small" href={`/e/${event.id}`}>
      {texts.packages.about}
      <span className="sr">: {event.name}</span>
    </Link>
  );
}

function Availability({ part }: { part: PackagePart }) {
  const { texts } = useApp();
  const { status } = part.event;
  const left = leftOf(part);
  if (status !== "ON_SALE") return <span className="fault">{texts.event.statuses[status]}</span>;
  if (left === 0) return <span className="fault">{texts.find.soldOut}</span>;
  return <span className="quiet small">{texts.event.left(left)}</span>;
}

function PartPrice({ part, data, choice, isOpen }: Props) {
  const { event, prices } = part;
  const { texts, format } = useApp();
  const chosen = priceOf(part, choice);
  const initial = priceOf(part, data.choice)?.priceTier?.id;
  const single = chosen && priceWithout(part, chosen);
  const instead = single && (
    <span className="quiet small" suppressHydrationWarning>
      {texts.packages.instead(format.money(single))}
    </span>
  );
  if (prices.length > 1 && isOpen)
    return (
      <div className="field">
        <label className="sr" htmlFor={`tier-${event.id}`}>
          {texts.packages.priceAt(event.name)}
        </label>
        <select id={`tier-${event.id}`} name={tierField(event.id)} defaultValue={initial}>
          {prices.map(({ priceTier, price }) => (
            <option
              key={priceTier?.id}
              value={priceTier?.id}
              disabled={leftOf(part, priceTier?.id) === 0 && priceTier?.id !== initial}
              suppressHydrationWarning
            >
              {`${priceTier?.name} · ${format.money(price)}`}
            </option>
          ))}
        </select>
        {instead}
      </div>
    );
  return (
    <>
      {isOpen && initial !== undefined && <input type="hidden" name={tierField(event.id)} value={initial} />}
      {chosen && (
        <p className="paid">
          <Price of={chosen.price} /> {instead}
        </p>
      )}
    </>
  );
}
