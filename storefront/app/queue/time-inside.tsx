// Time that is left to choose seats, for a person inside: counted by the script, said aloud at two minutes and at half a minute.
import { useEffect } from "react";
import { useApp } from "../app-context.ts";
import { clock } from "../hold/clock.ts";
import { useSecondsLeft } from "../hold/countdown.tsx";

const SAID_AT = [120, 30];
/** Seating extends the time of a person with seats within a second or two. */
const EXTENDED_WITHIN_MS = 3_000;

interface Props {
  until: string;
  zone: string;
  /** When the time is over, or may have been extended. */
  onEnd: () => void;
}

export function TimeInside({ until, zone, onEnd }: Props) {
  const { texts, format } = useApp();
  const left = useSecondsLeft(until);
  const isOver = left === 0;
  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(onEnd, EXTENDED_WITHIN_MS);
    return () => clearTimeout(timer);
    // Once for each time that is over.
  }, [isOver, until]);
  const said = left !== undefined && SAID_AT.find((at) => left <= at && left > at - 5);
  return (
    <div className="time-inside">
      <p className={left !== undefined && left <= 120 ? "countdown soon" : "countdown"} suppressHydrationWarning>
        {left === undefined ? texts.queue.until(format.clock(until, zone)) : texts.queue.timeLeft(clock(left))}
      </p>
      <p className="quiet small">{texts.queue.afterwards}</p>
      <p className="sr" role="status">
        {said ? texts.queue.timeSaid(Math.ceil(said / 60)) : ""}
      </p>
    </div>
  );
}
