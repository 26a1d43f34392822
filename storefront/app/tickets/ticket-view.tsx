import { useEffect } from "react";
import type { PageData } from "../../page-data.ts";
import type { TicketInFull } from "../../page-data/tickets.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { ReturnLink } from "../return/return-links.tsx";
import { seatName } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";
import { isHandedOn, transferTexts } from "./transfers.ts";

const SPREAD_MS = 30_000;
/** That of setTimeout. */
const MOST_WAIT_MS = 2 ** 31 - 1;

type Data = PageData["ticket"];

export const title = ({ ticket }: Data, texts: Texts) => texts.ticket.title(ticket.event.name);

export function View({ data }: { data: Data }) {
  const { ticket, isHolder, isGuest, codeFrom, canExchange, canReturn, problem } = data;
  const { texts, path } = useApp();
  const { event } = ticket;
  return (
    <div className="narrow">
      <ProblemNote problem={problem} />
      <article className={ticket.status === "VALID" && !ticket.frozen ? "pass" : "pass off"}>
        <div className="front">
          <p className="kicker">{texts.ticket.statuses[ticket.status]}</p>
          <h1>{event.name}</h1>
          <p>
            <Moment at={event.startsAt} zone={event.timeZone} />
            <br />
            {event.venue.name}, {event.venue.city}
          </p>
          <p className="place">
            {seatName(ticket.seat, texts)}
            {ticket.priceName && ` · ${ticket.priceName}`}
          </p>
          <p className="quiet">
            {texts.ticket.order}{" "}
            {isHolder ? <Link href={`/order/${ticket.order.id}`}>{ticket.orderNumber}</Link> : ticket.orderNumber}
            {ticket.holderName && ` · ${ticket.holderName}`}
          </p>
        </div>
        <div className="code">
          {codeFrom === null || !isHolder ? (
            <Code ticket={ticket} isGuest={isGuest} />
          ) : (
            <CodeLater ticket={ticket} from={codeFrom} />
          )}
        </div>
      </article>
      {isHolder && ticket.status === "VALID" && (
        <>
          {!isGuest && <Files ticket={ticket} isCodeShown={codeFrom === null} />}
          <Form action={path} className="panel">
            <input type="hidden" name="do" value="name" />
            <div className="field">
              <label htmlFor="name">{texts.ticket.name}</label>
              <input
                id="name"
                name="name"
                required
                maxLength={100}
                defaultValue={ticket.holderName ?? ""}
                autoComplete="off"
              />
            </div>
            <button className="plain">{texts.ticket.save}</button>
          </Form>
          {(canExchange || canReturn) && (
            <p className="actions">
              {canExchange && <Exchange ticket={ticket} />}
              {canReturn && <ReturnLink ticket={ticket} />}
            </p>
          )}
          {!isGuest && <HandOn data={data} />}
        </>
      )}
      <Help ticket={ticket} />
    </div>
  );
}

function Files({ ticket, isCodeShown }: { ticket: TicketInFull; isCodeShown: boolean }) {
  const { texts } = useApp();
  const { event } = ticket;
  return (
    <p className="actions">
      {isCodeShown && (
        <a className="button plain" href={`/t/${ticket.id}/ticket.pdf`}>
          {texts.ticket.pdf}
        </a>
      )}
      <a className="button plain" href={`/e/${event.id}/calendar`}>
        {texts.ticket.calendar}
      </a>
      {isCodeShown && (
        <>
          <a className="button plain" href={`/t/${ticket.id}/wallet/apple`}>
            {texts.ticket.apple}
          </a>
          <a className="button plain" href={`/t/${ticket.id}/wallet/google`}>
            {texts.ticket.google}
          </a>
        </>
      )}
    </p>
  );
}

function Exchange({ ticket: { id, order } }: { ticket: TicketInFull }) {
  const { texts } = useApp();
  return (
    <Link className="button plain" href={`/order/${order.id}/exchange?${new URLSearchParams({ give: id }).toString()}`}>
      {texts.exchange.linkOne}
    </Link>
  );
}

