import type { PageData } from "../../page-data.ts";
import type { OrderInList, TicketInList } from "../../page-data/tickets.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Picture } from "../picture.tsx";
import { Price } from "../price.tsx";
import { seatName } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";

type Data = PageData["tickets"];

export const title = (_: Data, texts: Texts) => texts.tickets.title;

interface Group {
  event: TicketInList["event"];
  tickets: TicketInList[];
}

function byEvent(tickets: readonly TicketInList[]): Group[] {
  const groups = new Map<string, Group>();
  for (const ticket of tickets) {
    const { event } = ticket;
    const group = groups.get(event.id);
    if (group) group.tickets.push(ticket);
    else groups.set(event.id, { event, tickets: [ticket] });
  }
  return [...groups.values()].sort((a, b) => a.event.startsAt.localeCompare(b.event.startsAt));
}

const isPast = ({ event }: Group) => event.status === "ENDED" || event.status === "CANCELLED";

export function View({ data: { tickets, next, orders, viewer } }: { data: Data }) {
  const { texts } = useApp();
  const groups = byEvent(tickets);
  const [past, upcoming] = [groups.filter(isPast), groups.filter((group) => !isPast(group))];
  const open = orders.filter(
    ({ status }) => status === "AWAITING_PAYMENT" || status === "IN_REVIEW" || status === "PROCESSING",
  );
  return (
    <div className="wide">
      <h1>{texts.tickets.title}</h1>
      <p className="quiet">{texts.tickets.signedInAs(viewer.displayName)}</p>
      {viewer.isGuest && !viewer.emailVerified && (
        <p className="note">
          {texts.order.verify} <a href="/account/guest">{texts.order.verifyLink}</a>
        </p>
      )}
      {open.length > 0 && <Orders orders={open} heading={texts.tickets.openOrders} />}
      {groups.length === 0 && (
        <div className="nothing">
          <p>
            <strong>{texts.tickets.none}</strong>
          </p>
          <p>{texts.tickets.noneText}</p>
          <Link className="button plain" href="/">
            {texts.problems.home}
          </Link>
        </div>
      )}
      {upcoming.length > 0 && <Groups groups={upcoming} heading={texts.tickets.upcoming} />}
      {past.length > 0 && <Groups groups={past} heading={texts.tickets.past} />}
      {next !== null && (
        <Link href={`/tickets?${new URLSearchParams({ after: next }).toString()}`}>{texts.tickets.more}</Link>
      )}
      {orders.length > 0 && (
        <details>
          <summary>{texts.tickets.orders}</summary>
          <Orders orders={orders} heading={texts.tickets.orders} />
        </details>
      )}
      <p>
        <Link href="/take">{texts.tickets.take}</Link>
      </p>
    </div>
  );
}

function stateOf({ status, frozen, inside }: TicketInList, { tickets }: Texts): string {
  if (frozen) return tickets.frozen;
  if (inside) return tickets.inside;
  return { VALID: tickets.valid, USED: tickets.used, CANCELLED: tickets.cancelled }[status];
}

function Groups({ groups, heading }: { groups: Group[]; heading: string }) {
  const { texts } = useApp();
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="wallet">
        {groups.map(({ event, tickets }) => (
          <li key={event.id}>
            <Picture of={event} sizes="12rem" />
            <div>
              <h3>
                <Link href={`/e/${event.id}`}>{event.name}</Link>
              </h3>
              <p className="quiet">
                <Moment at={event.startsAt} zone={event.timeZone} />
                <br />
                {event.venue.name}, {event.venue.city}
              </p>
              <ul className="passes">
                {tickets.map((ticket) => (
                  <li key={ticket.id} className={ticket.status === "CANCELLED" ? "off" : undefined}>
                    <Link href={`/t/${ticket.id}`}>
                      <strong>{seatName(ticket.seat, texts)}</strong>
                      <span>{ticket.holderName}</span>
                      <span className="tag">{stateOf(ticket, texts)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Orders({ orders, heading }: { orders: OrderInList[]; heading: string }) {
  const { texts } = useApp();
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <ul className="orders">
        {orders.map(({ id, number, status, total, events }) => (
          <li key={id}>
            <Link href={`/order/${id}`}>
              <strong>{events.map(({ name }) => name).join(", ") || number}</strong>
              <span>{texts.order.title(number)}</span>
              <span className="tag">
                {status === "AWAITING_PAYMENT" ? texts.tickets.pay : texts.order.headings[status]}
              </span>
              <Price of={total} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
