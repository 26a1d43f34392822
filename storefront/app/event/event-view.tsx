import type { PageData } from "../../page-data.ts";
import type { EventInFull } from "../../page-data/event.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { PackagesOfEvent } from "../packages/packages-of-event.tsx";
import { Picture } from "../picture.tsx";
import { safeHtml } from "../trusted.ts";
import { Prices } from "./prices.tsx";
import { TakeForm } from "./take-form.tsx";

type Data = PageData["event"];

export const title = ({ event }: Data) => event.name;

export function View({ data }: { data: Data }) {
  const { event } = data;
  const { texts } = useApp();
  return (
    <article className="event">
      <div className="poster">
        <Picture of={event} sizes="(min-width: 60rem) 40rem, 100vw" isFirst />
      </div>
      <div className="head">
        <p className="kicker">{texts.categories[event.category]}</p>
        <h1>{event.name}</h1>
        <Facts event={event} />
      </div>
      <aside className="stub" aria-label={texts.event.choose}>
        <TakeForm data={data} />
      </aside>
      <div className="more">
        {event.descriptionHtml && (
          <section>
            <h2>{texts.event.about}</h2>
            <div className="prose" dangerouslySetInnerHTML={{ __html: safeHtml(event.descriptionHtml) }} />
          </section>
        )}
        <Prices event={event} />
        {/* Tickets are exchanged for seats of one event. */}
        {data.selection.exchange === null && <PackagesOfEvent packages={event.packages ?? []} />}
        <Place event={event} />
        <OtherDates event={event} />
        <Organizer event={event} />
      </div>
    </article>
  );
}

function Facts({ event }: { event: EventInFull }) {
  const { texts, format } = useApp();
  const { startsAt, endsAt, doorsAt, timeZone, venue, journey, minimumAge, ageRating } = event;
  return (
    <dl className="facts">
      <div>
        <dt>{texts.event.when}</dt>
        <dd>
          <Moment at={startsAt} zone={timeZone} as="day" />
          <span suppressHydrationWarning>
            <Moment at={startsAt} zone={timeZone} as="clock" />
            {endsAt && ` ${texts.event.ends(format.end(endsAt, startsAt, timeZone))}`}
            {doorsAt && ` · ${texts.event.doors(format.clock(doorsAt, timeZone))}`}
          </span>
          <a href={`/e/${event.id}/calendar`}>{texts.event.calendar}</a>
        </dd>
      </div>
      <div>
        <dt>{texts.event.where}</dt>
        <dd>
          {journey && (
            <strong>
              {journey.origin} → {journey.destination}
            </strong>
          )}
          <span>
            {venue.name}, {venue.city}
          </span>
        </dd>
      </div>
      {(minimumAge !== null || ageRating) && (
        <div>
          <dt>{texts.event.ageLabel}</dt>
          <dd>
            {minimumAge !== null && <span>{texts.event.age(minimumAge)}</span>}
            {ageRating && <span>{ageRating}</span>}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Place({ event: { venue } }: { event: EventInFull }) {
  const { texts } = useApp();
  const { address, access, coordinates } = venue;
  if (!address && !access) return null;
  return (
    <section>
      <h2>{texts.event.access}</h2>
      {address && (
        <address>
          {[...address.lines, [address.postalCode, address.city].filter(Boolean).join(" ")].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      )}
      {access && <p>{access}</p>}
      {coordinates && <a href={`geo:${coordinates.latitude},${coordinates.longitude}`}>{texts.event.map}</a>}
    </section>
  );
}

function OtherDates({ event }: { event: EventInFull }) {
  const { texts } = useApp();
  const others = event.series?.events.nodes.filter(({ id, status }) => id !== event.id && status === "ON_SALE") ?? [];
  if (others.length === 0) return null;
  return (
    <section>
      <h2>{texts.event.otherDates}</h2>
      <ul className="dates">
        {others.map(({ id, startsAt, timeZone }) => (
          <li key={id}>
            <Link className="chip" href={`/e/${id}`}>
              <Moment at={startsAt} zone={timeZone} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Organizer({ event: { organization, links } }: { event: EventInFull }) {
  const { texts } = useApp();
  if (!organization && links.length === 0) return null;
  return (
    <section>
      <h2>{texts.event.organizer}</h2>
      {organization && (
        <p>
          {organization.name}
          {organization.contactEmail && (
            <>
              {" · "}
              <a href={`mailto:${organization.contactEmail}`}>{organization.contactEmail}</a>
            </>
          )}
          {organization.contactPhone && (
            <>
              {" · "}
              <a href={`tel:${organization.contactPhone}`}>{organization.contactPhone}</a>
            </>
          )}
          {organization.termsUrl && (
            <>
              {" · "}
              <a href={organization.termsUrl}>{texts.event.terms}</a>
            </>
          )}
        </p>
      )}
      {links.length > 0 && (
        <ul className="links">
          {links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} rel="noopener">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
