// The queue on pages of its event: how to get in, and for a person inside the time that is left.
import type { Admission, QueueState } from "../../page-data/queue.ts";
import type { Selection } from "../../page-data/seats.ts";
import { useApp } from "../app-context.ts";
import { keptPath } from "../exchange/kept-path.ts";
import { Link } from "../links.tsx";
import { isInForce } from "./in-force.ts";
import { TimeInside } from "./time-inside.tsx";

interface Props {
  event: { id: string; timeZone: string; queue: { state: QueueState; opensAt: string; drawAt: string } | null };
  selection: Selection;
}

/** Instead of the form for seats, or before it while the queue is announced. Nothing for an event without a queue. */
export function QueueOfEvent({ event: { id, timeZone, queue }, selection }: Props) {
  const { texts, format } = useApp();
  if (!queue || queue.state === "CLOSED") return null;
  const at = (time: string) => format.moment(time, timeZone);
  const when: Partial<Record<QueueState, string>> = {
    ANNOUNCED: texts.queue.announced(at(queue.opensAt)),
    OPEN: texts.queue.open(at(queue.drawAt)),
    PAUSED: texts.queue.paused,
    SOLD_OUT: texts.queue.soldOut,
  };
  return (
    <div className="of-queue">
      <p>
        <span className="tag">{texts.queue.states[queue.state]}</span>
      </p>
      <h2>{texts.queue.ofEvent}</h2>
      <p suppressHydrationWarning>{when[queue.state] ?? texts.queue.late}</p>
      {isInForce(queue) && <p className="quiet">{texts.queue.ofEventText}</p>}
      <Link
        className={isInForce(queue) ? "button big" : "button plain big"}
        href={keptPath(`/e/${id}/queue`, selection)}
      >
        {texts.queue.see}
      </Link>
    </div>
  );
}

/** On the pages with a choice of seats: the time that is left, or that seats can be looked at only. */
export function QueueNote({ event, selection, admission }: Props & { admission: Admission | null }) {
  const { texts, go, path } = useApp();
  if (admission) return <TimeInside until={admission.until} zone={event.timeZone} onEnd={() => go?.(path)} />;
  if (!event.queue || !isInForce(event.queue)) return null;
  return (
    <p className="note">
      {texts.queue.look} <Link href={keptPath(`/e/${event.id}/queue`, selection)}>{texts.queue.see}</Link>
    </p>
  );
}
