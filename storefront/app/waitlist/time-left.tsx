// Time that is left to buy seats that are offered: counted by the script in the last hour, said aloud at ten, five and two minutes.
import { useEffect } from "react";
import { useApp } from "../app-context.ts";
import { clock } from "../hold/clock.ts";
import { useSecondsLeft } from "../hold/countdown.tsx";

const COUNTED = 3_600;
const SAID_AT = [600, 300, 120];
/** Clocks differ a little. */
const ENDED_WITHIN_MS = 3_000;

export function TimeLeft({ until, onEnd }: { until: string; onEnd: () => void }) {
  const { texts } = useApp();
  const left = useSecondsLeft(until);
  const isOver = left === 0;
  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(onEnd, ENDED_WITHIN_MS);
    return () => clearTimeout(timer);
    // Once for each time that is over.
  }, [isOver, until]);
  if (left === undefined || left > COUNTED) return null;
  const said = SAID_AT.find((at) => left <= at && left > at - 5);
  return (
    <>
      <p className={left <= 300 ? "countdown soon" : "countdown"}>{texts.waitlist.timeLeft(clock(left))}</p>
      <p className="sr" role="status">
        {said ? texts.waitlist.timeSaid(Math.ceil(said / 60)) : ""}
      </p>
    </>
  );
}
