// Seats for drawing: docs/seat-map.md.
import { uuidOrNull } from "../../../../platform/core/input.ts";
import { codeOf, packChanges } from "../../../../domain/seat-map/packing.ts";
import type { Seat } from "../../entities/seat.ts";
import type { Layouts } from "../../queries/seat-map/layouts.ts";
import type { SeatMap } from "../../schema.generated.ts";
import type { SeatStates } from "../../queries/seat-map/states.ts";

export interface SeatMaps {
  layouts: Layouts;
  states: SeatStates;
}

const packed = (seats: readonly Seat[]) =>
  packChanges(seats.map(({ no, status, version }) => ({ index: no - 1, code: codeOf(status), version })));

export function seatMapResolvers(maps: () => SeatMaps) {
  return {
    SeatsChanged: { packed: ({ seats }: { seats: unknown }) => packed(seats as Seat[]) },
    Event: {
      seatMap: async ({ id }: { id: string }) => {
        const eventId = uuidOrNull(id);
        const version = eventId && (await maps().layouts.versionOf(eventId));
        // The states are resolved below.
        return version ? ({ eventId, version, layoutUrl: `/seat-maps/${version}.json` } as unknown as SeatMap) : null;
      },
    },
    SeatMap: {
      states: async (map: object) => {
        const { eventId } = map as { eventId: string };
        const states = await maps().states.statesOf(eventId);
        if (!states) throw new Error("The seats of an event on sale are missing.");
        return states;
      },
    },
  };
}
