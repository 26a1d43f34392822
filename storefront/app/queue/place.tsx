// The own place: before the draw that one is in, then the number and what is before it.
import type { ReactNode } from "react";
import type { PageData } from "../../page-data.ts";
import type { OwnPlace } from "../../page-data/queue.ts";
import { useApp, type App } from "../app-context.ts";
import { aheadOf, hasPlace, isCalled, isTurn, minutesUntil, outlookFor } from "./outlook.ts";

type Data = PageData["queue"];

export function Place({ data }: { data: Data }) {
  const { document, queue } = data;
  const { entry } = queue;
  if (document.state === "CLOSED" || !hasPlace(entry)) return null;
  if (entry.state === "HELD_FOR_REVIEW") return <Held entry={entry} />;
  return entry.rank === null ? <Joined data={data} entry={entry} /> : <Ranked data={data} rank={entry.rank} />;
}

function Held({ entry }: { entry: OwnPlace }) {
  const { texts } = useApp();
  return (
    <div className="place">
      <p className="big-word">{texts.queue.held}</p>
      <p>{texts.queue.heldText}</p>
      <p className="small">
        <span className="quiet">{texts.queue.entry}</span> <code className="hash">{entry.id}</code>
      </p>
    </div>
  );
}

function Joined({ data: { queue, event }, entry }: { data: Data; entry: OwnPlace }) {
  const { texts, format } = useApp();
  return (
    <div className="place">
      <p className="big-word">{texts.queue.joined}</p>
      <p suppressHydrationWarning>{texts.queue.joinedText(format.moment(queue.drawAt, event.timeZone))}</p>
      <p className="small">
        <span className="quiet">{texts.queue.entry}</span> <code className="hash">{entry.id}</code>
      </p>
    </div>
  );
}

function Ranked({ data, rank }: { data: Data; rank: number }) {
  const { document, queue, event } = data;
  const { texts, format } = useApp();
  const ahead = aheadOf(rank, document);
  return (
    <div className="place">
      {queue.entry?.state !== "INSIDE" && (
        <Headline ahead={ahead} isTurn={isTurn(queue.entry, document)} isCalled={isCalled(rank, document)} />
      )}
      {!isCalled(rank, document) && (
        <progress max={rank} value={document.serving} aria-label={texts.queue.progress}>
          {`${format.number(document.serving)} / ${format.number(rank)}`}
        </progress>
      )}
      <dl className="figures">
        <Figure name={texts.queue.number}>{format.number(rank)}</Figure>
        <Figure name={texts.queue.now}>{format.number(document.serving)}</Figure>
        {!isCalled(rank, document) && document.state === "SERVING" && (
          <Figure name={texts.queue.wait}>{waitText(minutesUntil(rank, document), texts)}</Figure>
        )}
        <OutlookFigure rank={rank} data={data} hall={event.availability} />
        {document.seats !== null && <Figure name={texts.queue.seats}>{texts.queue.seatsLeft[document.seats]}</Figure>}
      </dl>
    </div>
  );
}

interface HeadlineProps {
  ahead: number;
  isTurn: boolean;
  isCalled: boolean;
}

function Headline({ ahead, isTurn: isNow, isCalled: wasCalled }: HeadlineProps) {
  const { texts, format } = useApp();
  if (isNow)
    return (
      <>
        <p className="big-word">{texts.queue.turn}</p>
        <p>{texts.queue.turnText}</p>
      </>
    );
  if (wasCalled) return <p>{texts.queue.pausedTurn}</p>;
  if (ahead === 0) return <p className="big-word">{texts.queue.next}</p>;
  return (
    <p className="before">
      <span className="label">{texts.queue.ahead}</span>
      <strong>{format.number(ahead)}</strong>
    </p>
  );
}

interface OutlookProps {
  rank: number;
  data: Data;
  hall: Data["event"]["availability"];
}

function OutlookFigure({ rank, data: { document }, hall }: OutlookProps) {
  const { texts } = useApp();
  const outlook = outlookFor(rank, document, hall);
  return (
    outlook && (
      <Figure name={texts.queue.outlook}>
        <span className={`outlook ${outlook.toLowerCase()}`}>{texts.queue.outlooks[outlook]}</span>
      </Figure>
    )
  );
}

export const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Hours from two on. */
const MOST_MINUTES = 119;

export function waitText(minutes: number | undefined, { queue }: App["texts"]): string {
  if (minutes === undefined) return queue.unknown;
  if (minutes < 1) return queue.soon;
  return minutes > MOST_MINUTES ? queue.hours(Math.round(minutes / 60)) : queue.minutes(Math.ceil(minutes));
}
