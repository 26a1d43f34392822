// The seats of one hold: event, prices, promo code, time, giving them back. What is done about time and code belongs to the form of the payment,
// so that names and answers that were typed are sent along, and stay.
import type { HoldInFull } from "../../page-data/hold.ts";
import { useApp } from "../app-context.ts";
import { Form } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Breakdown } from "../price.tsx";
import { SeatList } from "../seat-list.tsx";

interface Props {
  hold: HoldInFull;
  /** Whether others are paid together with it. */
  isOneOfSeveral: boolean;
  /** What is done about time and seats is done for all of the package. */
  isOfPackage?: boolean;
  /** Promo code that was typed. */
  typed: string | null;
}

const About = ({ event, isOfPackage }: { event: HoldInFull["event"]; isOfPackage: boolean }) =>
  event && (
    <>
      {isOfPackage ? <h3>{event.name}</h3> : <h2>{event.name}</h2>}
      <p>
        <Moment at={event.startsAt} zone={event.timeZone} />
        <br />
        {event.venue.name}, {event.venue.city}
      </p>
    </>
  );

export const canExtend = ({ expiresAt, extendableUntil }: HoldInFull) =>
  Date.parse(extendableUntil) > Date.parse(expiresAt);

/** Of what is held: a package, or seats of an event. */
export const nameOf = ({ package: of, event }: HoldInFull) => of?.name ?? event?.name;

/** ID of the form of the payment. */
export const PAY_FORM = "pay";

/** Of a package it is one button for all of its holds. */
export function ExtendButton({ hold }: { hold: HoldInFull }) {
  const { texts } = useApp();
  return (
    <button className="plain" form={PAY_FORM} formNoValidate name="extend" value={hold.id}>
      {texts.hold.extend}
      <span className="sr">: {nameOf(hold)}</span>
    </button>
  );
}

/** Of a package it gives all of it back. */
export function ReleaseButton({ hold, isOneOfSeveral }: Pick<Props, "hold" | "isOneOfSeveral">) {
  const { texts, path } = useApp();
  return (
    <Form action={path}>
      <button className="quiet" name="release" value={hold.id}>
        {hold.package ? texts.packages.release : texts.hold.release}
        {isOneOfSeveral && <span className="sr">: {nameOf(hold)}</span>}
      </button>
    </Form>
  );
}

export function TimeRow({ hold }: { hold: HoldInFull }) {
  const { texts, format } = useApp();
  return (
    <div className="row-of">
      <p suppressHydrationWarning>{texts.hold.until(format.clock(hold.expiresAt, hold.event?.timeZone ?? "UTC"))}</p>
      {canExtend(hold) && <ExtendButton hold={hold} />}
    </div>
  );
}

export function HeldSeats({ hold, isOneOfSeveral, isOfPackage = false, typed }: Props) {
  const { event, items, breakdown, total, promoCode, accessCodeName } = hold;
  return (
    <section className="group" aria-label={event?.name}>
      <About event={event} isOfPackage={isOfPackage} />
      {isOneOfSeveral && !isOfPackage && <TimeRow hold={hold} />}
      <SeatList items={items} />
      <Breakdown base={breakdown.base} lines={breakdown.lines} total={total} />
      {!isOfPackage && (
        <>
          <PromoCode id={hold.id} code={promoCode ?? accessCodeName} typed={typed} />
          <ReleaseButton hold={hold} isOneOfSeveral={isOneOfSeveral} />
        </>
      )}
    </section>
  );
}

function PromoCode({ id, code, typed }: { id: string; code: string | null; typed: string | null }) {
  const { texts } = useApp();
  if (code !== null)
    return (
      <button className="quiet" form={PAY_FORM} formNoValidate name="no-code" value={id}>
        {texts.hold.removeCode(code)}
      </button>
    );
  return (
    <details open={typed !== null}>
      <summary>{texts.hold.code}</summary>
      <div className="inline">
        <label className="sr" htmlFor={`code-${id}`}>
          {texts.hold.code}
        </label>
        <input
          id={`code-${id}`}
          form={PAY_FORM}
          name={`code-${id}`}
          defaultValue={typed ?? ""}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button className="plain" form={PAY_FORM} formNoValidate name="code" value={id}>
          {texts.hold.apply}
        </button>
      </div>
    </details>
  );
}
