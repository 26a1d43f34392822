// Shows the live hall when it has come; until then, and without a script, the rows of a section as a form.
import { useEffect, useState, type ReactNode } from "react";
import type { PageData } from "../../page-data.ts";
import { retryUntilDone } from "../retry.ts";
import type { Hall } from "../seat-map/hall.ts";

type Data = PageData["seats"];

type LiveHallModule = typeof import("../seat-map/live-hall.tsx");

interface Shown {
  hall: Hall;
  LiveHall: LiveHallModule["LiveHall"];
}

/**
 * Undefined while it is loading, while it can't be loaded, and if there is no map.
 * Without Suspense, which would delay the first painting by 300 ms.
 */
function useHall({ event, selection }: Data): Shown | undefined {
  const [module, setModule] = useState<LiveHallModule>();
  const [hall, setHall] = useState<Hall | null>();
  useEffect(() => {
    let stopFollowing = () => {};
    let isEnded = false;
    const stopModule = retryUntilDone(async () => {
      setModule(await import("../seat-map/live-hall.tsx"));
      return true;
    });
    const stopFeed = retryUntilDone(async () => {
      const { followHall } = await import("../seat-map/follow.ts");
      if (isEnded) return true;
      const of = {
        id: event.id,
        accessCode: selection.accessCode,
        most: event.maxSeatsPerBuyer,
        chosen: selection.seatIds,
      };
      stopFollowing = followHall(of, setHall);
      return true;
    });
    return () => {
      isEnded = true;
      stopModule();
      stopFeed();
      stopFollowing();
    };
    // A page with other data is another component: it has another key.
  }, []);
  return module && hall ? { hall, LiveHall: module.LiveHall } : undefined;
}

export function HallOrRows({ data, children }: { data: Data; children: ReactNode }) {
  const shown = useHall(data);
  if (!shown) return children;
  const { hall, LiveHall } = shown;
  return <LiveHall event={data.event} selection={data.selection} hall={hall} />;
}
