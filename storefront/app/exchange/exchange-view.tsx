// Which tickets are exchanged, and for seats of which event.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Price } from "../price.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { seatName } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";
import { NeedsAccount, OtherTickets, TicketChoice, TicketsLeftOut } from "./ticket-choice.tsx";

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
      {isOnlyForAccounts ? (
        <NeedsAccount text={texts.exchange.needsAccount} />
      ) : canBe ? (
        <Choice data={data} />
      ) : (
        <Nothing data={data} />
      )}
      <OtherTickets orderId={orderId} page="exchange" events={otherTickets} />
      <p>
        <Link href={`/order/${orderId}`}>{texts.refund.back}</Link>
      </p>
    </div>
  );
}

function Nothing({ data: { reason, tickets, problem } }: { data: Data }) {
  const { texts } = useApp();
  return (
    <>
      <p className="lead">{texts.exchange.none}</p>
      {reason !== null && !problem && <p>{texts.exchange.reasons[reason]}</p>}
      {reason === null && <TicketsLeftOut tickets={tickets} explain={(why) => texts.exchange.reasons[why]} />}
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
        <TicketChoice
          legend={texts.exchange.which}
          tickets={tickets}
          chosen={chosen}
          explain={(why) => texts.exchange.reasons[why]}
        />
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
