import type { PageData } from "../../page-data.ts";
import type { OrderInFull } from "../../page-data/order.ts";
import { useApp } from "../app-context.ts";
import { exchangedTexts, PaidWithTickets, Returned } from "../exchange/exchanged.tsx";
import { CardChoice } from "../hold/card-choice.tsx";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Breakdown } from "../price.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { SeatList } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";
import { Offers } from "./offers.tsx";
import { Tickets } from "./tickets.tsx";
import { useOrderChanges } from "./use-order-changes.ts";

type Data = PageData["order"];
const CHANGES = new Set(["PROCESSING", "IN_REVIEW", "AWAITING_PAYMENT"]);
const HAS_TICKETS = new Set(["CONFIRMED", "PARTIALLY_REFUNDED"]);

export const title = ({ order }: Data, texts: Texts) => texts.order.title(order.number);

export function View({ data }: { data: Data }) {
  const { order, emailVerified, isGuest, problem } = data;
  const { texts, path } = useApp();
  const { status, events } = order;
  useOrderChanges(order.id, status, CHANGES.has(status));
  const zone = events[0]?.timeZone ?? "UTC";
  const exchanged = exchangedTexts(order, texts);
  const text =
    exchanged.text ?? (isGuest && status === "CONFIRMED" ? texts.order.guestReady : texts.order.texts[status]);
  return (
    <div className="checkout order">
      <div className="head">
        <p className="kicker">{texts.order.title(order.number)}</p>
        <h1 role="status">{exchanged.heading ?? texts.order.headings[status] ?? status}</h1>
        <p className="lead">{text}</p>
        {status === "PROCESSING" && (
          <noscript>
            <a className="button plain" href={path}>
              {texts.order.refresh}
            </a>
          </noscript>
        )}
        <ProblemNote problem={problem} />
        {isGuest && !emailVerified && HAS_TICKETS.has(status) && (
          <p className="note">
            {texts.order.verify} <a href="/account/guest">{texts.order.verifyLink}</a>
          </p>
        )}
        <Offers order={order} />
      </div>
      <aside className="stub">
        <div className="inside groups">
          {events.map((event) => (
            <section className="group" key={event.id} aria-label={event.name}>
              <h2>
                <Link href={`/e/${event.id}`}>{event.name}</Link>
              </h2>
              <p>
                <Moment at={event.startsAt} zone={event.timeZone} />
                <br />
                {event.venue.name}, {event.venue.city}
              </p>
              <SeatList items={order.items.filter((item) => item.event.id === event.id)} />
            </section>
          ))}
          <div className="group">
            <Breakdown base={order.breakdown.base} lines={order.breakdown.lines} total={order.total} />
            <PaidWithTickets order={order} />
          </div>
          {order.refunded.amount > 0 && <Returned order={order} />}
        </div>
      </aside>
      <div className="pay">
        {status === "AWAITING_PAYMENT" && <PayAgain data={data} zone={zone} />}
        {HAS_TICKETS.has(status) && <Tickets data={data} />}
        {!CHANGES.has(status) && !HAS_TICKETS.has(status) && (
          <Link className="button" href={exchanged.next?.to ?? "/"}>
            {exchanged.next?.text ?? texts.order.browse}
          </Link>
        )}
        <History order={order} zone={zone} />
      </div>
    </div>
  );
}

function PayAgain({ data: { order, key, card }, zone }: { data: Data; zone: string }) {
  const { texts, format, path } = useApp();
  const action = path.split("?", 1)[0]!;
  const isFree = order.amountDue.amount === 0;
  const asks = order.payments?.find(({ nextAction }) => nextAction?.url)?.nextAction?.url;
  return (
    <>
      {order.expiresAt && (
        <p className="countdown" suppressHydrationWarning>
          {texts.hold.until(format.clock(order.expiresAt, zone))}
        </p>
      )}
      {asks && (
        <p>
          <a className="button big" href={asks}>
            {texts.order.confirmAtBank}
          </a>
        </p>
      )}
      <Form action={action}>
        <input type="hidden" name="key" value={key} />
        {!isFree && <CardChoice chosen={card} />}
        <button className="big" suppressHydrationWarning>
          {isFree ? texts.hold.getFree : texts.hold.payNow(format.money(order.amountDue))}
        </button>
      </Form>
      <Form action={action}>
        <input type="hidden" name="do" value="cancel" />
        <button className="quiet">{texts.order.cancel}</button>
      </Form>
    </>
  );
}

function History({ order: { history }, zone }: { order: OrderInFull; zone: string }) {
  const { texts } = useApp();
  return (
    <details className="history">
      <summary>{texts.order.history}</summary>
      <ol>
        {history.map(({ at, status, note }, index) => (
          <li key={index}>
            <Moment at={at} zone={zone} /> {texts.order.headings[status] ?? status}
            {note && `: ${note}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
