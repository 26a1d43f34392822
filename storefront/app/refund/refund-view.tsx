// Keep or refund: what happens in each case, the choice, and what happens next.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { seatName } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";

type Data = PageData["refund"];

const isAnswered = ({ offer, changes }: Data) =>
  offer?.answer === "REFUND" || (offer?.answer === "KEEP" && !(changes && offer.isOpen));

function headingOf(data: Data, { refund }: Texts): string {
  if (isAnswered(data)) return data.offer!.answer === "REFUND" ? refund.refunded : refund.kept;
  if (!data.offer) return refund.none;
  return data.offer.isOpen ? refund.title : refund.ended;
}

export const title = headingOf;

export function View({ data }: { data: Data }) {
  const { texts } = useApp();
  const { orderId, number, offer, problem } = data;
  return (
    <div className="narrow">
      <p className="kicker">
        <Link href={`/order/${orderId}`}>{texts.order.title(number)}</Link>
      </p>
      <h1>{headingOf(data, texts)}</h1>
      <ProblemNote problem={problem} />
      {isAnswered(data) ? (
        <Answered data={data} />
      ) : offer?.isOpen ? (
        <Choice data={data} />
      ) : (
        offer && <p className="lead">{texts.refund.endedText}</p>
      )}
      <p>
        <Link href={`/order/${orderId}`}>{texts.refund.back}</Link>
      </p>
    </div>
  );
}

function Answered({ data: { orderId, offer, event } }: { data: Data }) {
  const { texts } = useApp();
  if (offer!.answer === "REFUND") return <p className="lead">{texts.refund.refundedText}</p>;
  const change = new URLSearchParams({ event: event?.id ?? "", change: "1" });
  return (
    <>
      <p className="lead">{texts.refund.keptText}</p>
      {offer!.isOpen && (
        <p>
          <Link href={`/order/${orderId}/refund?${change.toString()}`}>{texts.refund.change}</Link>
        </p>
      )}
    </>
  );
}

function Choice({ data: { orderId, offer, event, tickets, key } }: { data: Data }) {
  const { texts, format } = useApp();
  const zone = event?.timeZone ?? "UTC";
  return (
    <>
      <p className="lead" suppressHydrationWarning>
        {event && texts.refund.moved(event.name, format.moment(event.startsAt, zone))}
      </p>
      <p suppressHydrationWarning>{texts.refund.until(format.moment(offer!.until, zone))}</p>
      <h2>{texts.refund.tickets(tickets.length)}</h2>
      <ul className="receipt">
        {tickets.map(({ id, seat, priceName }) => (
          <li key={id}>
            <span>{seatName(seat, texts)}</span>
            <span className="quiet">{priceName}</span>
          </li>
        ))}
      </ul>
      <Form
        action={`/order/${orderId}/refund?${new URLSearchParams({ event: event?.id ?? "" }).toString()}`}
        className="panel"
      >
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="event" value={event?.id} />
        <fieldset className="choices">
          <legend>{texts.refund.choose}</legend>
          <label className="check">
            <input type="radio" name="answer" value="KEEP" required defaultChecked={offer!.answer === "KEEP"} />
            <span className="note-of">
              <strong>{texts.refund.keep}</strong>
              <span className="quiet">{texts.refund.keepText}</span>
            </span>
          </label>
          <label className="check">
            <input type="radio" name="answer" value="REFUND" required />
            <span className="note-of">
              <strong>{texts.refund.refund}</strong>
              <span className="quiet">{texts.refund.refundText}</span>
            </span>
          </label>
        </fieldset>
        <p className="quiet small">{texts.refund.others}</p>
        <button className="big">{texts.refund.submit}</button>
      </Form>
    </>
  );
}
