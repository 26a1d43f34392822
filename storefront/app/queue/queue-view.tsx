// The queue of an event: what happens now, the own place, and what can be done. A script follows it; without one the page is loaded again.
import { useEffect } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import type { Format } from "../format.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { ProblemNote } from "../problem-note.tsx";
import type { Texts } from "../texts/en.ts";
import { Actions } from "./actions.tsx";
import { Announcer } from "./announcer.tsx";
import { Around } from "./around.tsx";
import { aheadOf, isTurn } from "./outlook.ts";
import { Place } from "./place.tsx";
import { stateText } from "./state-text.ts";
import { useQueue } from "./use-queue.ts";

type Data = PageData["queue"];

export function title({ event, queue: { entry }, document }: Data, { queue }: Texts, format: Format): string {
  if (isTurn(entry, document)) return queue.turnTitle(event.name);
  const name = queue.title(event.name);
  const isWaiting = entry?.state === "WAITING" && entry.rank !== null && document.state !== "CLOSED";
  return isWaiting ? `${format.number(aheadOf(entry.rank!, document))} · ${name}` : name;
}

export function View({ data: first }: { data: Data }) {
  const { data, isStale, refresh } = useQueue(first);
  const app = useApp();
  const { texts, format } = app;
  const { event, document, problem, isSentBack } = data;
  const name = title(data, texts, format);
  useEffect(() => {
    globalThis.document.title = `${name} · ${texts.brand}`;
  }, [name, texts]);
  return (
    <div className="waiting">
      <div className="head">
        <p className="kicker">
          <Link href={data.choice}>{event.name}</Link>
        </p>
        <h1>{texts.queue.heading}</h1>
        <p>
          <Moment at={event.startsAt} zone={event.timeZone} /> · {event.venue.name}, {event.venue.city}
        </p>
      </div>
      <section className="stub turn" aria-labelledby="state">
        <div className="inside">
          {isSentBack && !data.admission && (
            <p className="note" role="alert" tabIndex={-1}>
              {texts.queue.sentBack}
            </p>
          )}
          <ProblemNote problem={problem} />
          <p className="row-of">
            <span className={document.state === "PAUSED" || document.state === "SOLD_OUT" ? "tag hot" : "tag"}>
              {texts.queue.states[document.state]}
            </span>
          </p>
          <h2 id="state" className="state-of" suppressHydrationWarning>
            {stateText(data, app)}
          </h2>
          {document.note !== null && (
            <div className="note">
              <p className="label">{texts.queue.note}</p>
              <p>{document.note}</p>
            </div>
          )}
          <Place data={data} />
          <Actions data={data} refresh={refresh} />
          {document.state !== "CLOSED" && <Announcer data={data} isStale={isStale} />}
        </div>
      </section>
      <Around data={data} />
    </div>
  );
}
