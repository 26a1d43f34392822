// Loads the map of an event and follows its seats: docs/seat-map.md, "Following".
import { SeatChanges, SeatMapOf, type SeatMapOfQuery } from "../../documents/seats.generated.ts";
import { follow } from "../live.ts";
import { Hall } from "./hall.ts";
import { readLayout, type LayoutDocument } from "./layout.ts";
import { unpackStates } from "./packed.ts";

interface Event {
  id: string;
  accessCode: string | null;
  most: number;
  /** IDs of seats that were chosen before. */
  chosen: readonly string[];
}

type SeatMap = NonNullable<NonNullable<SeatMapOfQuery["event"]>["seatMap"]>;

async function seatMapOf({ id, accessCode }: Event): Promise<SeatMap | null> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      variables: { id, accessCode },
      extensions: { persistedQuery: { version: 1, sha256Hash: SeatMapOf } },
    }),
  });
  const { data } = (await response.json()) as { data?: SeatMapOfQuery | null };
  if (!data) throw new Error("The seats could not be loaded.");
  return data.event?.seatMap ?? null;
}

const HIDDEN_MS = 60_000;

/** @param onHall called once, when the map can be shown @returns ends it */
export function followHall(event: Event, onHall: (hall: Hall | null) => void): () => void {
  let hall: Hall | undefined;
  let cursor: string | undefined;
  let isEnded = false;
  /** Messages that came before the states. */
  const early: string[] = [];
  let loading: Promise<void> | undefined;
  let stop = () => {};
  let isAway = false;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    const map = await seatMapOf(event);
    if (isEnded) return;
    if (!map) return onHall(null);
    const { packed, versions } = map.states;
    if (hall) return hall.take(unpackStates(packed, versions, hall.layout.seats));
    const layout = readLayout((await (await fetch(map.layoutUrl)).json()) as LayoutDocument);
    if (isEnded) return;
    const chosen = event.chosen.flatMap((id) => layout.indexOf(id) ?? []);
    hall = new Hall(layout, unpackStates(packed, versions, layout.seats), event.most, chosen);
    for (const one of early.splice(0)) hall.apply(one);
    onHall(hall);
  }

  function reload(): void {
    loading ??= load()
      .catch(() => {
        // The next message, or the next connection, tries again.
        setTimeout(() => !isEnded && reload(), 2_000);
      })
      .finally(() => (loading = undefined));
  }

  function listen(): void {
    stop = follow(
      SeatChanges,
      () => ({ id: event.id, accessCode: event.accessCode, after: cursor ?? null }),
      ({ s: { p: packed, c: now, r: reset } }) => {
        cursor = now;
        if (packed && hall) hall.apply(packed);
        else if (packed) early.push(packed);
        // The states are read after the first message, so that no change is between them.
        if (reset || !hall) reload();
      },
      (isConnected) => hall?.setLive(isConnected),
    );
  }

  /** A hidden page needs no changes: it resumes at its cursor. */
  function onVisibility(): void {
    clearTimeout(hiding);
    if (document.visibilityState === "hidden") {
      hiding = setTimeout(() => {
        stop();
        isAway = true;
      }, HIDDEN_MS);
    } else if (isAway) {
      isAway = false;
      listen();
    }
  }

  listen();
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    isEnded = true;
    clearTimeout(hiding);
    document.removeEventListener("visibilitychange", onVisibility);
    stop();
  };
}
