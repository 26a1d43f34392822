// Keep or refund, for each event of the order that was moved.
import type { OrderInFull } from "../../page-data/order.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";

export function Offers({ order: { id, events, refundOffers } }: { order: OrderInFull }) {
  const { texts, format } = useApp();
  return refundOffers.map(({ event: { id: eventId }, until, answer, isOpen }) => {
    const event = events.find((one) => one.id === eventId);
    if (!event || (!isOpen && answer !== "REFUND")) return null;
    const page = `/order/${id}/refund?${new URLSearchParams({ event: eventId }).toString()}`;
    return (
      <p className="note" key={eventId} suppressHydrationWarning>
        {events.length > 1 && <strong>{event.name}: </strong>}
        {answer === "REFUND"
          ? texts.refund.refunded
          : answer === "KEEP"
            ? texts.refund.kept
            : texts.order.offer(format.moment(until, event.timeZone))}{" "}
        <Link href={page}>{answer === null ? texts.order.offerLink : texts.refund.details}</Link>
      </p>
    );
  });
}
