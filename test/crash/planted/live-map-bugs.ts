// Bugs of the live map.
import type { PlantedBug } from "./planted-bug.ts";

export const LIVE_MAP_BUGS: PlantedBug[] = [
  {
    what: "a live map that passes over changes",
    found: "W2, W3",
    changes: [
      {
        file: "subgraphs/seating/subscriptions/availability.ts",
        from: "seq > ${seq ?? Number.MAX_SAFE_INTEGER}`;",
        to: "seq > ${seq === null ? Number.MAX_SAFE_INTEGER : seq + 1}`;",
      },
    ],
    tried: { crowdSeconds: 6 },
  },
  {
    what: "packed changes that name the seat before",
    found: "W4",
    changes: [
      {
        file: "domain/seat-map/packing.ts",
        from: `    next = index + 1;\n  }\n  return toBase64(bytes);`,
        to: `    next = index;\n  }\n  return toBase64(bytes);`,
      },
    ],
    tried: { crowdSeconds: 6 },
  },
];
