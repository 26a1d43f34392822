// Beside the own place: times of the queue, how many people are in it, and why it is fair.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import { Figure } from "./place.tsx";

/** Enough to compare by eye. */
const SHOWN_DIGITS = 16;

export function Around({ data: { event, queue, document, self } }: { data: PageData["queue"] }) {
  const { texts, format } = useApp();
  const search = self.split("?", 2)[1];
  return (
    <aside className="around">
      <section>
        <h2>{texts.queue.times}</h2>
        <dl className="figures">
          <Figure name={texts.queue.opens}>
            <Moment at={queue.opensAt} zone={event.timeZone} />
          </Figure>
          <Figure name={texts.queue.drawn}>
            <Moment at={queue.drawAt} zone={event.timeZone} />
          </Figure>
          <Figure name={texts.queue.inside}>
            {texts.queue.minutesInside(Math.round(queue.admissionSeconds / 60))}
          </Figure>
          {document.state !== "ANNOUNCED" && (
            <Figure name={texts.queue.people}>{format.number(document.entries)}</Figure>
          )}
          {document.held > 0 && <Figure name={texts.queue.heldNow}>{format.number(document.held)}</Figure>}
        </dl>
      </section>
      <section>
        <h2>{texts.queue.fair}</h2>
        <p>{texts.queue.fairText}</p>
        <p className="small">
          <span className="quiet">{texts.queue.fingerprint}</span>{" "}
          <code className="hash">{queue.commitment.slice(0, SHOWN_DIGITS)}…</code>
        </p>
        <p>
          <Link href={`/e/${event.id}/draw${search === undefined ? "" : `?${search}`}`}>{texts.queue.toDraw}</Link>
        </p>
      </section>
    </aside>
  );
}
