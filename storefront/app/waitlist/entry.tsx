// The own entry: the place while one waits, seats that are offered, or how it ended.
import type { PageData } from "../../page-data.ts";
import type { OwnWaitlistEntry } from "../../page-data/waitlist.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Price } from "../price.tsx";
import { Figure } from "../queue/place.tsx";
import { SeatList } from "../seat-list.tsx";
import { TimeLeft } from "./time-left.tsx";
import { isToDecide, wishText } from "./wish.ts";

type Data = PageData["waitlist"];

interface Props {
  data: Data;
  refresh: () => void;
}

export function Entry({ data, refresh }: Props) {
  const { texts } = useApp();
  const { entry } = data.waitlist;
  if (!entry) return null;
  if (entry.state === "WAITING") return <Waiting data={data} entry={entry} />;
  if (isToDecide(entry)) return <Offered data={data} entry={entry} hold={entry.hold!} refresh={refresh} />;
  return (
    <div className="place">
      <p className="big-word">{texts.waitlist.entry[entry.state]}</p>
      <p>{endText(data, entry, texts.waitlist)}</p>
      {(entry.state === "OFFERED" || entry.state === "BOUGHT") && (
        <Link className="button big" href="/tickets">
          {entry.state === "OFFERED" ? texts.waitlist.toOrders : texts.nav.tickets}
        </Link>
      )}
    </div>
  );
}

type WaitlistTexts = ReturnType<typeof useApp>["texts"]["waitlist"];

function endText({ waitlist }: Data, { state }: OwnWaitlistEntry, texts: WaitlistTexts): string {
  if (state === "OFFERED") return texts.ordered;
  if (state === "BOUGHT") return texts.bought;
  if (waitlist.state === "ENDED") return texts.expiredAtEnd;
  return state === "EXPIRED" ? texts.expired : texts.left;
}

function Waiting({ data, entry }: { data: Data; entry: OwnWaitlistEntry }) {
  const { texts, format } = useApp();
  const { ahead } = entry;
  return (
    <>
      <div className="place">
        <p className="big-word">{ahead === 0 ? texts.waitlist.first : texts.waitlist.entry.WAITING}</p>
        {ahead !== null && ahead > 0 && (
          <p className="before">
            <span className="label">{texts.waitlist.ahead}</span>
            <strong>{format.number(ahead)}</strong>
            <span className="quiet small">{texts.waitlist.mayWant}</span>
          </p>
        )}
        <Wish data={data} entry={entry} />
        <p>{data.waitlist.state === "OPEN" ? texts.waitlist.waiting : texts.waitlist.waitingClosed}</p>
      </div>
      <Leaving
        data={data}
        entry={entry}
        summary={texts.waitlist.leave}
        text={texts.waitlist.leaveText}
        yes={texts.waitlist.leaveYes}
      />
    </>
  );
}

function Wish({ data: { event }, entry }: { data: Data; entry: OwnWaitlistEntry }) {
  const { texts } = useApp();
  const { wheelchairPlaces, priceTierIds, sectionIds, joinedAt } = entry;
  const namesOf = (things: readonly { id: string; name: string }[], ids: readonly string[]) =>
    things.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(", ");
  return (
    <dl className="figures wishes">
      <Figure name={texts.waitlist.wanted}>
        {wishText(entry, texts)}
        {wheelchairPlaces > 0 && (
          <span className="quiet small block">{texts.waitlist.wheelchairs(wheelchairPlaces)}</span>
        )}
      </Figure>
      {priceTierIds.length > 0 && (
        <Figure name={texts.waitlist.prices}>{namesOf(event.priceTiers, priceTierIds)}</Figure>
      )}
      {sectionIds.length > 0 && (
        <Figure name={texts.waitlist.sections}>{namesOf(event.venueVersion.sections, sectionIds)}</Figure>
      )}
      <Figure name={texts.waitlist.joined}>
        <Moment at={joinedAt} zone={event.timeZone} />
      </Figure>
    </dl>
  );
}

interface OfferProps extends Props {
  entry: OwnWaitlistEntry;
  hold: NonNullable<OwnWaitlistEntry["hold"]>;
}

function Offered({ data, entry, hold, refresh }: OfferProps) {
  const { texts } = useApp();
  const { event } = data;
  return (
    <>
      <div className="place">
        <p className="big-word">{texts.waitlist.entry.OFFERED}</p>
        {entry.offeredUntil !== null && (
          <div className="until">
            <p>
              <span className="label">{texts.waitlist.until}</span>{" "}
              <strong>
                <Moment at={entry.offeredUntil} zone={event.timeZone} />
              </strong>
            </p>
            <TimeLeft until={entry.offeredUntil} onEnd={refresh} />
          </div>
        )}
        <SeatList items={hold.items} />
        <p className="grand">
          <span>{texts.hold.total}</span> <Price of={hold.total} />
        </p>
        <Link className="button big" href={`/hold/${hold.id}`}>
          {texts.waitlist.buy}
        </Link>
      </div>
      <Leaving
        data={data}
        entry={entry}
        summary={texts.waitlist.decline}
        text={texts.waitlist.declineText}
        yes={texts.waitlist.declineYes}
      />
    </>
  );
}

interface LeavingProps {
  data: Data;
  entry: OwnWaitlistEntry;
  summary: string;
  text: string;
  yes: string;
}

/** Asks before anything is given up. */
const Leaving = ({ data: { self }, entry, summary, text, yes }: LeavingProps) => (
  <details className="leaving">
    <summary>{summary}</summary>
    <Form action={self} className="stacked">
      <p className="quiet">{text}</p>
      <button className="plain" name="leave" value={entry.id}>
        {yes}
      </button>
    </Form>
  </details>
);
