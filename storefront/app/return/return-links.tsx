// Ways to give tickets back, from an order and from a ticket.
import type { OrderInFull } from "../../page-data/order.ts";
import type { TicketInFull } from "../../page-data/tickets.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { returnPath } from "./return-path.ts";

/** For each event whose tickets can be given back. */
export function ReturnLinks({ order: { id, events }, returnable }: { order: OrderInFull; returnable: string[] }) {
  const { texts } = useApp();
  return events
    .filter((event) => returnable.includes(event.id))
    .map((event) => (
      <Link
        className="button plain"
        key={event.id}
        href={`/order/${id}/return?${new URLSearchParams({ event: event.id }).toString()}`}
      >
        {texts.returns.link}
        {events.length > 1 && `: ${event.name}`}
      </Link>
    ));
}

export function ReturnLink({ ticket: { id, order } }: { ticket: TicketInFull }) {
  const { texts } = useApp();
  return (
    <Link className="button plain" href={returnPath(order.id, [id])}>
      {texts.returns.linkOne}
    </Link>
  );
}
