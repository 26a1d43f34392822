// Time that is left of a hold: counted by the script, said aloud at five, two and half a minute.
import { useEffect, useState } from "react";
import { useApp } from "../app-context.ts";
import { clock } from "./clock.ts";

const SAID_AT = [300, 120, 30];

/** Seconds until then, counted down; undefined before the script runs. */
export function useSecondsLeft(until: string): number | undefined {
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    const count = () => setLeft(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000)));
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

/** From so far away on, the time of the day alone may be that of another day: offers of a waiting list take up to two days. */
const OTHER_DAY_MS = 12 * 3_600_000;

export function Countdown({ until, zone, onEnd }: { until: string; zone: string; onEnd: () => void }) {
  const { texts, format } = useApp();
  const left = useSecondsLeft(until);
  useEffect(() => {
    if (left === 0) onEnd();
  }, [left, onEnd]);
  const said = left !== undefined && SAID_AT.find((at) => left <= at && left > at - 5);
  const isSoon = Date.parse(until) - Date.now() < OTHER_DAY_MS;
  return (
    <>
      <p className={left !== undefined && left <= 120 ? "countdown soon" : "countdown"} suppressHydrationWarning>
        {left === undefined
          ? texts.hold.until(isSoon ? format.clock(until, zone) : format.moment(until, zone))
          : texts.hold.left(clock(left))}
      </p>
      <p className="sr" role="status">
        {said ? texts.hold.announce(Math.ceil(said / 60)) : ""}
      </p>
    </>
  );
}
