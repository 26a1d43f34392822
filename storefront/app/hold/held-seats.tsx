// The seats of one hold: event, prices, promo code, time, giving them back.
import type { HoldInFull } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Breakdown } from "../price.tsx";
import { SeatList } from "../seat-list.tsx";

interface Props {
  hold: HoldInFull;
  /** Whether others are paid together with it. */
  isOneOfSeveral: boolean;
}

const About = ({ event }: { event: HoldInFull["event"] }) =>
  event && (
    <>
      <h2>{event.name}</h2>
      <p>
        <Moment at={event.startsAt} zone={event.timeZone} />
        <br />
        {event.venue.name}, {event.venue.city}
      </p>
    </>
  );

export const canExtend = ({ expiresAt, extendableUntil }: HoldInFull) =>
  Date.parse(extendableUntil) > Date.parse(expiresAt);

export function ExtendForm({ hold }: { hold: HoldInFull }) {
  const { texts, path } = useApp();
  return (
    <Form action={path}>
      <input type="hidden" name="do" value="extend" />
      <input type="hidden" name="hold" value={hold.id} />
      <button className="plain">
        {texts.hold.extend}
        <span className="sr">: {hold.event?.name}</span>
      </button>
    </Form>
  );
}

export function HeldSeats({ hold, isOneOfSeveral }: Props) {
  const { texts, format, path } = useApp();
  const { event, items, breakdown, total, promoCode, expiresAt } = hold;
  return (
    <section className="group" aria-label={event?.name}>
      <About event={event} />
      {isOneOfSeveral && (
        <div className="row-of">
          <p suppressHydrationWarning>{texts.hold.until(format.clock(expiresAt, event?.timeZone ?? "UTC"))}</p>
          {canExtend(hold) && <ExtendForm hold={hold} />}
        </div>
      )}
      <SeatList items={items} />
      <Breakdown base={breakdown.base} lines={breakdown.lines} total={total} />
      <PromoCode id={hold.id} code={promoCode} />
      <Form action={path}>
        <input type="hidden" name="do" value="release" />
        <input type="hidden" name="hold" value={hold.id} />
        <button className="quiet">
          {texts.hold.release}
          {isOneOfSeveral && <span className="sr">: {event?.name}</span>}
        </button>
      </Form>
    </section>
  );
}

function PromoCode({ id, code }: { id: string; code: string | null }) {
  const { texts, path } = useApp();
  if (code !== null)
    return (
      <Form action={path}>
        <input type="hidden" name="do" value="no-code" />
        <input type="hidden" name="hold" value={id} />
        <button className="quiet">{texts.hold.removeCode(code)}</button>
      </Form>
    );
  return (
    <details>
      <summary>{texts.hold.code}</summary>
      <Form action={path} className="inline">
        <input type="hidden" name="do" value="code" />
        <input type="hidden" name="hold" value={id} />
        <label className="sr" htmlFor={`code-${id}`}>
          {texts.hold.code}
        </label>
        <input
          id={`code-${id}`}
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