function Code({ ticket: { qr, frozen, status, seat }, isGuest }: { ticket: TicketInFull; isGuest: boolean }) {
  const { texts } = useApp();
  if (isGuest && status === "VALID")
    return (
      <p>
        {texts.ticket.guestCode} <a href="/account/guest">{texts.order.verifyLink}</a>
      </p>
    );
  if (frozen) return <p>{texts.ticket.frozen}</p>;
  if (qr === null || status === "CANCELLED")
    return <p>{status === "VALID" ? texts.ticket.noCode : texts.ticket.statuses[status]}</p>;
  return (
    <>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt={`${texts.ticket.show} ${seatName(seat, texts)}`}
        width={320}
        height={320}
      />
      <p>{texts.ticket.show}</p>
      <p className="quiet">{texts.ticket.brightness}</p>
    </>
  );
}

/** The page asks again once the code is shown, not at the same moment as those of all other people. */
function CodeLater({ ticket, from }: { ticket: TicketInFull; from: string }) {
  const { texts, format, go, path } = useApp();
  useEffect(() => {
    const wait = Math.max(Date.parse(from) - Date.now(), 0) + Math.random() * SPREAD_MS;
    if (wait > MOST_WAIT_MS) return undefined;
    const timer = setTimeout(() => go?.(path), wait);
    return () => clearTimeout(timer);
  }, [ticket, from, go, path]);
  return <p suppressHydrationWarning>{texts.codes.ofTicket(format.moment(from, ticket.event.timeZone))}</p>;
}

function HandOn({ data: { ticket, origin, key } }: { data: Data }) {
  const app = useApp();
  const { texts, format, path } = app;
  const { timeZone: zone, transferPolicy } = ticket.event;
  const rules = transferTexts(transferPolicy, zone, app).join(" ");
  return (
    <section className="panel">
      <h2>{texts.ticket.handOn}</h2>
      {ticket.offer?.code ? (
        <>
          <p id="offered">{texts.ticket.offered}</p>
          {/* A field, so that a keyboard comes to it and marks all of it. */}
          <input
            className="copy"
            readOnly
            dir="ltr"
            aria-labelledby="offered"
            value={`${origin}/take?code=${encodeURIComponent(ticket.offer.code)}`}
            onFocus={({ target }) => target.select()}
          />
          <p className="quiet" suppressHydrationWarning>
            {texts.ticket.offerUntil(format.moment(ticket.offer.expiresAt, zone))}
          </p>
          <Form action={path}>
            <input type="hidden" name="do" value="withdraw" />
            <button className="plain">{texts.ticket.withdraw}</button>
          </Form>
        </>
      ) : !isHandedOn(transferPolicy) ? (
        <p>{rules}</p>
      ) : (
        <>
          <p className="quiet">{texts.ticket.handOnText}</p>
          {rules && (
            <p className="quiet" suppressHydrationWarning>
              {rules}
            </p>
          )}
          <Form action={path}>
            <input type="hidden" name="do" value="offer" />
            <input type="hidden" name="key" value={key} />
            <button className="plain">{texts.ticket.offer}</button>
          </Form>
        </>
      )}
    </section>
  );
}

function Help({ ticket }: { ticket: TicketInFull }) {
  const { texts } = useApp();
  const { organization } = ticket.event;
  if (!organization) return null;
  return (
    <p className="quiet">
      {texts.ticket.help} {organization.name}
      {organization.contactEmail && (
        <>
          {" · "}
          <a href={`mailto:${organization.contactEmail}`}>{organization.contactEmail}</a>
        </>
      )}
      {organization.contactPhone && (
        <>
          {" · "}
          <a href={`tel:${organization.contactPhone}`}>{organization.contactPhone}</a>
        </>
      )}
    </p>
  );
}
