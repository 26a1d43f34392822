// What the tickets pay of the held seats, the difference, and the confirmation.
import { useCallback } from "react";
import type { PageData } from "../../page-data.ts";
import type { ExchangeQuote } from "../../page-data/exchange.ts";
import { useApp } from "../app-context.ts";
import type { Money } from "../format.ts";
import { CardChoice } from "../hold/card-choice.tsx";
import { Countdown } from "../hold/countdown.tsx";
import { canExtend, ExtendButton, HeldSeats, PAY_FORM } from "../hold/held-seats.tsx";
import { Names } from "../hold/names.tsx";
import { InvoiceAddress, Questions } from "../hold/questions.tsx";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Price } from "../price.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { seatName } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";
import { exchangePath } from "./kept-path.ts";

type Data = PageData["exchangeQuote"];
interface Quoted {
  data: Data;
  quote: ExchangeQuote;
}

export const title = ({ hold }: Data, texts: Texts) =>
  hold.status === "ACTIVE" ? texts.exchange.quote : texts.hold.ended;

export function View({ data }: { data: Data }) {
  const { hold, quote } = data;
  if (hold.status !== "ACTIVE") return <Ended data={data} />;
  return quote ? <Quote data={data} quote={quote} /> : <Refused data={data} />;
}

function Ended({ data: { exchange, hold, problem } }: { data: Data }) {
  const { texts } = useApp();
  return (
    <div className="narrow">
      <h1>{texts.hold.ended}</h1>
      <ProblemNote problem={problem} />
      {!problem && (
        <p className="lead">{hold.status === "CONVERTED" ? texts.hold.converted : texts.exchange.endedText}</p>
      )}
      <p className="actions">
        {hold.status === "CONVERTED" ? (
          <Link className="button" href="/tickets">
            {texts.nav.tickets}
          </Link>
        ) : (
          <Link className="button" href={exchangePath(exchange)}>
            {texts.hold.again}
          </Link>
        )}
      </p>
    </div>
  );
}

/** The seats stay held: they can be bought, or exchanged for other tickets. */
function Refused({ data: { exchange, number, hold, problem } }: { data: Data }) {
  const { texts, path, format } = useApp();
  const isInProgress = problem?.values?.reason === "EXCHANGE_IN_PROGRESS";
  return (
    <div className="narrow">
      <p className="kicker">
        <Link href={`/order/${exchange.orderId}`}>{texts.order.title(number)}</Link>
      </p>
      <h1>{texts.exchange.refused}</h1>
      <ProblemNote problem={problem} />
      <p className="lead" suppressHydrationWarning>
        {texts.exchange.stillHeld(format.clock(hold.expiresAt, hold.event?.timeZone ?? "UTC"))}
      </p>
      <p className="actions">
        {isInProgress && (
          <Link className="button" href="/tickets">
            {texts.tickets.openOrders}
          </Link>
        )}
        <Link className={isInProgress ? "button plain" : "button"} href={exchangePath(exchange)}>
          {texts.exchange.back}
        </Link>
        <Link className="button plain" href={`/hold/${hold.id}`}>
          {texts.exchange.buy(format.money(hold.total))}
        </Link>
      </p>
      <Form action={path}>
        <button className="quiet" name="release" value={hold.id}>
          {texts.hold.release}
        </button>
      </Form>
    </div>
  );
}

