import { useCallback } from "react";
import type { HoldInFull, PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Breakdown } from "../price.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { SeatList, seatName } from "../seat-list.tsx";
import type { Texts } from "../texts/en.ts";
import { CardChoice } from "./card-choice.tsx";
import { Countdown } from "./countdown.tsx";

type Data = PageData["hold"];

export const title = ({ hold }: Data, texts: Texts) => (hold.status === "ACTIVE" ? texts.hold.title : texts.hold.ended);

export function View({ data }: { data: Data }) {
  const { hold, problem } = data;
  return hold.status === "ACTIVE" ? <Active data={data} /> : <Ended hold={hold} problem={problem} />;
}

function Ended({ hold: { status, event }, problem }: { hold: HoldInFull; problem: Data["problem"] }) {
  const { texts } = useApp();
  return (
    <div className="narrow">
      <h1>{texts.hold.ended}</h1>
      <ProblemNote problem={problem} />
      <p className="lead">{status === "CONVERTED" ? texts.hold.converted : texts.hold.endedText}</p>
      <p className="actions">
        {status === "CONVERTED" ? (
          <Link className="button" href="/tickets">
            {texts.nav.tickets}
          </Link>
        ) : (
          event && (
            <Link className="button" href={`/e/${event.id}`}>
              {texts.hold.again}
            </Link>
          )
        )}
      </p>
    </div>
  );
}

function Active({ data: { hold, viewer, key, names, card, problem } }: { data: Data }) {
  const { texts, format, path, go } = useApp();
  const { event, items, total, breakdown, expiresAt, extendableUntil, promoCode } = hold;
  const zone = event?.timeZone ?? "UTC";
  const onEnd = useCallback(() => go?.(path), [go, path]);
  const isFree = total.amount === 0;
  return (
    <div className="checkout">
      <div className="head">
        <h1>{texts.hold.title}</h1>
        <div className="time">
          <Countdown until={expiresAt} zone={zone} onEnd={onEnd} />
          {Date.parse(extendableUntil) > Date.parse(expiresAt) && (
            <Form action={path}>
              <input type="hidden" name="do" value="extend" />
              <button className="plain">{texts.hold.extend}</button>
            </Form>
          )}
        </div>
      </div>
      <aside className="stub">
        <div className="inside">
          {event && (
            <>
              <h2>{event.name}</h2>
              <p>
                <Moment at={event.startsAt} zone={zone} />
                <br />
                {event.venue.name}, {event.venue.city}
              </p>
            </>
          )}
          <SeatList items={items} />
          <Breakdown base={breakdown.base} lines={breakdown.lines} total={total} />
          <PromoCode code={promoCode} />
          <Form action={path}>
            <input type="hidden" name="do" value="release" />
            <button className="quiet">{texts.hold.release}</button>
          </Form>
        </div>
      </aside>
      <Form action={path} className="pay">
        <ProblemNote problem={problem} />
        <input type="hidden" name="key" value={key} />
        <p className="quiet">{texts.hold.buyer(viewer.displayName, viewer.email ?? "")}</p>
        <details open={names.some(Boolean)}>
          <summary>{texts.hold.names}</summary>
          <p className="quiet">{texts.hold.namesHint}</p>
          {items.map(({ seat }, index) => (
            <div className="field" key={seat.id}>
              <label htmlFor={`name-${index}`}>{texts.hold.name(seatName(seat, texts))}</label>
              <input id={`name-${index}`} name="name" maxLength={100} defaultValue={names[index]} autoComplete="off" />
            </div>
          ))}
        </details>
        {!isFree && <CardChoice chosen={card} />}
        <button className="big" suppressHydrationWarning>
          {isFree ? texts.hold.getFree : texts.hold.payNow(format.money(total))}
        </button>
      </Form>
    </div>
  );
}

function PromoCode({ code }: { code: string | null }) {
  const { texts, path } = useApp();
  if (code !== null)
    return (
      <Form action={path}>
        <input type="hidden" name="do" value="no-code" />
        <button className="quiet">{texts.hold.removeCode(code)}</button>
      </Form>
    );
  return (
    <details>
      <summary>{texts.hold.code}</summary>
      <Form action={path} className="inline">
        <input type="hidden" name="do" value="code" />
        <label className="sr" htmlFor="code">
          {texts.hold.code}
        </label>
        <input
          id="code"
          name="code"
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button className="plain">{texts.hold.apply}</button>
      </Form>
    </details>
  );
}
