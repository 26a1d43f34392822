// Which tickets are to pay for held seats.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import type { Texts } from "../texts/en.ts";

type Data = PageData["exchangeFor"];

export const title = (_: Data, { exchange }: Texts) => exchange.payWith;

export function View({ data: { holdId, eventName, groups } }: { data: Data }) {
  const { texts } = useApp();
  return (
    <div className="narrow">
      <p className="kicker">{eventName}</p>
      <h1>{texts.exchange.payWith}</h1>
      <p className="lead">{groups.length > 0 ? texts.exchange.payWithText : texts.exchange.payWithNone}</p>
      {groups.length > 0 && (
        <ul className="orders">
          {groups.map(({ orderId, number, event, count }) => (
            <li key={`${orderId} ${event.id}`}>
              <Link
                href={`/order/${orderId}/exchange?${new URLSearchParams({ event: event.id, to: `hold:${holdId}` }).toString()}`}
              >
                <strong>{event.name}</strong>
                <span>
                  <Moment at={event.startsAt} zone={event.timeZone} />
                </span>
                <span className="quiet">{texts.order.title(number)}</span>
                <span className="tag">{texts.exchange.tickets(count)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={`/hold/${holdId}`}>{texts.exchange.backToSeats}</Link>
      </p>
    </div>
  );
}
