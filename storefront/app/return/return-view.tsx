// Which tickets are given back.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { NeedsAccount, OtherTickets, TicketChoice, TicketsLeftOut } from "../exchange/ticket-choice.tsx";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { ProblemNote } from "../problem-note.tsx";
import type { Texts } from "../texts/en.ts";

type Data = PageData["returnChoice"];

export const title = (_: Data, { returns }: Texts) => returns.title;

export function View({ data }: { data: Data }) {
  const { orderId, number, event, reason, tickets, otherTickets, needsAccount, problem } = data;
  const { texts } = useApp();
  const canBe = reason === null && tickets.some((one) => one.reason === null);
  return (
    <div className="narrow exchange">
      <div className="head">
        <p className="kicker">
          <Link href={`/order/${orderId}`}>{texts.order.title(number)}</Link>
        </p>
        <h1>{texts.returns.title}</h1>
        <p>
          <strong>{event.name}</strong>
          <br />
          <Moment at={event.startsAt} zone={event.timeZone} />
          <br />
          {event.venue.name}, {event.venue.city}
        </p>
      </div>
      <ProblemNote problem={problem} />
      {canBe && needsAccount && <NeedsAccount text={texts.returns.needsAccount} />}
      {canBe && !needsAccount && <Choice data={data} />}
      {!canBe && <Nothing data={data} />}
      <OtherTickets orderId={orderId} page="return" events={otherTickets} />
      <p>
        <Link href={`/order/${orderId}`}>{texts.refund.back}</Link>
      </p>
    </div>
  );
}

function Nothing({ data: { reason, tickets, problem } }: { data: Data }) {
  const { texts } = useApp();
  return (
    <>
      <p className="lead">{texts.returns.none}</p>
      {reason !== null && !problem && <p>{texts.returns.reasons[reason]}</p>}
      {reason === null && <TicketsLeftOut tickets={tickets} explain={(why) => texts.returns.reasons[why]} />}
    </>
  );
}

function Choice({ data: { event, tickets, until, fee, chosen } }: { data: Data }) {
  const { texts, format, path } = useApp();
  const action = `${path.split("?", 1)[0]!}?${new URLSearchParams({ event: event.id }).toString()}`;
  return (
    <>
      <p className="quiet" suppressHydrationWarning>
        {event.returnPolicy?.mode === "WAITLIST" && `${texts.returns.forList} `}
        {until !== null && texts.returns.until(format.moment(until, event.timeZone))}{" "}
        {fee.amount > 0 ? texts.returns.fee(format.money(fee)) : texts.returns.noFee}
      </p>
      <Form action={action} className="panel">
        <TicketChoice
          legend={texts.exchange.which}
          tickets={tickets}
          chosen={chosen}
          explain={(why) => texts.returns.reasons[why]}
        />
        <button className="big">{texts.exchange.next}</button>
        <p className="quiet small">{texts.returns.nextText}</p>
      </Form>
    </>
  );
}