function Quote({ data, quote }: Quoted) {
  const { exchange, number, hold, typedCode } = data;
  const { texts, path, go } = useApp();
  const onEnd = useCallback(() => go?.(path), [go, path]);
  return (
    <div className="checkout">
      {/* Enter presses the first button of a form, which should not be one of those about the seats. */}
      <button form={PAY_FORM} hidden />
      <div className="head">
        <p className="kicker">
          <Link href={`/order/${exchange.orderId}`}>{texts.order.title(number)}</Link>
        </p>
        <h1>{texts.exchange.quote}</h1>
        <p className="lead">{texts.exchange.quoteText}</p>
        <div className="time">
          <Countdown until={hold.expiresAt} zone={hold.event?.timeZone ?? "UTC"} onEnd={onEnd} />
          {canExtend(hold) && <ExtendButton hold={hold} />}
        </div>
      </div>
      <aside className="stub">
        <div className="inside groups">
          <OldTickets data={data} quote={quote} />
          <div className="group">
            <p className="kicker">{texts.exchange.get}</p>
            <HeldSeats hold={hold} isOneOfSeveral={false} typed={typedCode} />
          </div>
          <Difference of={quote.difference} />
        </div>
      </aside>
      <div className="pay">
        <Confirm data={data} quote={quote} />
        <p className="actions">
          <Link href={exchangePath(exchange)}>{texts.exchange.back}</Link>
        </p>
      </div>
    </div>
  );
}

/** What each ticket is worth: what was paid for it, less the fee. */
function OldTickets({ data: { tickets }, quote }: Quoted) {
  const { texts, format } = useApp();
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const event = tickets[0]?.event;
  return (
    <section className="group" aria-label={texts.exchange.give}>
      <p className="kicker">{texts.exchange.give}</p>
      {event && (
        <>
          <h2>{event.name}</h2>
          <p>
            <Moment at={event.startsAt} zone={event.timeZone} />
          </p>
        </>
      )}
      <ul className="receipt">
        {quote.tickets.map(({ ticket: { id }, paid, fee, worth }) => (
          <li key={id}>
            <span>
              {seatName(byId.get(id)?.seat ?? null, texts)}
              {fee.amount > 0 && (
                <span className="quiet small block" suppressHydrationWarning>
                  {texts.exchange.lessFee(format.money(paid), format.money(fee))}
                </span>
              )}
            </span>
            <Price of={worth} />
          </li>
        ))}
      </ul>
      <dl className="breakdown">
        <div className="total">
          <dt>{texts.exchange.worth}</dt>
          <dd>
            <Price of={quote.worth} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

const positive = ({ amount, currency }: Money): Money => ({ amount: Math.abs(amount), currency });

function Difference({ of }: { of: Money }) {
  const { texts } = useApp();
  return (
    <p className="grand">
      <span>{of.amount > 0 ? texts.exchange.toPay : of.amount < 0 ? texts.exchange.refund : texts.exchange.even}</span>{" "}
      <Price of={positive(of)} />
    </p>
  );
}

function Confirm({ data, quote: { difference, endsAt } }: Quoted) {
  const { hold, tickets, viewer, key, names, card, problem } = data;
  const { texts, format, path } = useApp();
  const amount = format.money(positive(difference));
  const { confirm } = texts.exchange;
  return (
    <Form action={path} className="stacked" id={PAY_FORM}>
      <ProblemNote problem={problem} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="difference" value={difference.amount} />
      <p className="quiet">{texts.hold.buyer(viewer.displayName, viewer.email ?? "")}</p>
      <Names items={hold.items} names={names} />
      <Questions data={{ ...data, more: [] }} />
      <InvoiceAddress data={data} />
      {difference.amount > 0 && <CardChoice chosen={card} />}
      {difference.amount < 0 && <p suppressHydrationWarning>{texts.exchange.refundText(amount)}</p>}
      <p className="quiet">{difference.amount > 0 ? texts.exchange.afterPayment : texts.exchange.atOnce}</p>
      <button className="big" suppressHydrationWarning>
        {difference.amount > 0 ? confirm.pay(amount) : difference.amount < 0 ? confirm.refund(amount) : confirm.even}
      </button>
      {endsAt && (
        <p className="quiet small" suppressHydrationWarning>
          {texts.exchange.until(format.moment(endsAt, tickets[0]?.event.timeZone ?? "UTC"))}
        </p>
      )}
    </Form>
  );
}
