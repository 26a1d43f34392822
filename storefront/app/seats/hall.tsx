// Shows the live hall when it has come; until then, and without a script, the rows of a section as a form.
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import type { Hall } from "../seat-map/hall.ts";

type Data = PageData["seats"];

const LiveHall = lazy(async () => ({ default: (await import("../seat-map/live-hall.tsx")).LiveHall }));

/** Undefined while it is loading; null if there is no map. */
function useHall({ event, selection }: Data): Hall | null | undefined {
  const [hall, setHall] = useState<Hall | null>();
  useEffect(() => {
    let stop = () => {};
    let isEnded = false;
    void import("../seat-map/follow.ts").then(({ followHall }) => {
      if (isEnded) return;
      const of = {
        id: event.id,
        accessCode: selection.accessCode,
        most: event.maxSeatsPerBuyer,
        chosen: selection.seatIds,
      };
      stop = followHall(of, setHall);
    });
    return () => {
      isEnded = true;
      stop();
    };
    // A page with other data is another component: it has another key.
  }, []);
  return hall;
}

export function HallOrRows({ data, children }: { data: Data; children: ReactNode }) {
  const { texts } = useApp();
  const hall = useHall(data);
  if (!hall) return children;
  return (
    <Suspense fallback={<p className="quiet">{texts.seats.loading}</p>}>
      <LiveHall event={data.event} selection={data.selection} hall={hall} />
    </Suspense>
  );
}
