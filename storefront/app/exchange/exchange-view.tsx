// Which tickets are exchanged, and for seats of which event.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Price } from "../price.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { seatName } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";

type Data = PageData["exchange"];

export const title = (_: Data, { exchange }: Texts) => exchange.title;

export function View({ data }: { data: Data }) {
  const { orderId, number, event, reason, otherTickets, problem } = data;
  const { texts } = useApp();
  const canBe = reason === null && data.tickets.some((one) => one.reason === null);
  const isOnlyForAccounts = canBe && data.needsAccount;
  return (
    <div className="narrow exchange">
      <div className="head">
        <p className="kicker">
          <Link href={`/order/${orderId}`}>{texts.order.title(number)}</Link>
        </p>
        <h1>{texts.exchange.title}</h1>
        <p>
          <strong>{event.name}</strong>
          <br />
          <Moment at={event.startsAt} zone={event.timeZone} />
          <br />
          {event.venue.name}, {event.venue.city}
        </p>
      </div>
      <ProblemNote problem={problem} />
      {isOnlyForAccounts ? <NeedsAccount /> : canBe ? <Choice data={data} /> : <Nothing data={data} />}
      {otherTickets.length > 0 && (
        <section className="stacked">
          <h2>{texts.exchange.otherTickets}</h2>
          <ul className="links">
            {otherTickets.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/order/${orderId}/exchange?${new URLSearchParams({ event: id }).toString()}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <Link href={`/order/${orderId}`}>{texts.refund.back}</Link>
      </p>
    </div>
  );
}

function NeedsAccount() {
  const { texts } = useApp();
  return (
    <>
      <p className="lead">{texts.exchange.needsAccount}</p>
      <p className="actions">
        <a className="button" href="/account/register">
          {texts.enter.register}
        </a>
      </p>
    </>
  );
}

function Nothing({ data: { reason, tickets, problem } }: { data: Data }) {
  const { texts } = useApp();
  return (
    <>
      <p className="lead">{texts.exchange.none}</p>
      {reason !== null && !problem && <p>{texts.exchange.reasons[reason]}</p>}
      {reason === null && (
        <ul className="receipt">
          {tickets.map((one) => (
            <li key={one.ticket.id}>
              <Excluded of={one} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Choice({ data }: { data: Data }) {
  const { event, tickets, until, fee, next, chosen } = data;
  const { texts, format, path } = useApp();
  const page = path.split("?", 1)[0]!;
  const here = (more: Record<string, string> = {}) =>
    `${page}?${new URLSearchParams({ event: event.id, ...more }).toString()}`;
  const after = new URLSearchParams(path.split("?", 2)[1]).get("after");
  return (
    <>
      <p className="quiet" suppressHydrationWarning>
        {until !== null && texts.exchange.until(format.moment(until, event.timeZone))}{" "}
        {fee.amount > 0 ? texts.exchange.fee(format.money(fee)) : texts.exchange.noFee}
      </p>
      <Form action={here(after === null ? {} : { after })} className="panel">
        <fieldset className="choices">
          <legend>{texts.exchange.which}</legend>
          {tickets.map((one) =>
            one.reason === null ? (
              <label key={one.ticket.id} className="check">
                <input
                  type="checkbox"
                  name="give"
                  value={one.ticket.id}
                  defaultChecked={chosen.includes(one.ticket.id)}
                />
                <TicketName of={one} />
              </label>
            ) : (
              <p key={one.ticket.id} className="check off">
                <Excluded of={one} />
              </p>
            ),
          )}
        </fieldset>
        <Targets data={data} />
        {next !== null && (
          <p>
            <Link href={here({ after: next })}>{texts.exchange.more}</Link>
          </p>
        )}
        <button className="big">{texts.exchange.next}</button>
        <p className="quiet small">{texts.exchange.nextText}</p>
      </Form>
    </>
  );
}

function TicketName({ of: { ticket } }: { of: Data["tickets"][number] }) {
  const { texts } = useApp();
  return (
    <span className="note-of">
      <strong>{seatName(ticket.seat, texts)}</strong>
      {ticket.priceName !== null && <span className="quiet">{ticket.priceName}</span>}
    </span>
  );
}

/** A ticket that can't be exchanged, and why. */
function Excluded({ of }: { of: Data["tickets"][number] }) {
  const { texts } = useApp();
  const { ticket, reason, paysFor } = of;
  return (
    <span className="note-of">
      <span>{seatName(ticket.seat, texts)}</span>
      <span className="quiet small">
        {texts.exchange.ticketReasons[reason ?? ""] ?? texts.exchange.reasons[reason ?? ""]}{" "}
        {paysFor && <Link href={`/order/${paysFor.id}`}>{texts.order.title(paysFor.number)}</Link>}
      </span>
    </span>
  );
}

/** Where the new seats are: at the same event, at others, or held already. */
function Targets({ data: { event, others, held, to } }: { data: Data }) {
  const { texts, format } = useApp();
  const radio = (value: string) => (
    <input type="radio" name="to" value={value} required defaultChecked={value === to} />
  );
  return (
    <fieldset className="choices">
      <legend>{texts.exchange.to}</legend>
      {held.map((hold) => (
        <label key={hold.id} className="check">
          {radio(`hold:${hold.id}`)}
          <span className="note-of grow">
            <strong>{texts.exchange.held}</strong>
            <span className="quiet">{hold.items.map(({ seat }) => seatName(seat, texts)).join(" · ")}</span>
            <span className="quiet small" suppressHydrationWarning>
              {hold.event?.id !== event.id && `${hold.event?.name} · `}
              {texts.hold.until(format.clock(hold.expiresAt, hold.event?.timeZone ?? "UTC"))}
            </span>
          </span>
          <Price of={hold.total} />
        </label>
      ))}
      <label className="check">
        {radio(event.id)}
        <span className="note-of">
          <strong>{texts.exchange.same}</strong>
          <span className="quiet">{texts.exchange.sameText}</span>
        </span>
      </label>
      {others.map(({ id, name, startsAt, timeZone }) => (
        <label key={id} className="check">
          {radio(id)}
          <span className="note-of">
            <strong>
              <Moment at={startsAt} zone={timeZone} />
            </strong>
            <span className="quiet">{name}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
