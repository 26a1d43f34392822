// Shows the live hall when it has come; until then, and without a script, the rows of a section as a form.
import { useEffect, useState, type ReactNode } from "react";
import type { PageData } from "../../page-data.ts";
import type { Hall } from "../seat-map/hall.ts";

type Data = PageData["seats"];

const loadLiveHall = () => import("../seat-map/live-hall.tsx");

interface Shown {
  hall: Hall;
  LiveHall: Awaited<ReturnType<typeof loadLiveHall>>["LiveHall"];
}

/** Undefined while it is loading, and if there is no map. Without Suspense, which would delay the first painting by 300 ms. */
function useHall({ event, selection }: Data): Shown | undefined {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let stop = () => {};
    let isEnded = false;
    const code = loadLiveHall();
    const show = async (hall: Hall | null) => {
      const { LiveHall } = await code;
      if (!isEnded && hall) setShown({ hall, LiveHall });
    };
    void import("../seat-map/follow.ts").then(({ followHall }) => {
      if (isEnded) return;
      const of = {
        id: event.id,
        accessCode: selection.accessCode,
        most: event.maxSeatsPerBuyer,
        chosen: selection.seatIds,
      };
      stop = followHall(of, (hall) => void show(hall));
    });
    return () => {
      isEnded = true;
      stop();
    };
    // A page with other data is another component: it has another key.
  }, []);
  return shown;
}

export function HallOrRows({ data, children }: { data: Data; children: ReactNode }) {
  const shown = useHall(data);
  if (!shown) return children;
  const { hall, LiveHall } = shown;
  return <LiveHall event={data.event} selection={data.selection} hall={hall} />;
}
