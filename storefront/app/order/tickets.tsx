// Tickets of an order, by event.
import type { PageData } from "../../page-data.ts";
import type { OrderInFull } from "../../page-data/order.ts";
import { useApp } from "../app-context.ts";
import { ExchangeLinks } from "../exchange/exchanged.tsx";
import { Link } from "../links.tsx";
import { ReturnLinks } from "../return/return-links.tsx";
import { seatName } from "../seat-list.tsx";

export function Tickets({ data: { order, isGuest, exchangeable, returnable } }: { data: PageData["order"] }) {
  const { texts } = useApp();
  const isSeveral = order.events.length > 1;
  return (
    <section className="stacked">
      <h2>{texts.order.tickets}</h2>
      {order.events.map((event) => (
        <section className="stacked" key={event.id} aria-label={event.name}>
          {isSeveral && <h3>{event.name}</h3>}
          <Passes tickets={order.tickets.filter((ticket) => ticket.event.id === event.id)} />
          {isSeveral && (
            <p>
              <a href={`/e/${event.id}/calendar`}>{texts.order.calendar}</a>
            </p>
          )}
        </section>
      ))}
      <p className="actions">
        {!isGuest && (
          <a className="button plain" href={`/order/${order.id}/tickets.pdf`}>
            {texts.order.pdf}
          </a>
        )}
        {!isSeveral && order.events[0] && (
          <a className="button plain" href={`/e/${order.events[0].id}/calendar`}>
            {texts.order.calendar}
          </a>
        )}
        <ExchangeLinks order={order} exchangeable={exchangeable} />
        <ReturnLinks order={order} returnable={returnable} />
      </p>
    </section>
  );
}

function Passes({ tickets }: { tickets: OrderInFull["tickets"] }) {
  const { texts } = useApp();
  return (
    <ul className="passes">
      {tickets.map((ticket) => (
        <li key={ticket.id} className={ticket.status === "CANCELLED" ? "off" : undefined}>
          <Link href={`/t/${ticket.id}`}>
            <strong>{seatName(ticket.seat, texts)}</strong>
            {ticket.priceName !== null && <span className="quiet">{ticket.priceName}</span>}
            <span>{ticket.holderName}</span>
            <span className="open">{texts.order.open}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
