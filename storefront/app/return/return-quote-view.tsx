// What comes back for each ticket, and the confirmation.
import type { PageData } from "../../page-data.ts";
import type { ReturnQuote } from "../../page-data/return.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Price } from "../price.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { seatName } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";
import { returnPath } from "./return-path.ts";

type Data = PageData["returnQuote"];
interface Quoted {
  data: Data;
  quote: ReturnQuote;
}

export const title = ({ quote }: Data, { returns }: Texts) => (quote ? returns.quote : returns.refused);

export function View({ data }: { data: Data }) {
  return data.quote ? <Quote data={data} quote={data.quote} /> : <Refused data={data} />;
}

const NumberOfOrder = ({ data: { orderId, number } }: { data: Data }) => {
  const { texts } = useApp();
  return (
    <p className="kicker">
      <Link href={`/order/${orderId}`}>{texts.order.title(number)}</Link>
    </p>
  );
};

function Refused({ data }: { data: Data }) {
  const { texts } = useApp();
  return (
    <div className="narrow">
      <NumberOfOrder data={data} />
      <h1>{texts.returns.refused}</h1>
      <ProblemNote problem={data.problem} />
      <p className="lead">{texts.returns.stillValid}</p>
      <p className="actions">
        <Link className="button" href={`/order/${data.orderId}`}>
          {texts.refund.back}
        </Link>
        <Link className="button plain" href={returnPath(data.orderId, data.ticketIds)}>
          {texts.returns.change}
        </Link>
      </p>
    </div>
  );
}

function Quote({ data, quote }: Quoted) {
  const { texts } = useApp();
  return (
    <div className="checkout">
      <div className="head">
        <NumberOfOrder data={data} />
        <h1>{texts.returns.quote}</h1>
        <p className="lead">{texts.returns.quoteText}</p>
      </div>
      <aside className="stub">
        <div className="inside groups">
          {data.events.map((event) => (
            <section className="group" key={event.id} aria-label={event.name}>
              <p className="kicker">{texts.exchange.give}</p>
              <h2>{event.name}</h2>
              <p>
                <Moment at={event.startsAt} zone={event.timeZone} />
                <br />
                {event.venue.name}, {event.venue.city}
              </p>
              <TicketsAt eventId={event.id} data={data} quote={quote} />
            </section>
          ))}
          <p className="grand">
            <span>{texts.exchange.refund}</span> <Price of={quote.refund} />
          </p>
        </div>
      </aside>
      <div className="pay">
        <Confirm data={data} quote={quote} />
        <p className="actions">
          <Link href={returnPath(data.orderId, data.ticketIds)}>{texts.returns.change}</Link>
        </p>
      </div>
    </div>
  );
}

/** What comes back for each ticket: what was paid for it, less the fee. */
function TicketsAt({ eventId, data: { tickets }, quote }: Quoted & { eventId: string }) {
  const { texts, format } = useApp();
  const own = new Map(tickets.filter(({ event }) => event.id === eventId).map((ticket) => [ticket.id, ticket]));
  return (
    <ul className="receipt">
      {quote.tickets
        .filter(({ ticket }) => own.has(ticket.id))
        .map(({ ticket: { id }, paid, fee, refund }) => (
          <li key={id}>
            <span>
              {seatName(own.get(id)?.seat ?? null, texts)}
              {fee.amount > 0 && (
                <span className="quiet small block" suppressHydrationWarning>
                  {texts.exchange.lessFee(format.money(paid), format.money(fee))}
                </span>
              )}
            </span>
            <Price of={refund} />
          </li>
        ))}
    </ul>
  );
}

function Confirm({ data: { events, key, problem }, quote: { refund, endsAt } }: Quoted) {
  const { texts, format, path } = useApp();
  const amount = format.money(refund);
  return (
    <Form action={path} className="stacked">
      <ProblemNote problem={problem} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="refund" value={refund.amount} />
      <p suppressHydrationWarning>
        {refund.amount > 0 ? texts.exchange.refundText(amount) : texts.returns.nothingBack}
      </p>
      <p className="quiet">{texts.returns.final}</p>
      <button className="big" suppressHydrationWarning>
        {refund.amount > 0 ? texts.returns.confirm(amount) : texts.returns.confirmNothing}
      </button>
      <p className="quiet small" suppressHydrationWarning>
        {texts.returns.until(format.moment(endsAt, events[0]?.timeZone ?? "UTC"))}
      </p>
    </Form>
  );
}
