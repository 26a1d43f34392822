// What the page of an order says of exchanges: those that can be made, those that paid for it, and those that it paid for.
import type { OrderInFull } from "../../page-data/order.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Price } from "../price.tsx";
import type { Texts } from "../texts/en.ts";

/** For each event whose tickets can be exchanged. */
export function ExchangeLinks({ order: { id, events }, exchangeable }: { order: OrderInFull; exchangeable: string[] }) {
  const { texts } = useApp();
  return events
    .filter((event) => exchangeable.includes(event.id))
    .map((event) => (
      <Link
        className="button plain"
        key={event.id}
        href={`/order/${id}/exchange?${new URLSearchParams({ event: event.id }).toString()}`}
      >
        {texts.exchange.link}
        {events.length > 1 && `: ${event.name}`}
      </Link>
    ));
}

/** What tickets of another order pay, and what is left to pay or goes back. */
export function PaidWithTickets({ order: { status, exchange, amountDue } }: { order: OrderInFull }) {
  const { texts } = useApp();
  if (!exchange) return null;
  const isDone = exchange.status === "DONE";
  const { from, credit, refund } = exchange;
  return (
    <dl className="breakdown">
      <div className="discount">
        <dt>
          <Link href={`/order/${from.id}`}>{texts.exchange.from(from.number)}</Link>
        </dt>
        <dd>
          <Price of={{ amount: -credit.amount, currency: credit.currency }} />
        </dd>
      </div>
      {amountDue.amount > 0 && (isDone || status === "AWAITING_PAYMENT") && (
        <div className="total">
          <dt>{isDone ? texts.exchange.paid : texts.exchange.due}</dt>
          <dd>
            <Price of={amountDue} />
          </dd>
        </div>
      )}
      {refund.amount > 0 && (
        <div>
          <dt>{texts.exchange.surplus}</dt>
          <dd>
            <Price of={refund} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What the tickets of the order paid of other orders, in minor units. */
const gaveOf = ({ payments }: OrderInFull): number =>
  (payments ?? []).reduce((sum, { credited }) => sum + credited.amount, 0);

/** What was refunded, and what paid for other orders. */
export function Returned({ order }: { order: OrderInFull }) {
  const { texts, format } = useApp();
  const { currency } = order.refunded;
  const gave = gaveOf(order);
  const refunded = order.refunded.amount - gave;
  return (
    <>
      {gave > 0 && <p suppressHydrationWarning>{texts.exchange.gave(format.money({ amount: gave, currency }))}</p>}
      {refunded > 0 && (
        <p suppressHydrationWarning>{texts.order.refunded(format.money({ amount: refunded, currency }))}</p>
      )}
    </>
  );
}

/** Whether all that the tickets were worth paid for other orders, so that "refunded" would be wrong. */
const isExchanged = (order: OrderInFull) => gaveOf(order) > 0 && gaveOf(order) >= order.refunded.amount;

/** Heading, text and where to go next, if they are other than those of the status. */
export function exchangedTexts(
  order: OrderInFull,
  { exchange, returns, nav }: Texts,
): { heading?: string; text?: string; next?: { to: string; text: string } } {
  if (order.status === "AWAITING_PAYMENT" && order.exchange) return { text: exchange.open };
  if (order.status === "REFUNDED" && order.refunded.amount === 0)
    return { heading: returns.done, text: returns.doneText };
  if (!isExchanged(order)) return {};
  if (order.status === "REFUNDED")
    return {
      heading: exchange.exchanged,
      text: exchange.exchangedText,
      next: { to: "/tickets", text: nav.tickets },
    };
  return order.status === "PARTIALLY_REFUNDED" ? { heading: exchange.partly } : {};
}
