// The choice of tickets that are exchanged or given back.
import type { OrderToExchange, TicketToChoose } from "../../page-data/exchange.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { seatName } from "../seat-list.tsx";

type Ticket = Pick<OrderToExchange["tickets"][number], "id" | "seat" | "priceName">;
type Choosable = TicketToChoose<Ticket>;

/** Why a ticket is left out, in words. */
type Explain = (reason: string) => string | undefined;

interface Props {
  tickets: readonly Choosable[];
  explain: Explain;
}

export function TicketChoice({ legend, tickets, chosen, explain }: Props & { legend: string; chosen: string[] }) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {tickets.map((one) =>
        one.reason === null ? (
          <label key={one.ticket.id} className="check">
            <input type="checkbox" name="give" value={one.ticket.id} defaultChecked={chosen.includes(one.ticket.id)} />
            <TicketName of={one.ticket} />
          </label>
        ) : (
          <p key={one.ticket.id} className="check off">
            <LeftOut of={one} explain={explain} />
          </p>
        ),
      )}
    </fieldset>
  );
}

/** Tickets that can't be chosen, and why. */
export function TicketsLeftOut({ tickets, explain }: Props) {
  return (
    <ul className="receipt">
      {tickets.map((one) => (
        <li key={one.ticket.id}>
          <LeftOut of={one} explain={explain} />
        </li>
      ))}
    </ul>
  );
}

function TicketName({ of: { seat, priceName } }: { of: Ticket }) {
  const { texts } = useApp();
  return (
    <span className="note-of">
      <strong>{seatName(seat, texts)}</strong>
      {priceName !== null && <span className="quiet">{priceName}</span>}
    </span>
  );
}

function LeftOut({ of: { ticket, reason, paysFor }, explain }: { of: Choosable; explain: Explain }) {
  const { texts } = useApp();
  return (
    <span className="note-of">
      <span>{seatName(ticket.seat, texts)}</span>
      <span className="quiet small">
        {texts.exchange.ticketReasons[reason ?? ""] ?? explain(reason ?? "")}{" "}
        {paysFor && <Link href={`/order/${paysFor.id}`}>{texts.order.title(paysFor.number)}</Link>}
      </span>
    </span>
  );
}

/** The API exchanges and takes back tickets of accounts only. */
export function NeedsAccount({ text }: { text: string }) {
  const { texts } = useApp();
  return (
    <>
      <p className="lead">{text}</p>
      <p className="actions">
        <a className="button" href="/account/register">
          {texts.enter.register}
        </a>
      </p>
    </>
  );
}

interface Others {
  orderId: string;
  page: "exchange" | "return";
  events: readonly { id: string; name: string }[];
}

/** Other events of the order with tickets for this page. */
export function OtherTickets({ orderId, page, events }: Others) {
  const { texts } = useApp();
  if (events.length === 0) return null;
  return (
    <section className="stacked">
      <h2>{texts.exchange.otherTickets}</h2>
      <ul className="links">
        {events.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/order/${orderId}/${page}?${new URLSearchParams({ event: id }).toString()}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
