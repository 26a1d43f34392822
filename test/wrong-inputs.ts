// What is wrong with events and venues, and the field that has to be named for it.
import { inDays } from "../local/fixtures.ts";

/** All in one price tier, but for what `more` says. */
export const tier = (more: Record<string, unknown>) => ({
  priceTiers: [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"], ...more }],
});

/** Beside what an event needs. */
export const WRONG_EVENTS: [what: string, input: Record<string, unknown>, field: string][] = [
  ["an end before the start", { endsAt: inDays(2) }, "input.endsAt"],
  ["a negative price", tier({ price: { amount: -1, currency: "EUR" } }), "input.priceTiers.0.price.amount"],
  [
    "a price beyond all bounds",
    tier({ price: { amount: 2_000_000_000, currency: "EUR" } }),
    "input.priceTiers.0.price.amount",
  ],
  ["a section that is none", tier({ sections: ["Parkett", "Floor", "Roof"] }), "input.priceTiers.0.sections"],
  ["a section in no tier", tier({ sections: ["Parkett"] }), "input.priceTiers"],
  ["a section in two tiers", tier({ sections: ["Parkett", "Floor", "Floor"] }), "input.priceTiers"],
  ["no tiers", { priceTiers: [] }, "input.priceTiers"],
  ["a blank name", { name: "   " }, "input.name"],
  ["a name with NUL", { name: "a\u0000b" }, "input.name"],
  ["half a surrogate pair", { name: "a\ud800b" }, "input.name"],
  ["a huge name", { name: "x".repeat(100_000) }, "input.name"],
  ["a journey that is none", { category: "JOURNEY" }, "input.journey"],
  ["no seats for a buyer", { maxSeatsPerBuyer: 0 }, "input.maxSeatsPerBuyer"],
];

export const WRONG_SECTIONS: [what: string, sections: unknown, field: string][] = [
  ["no rows", [{ name: "A", kind: "SEATED" }], "input.sections.0.rows"],
  ["no capacity", [{ name: "A", kind: "GENERAL_ADMISSION" }], "input.sections.0.capacity"],
  [
    "two sections of one name",
    [
      { name: "A", kind: "GENERAL_ADMISSION", capacity: 1 },
      { name: "A", kind: "GENERAL_ADMISSION", capacity: 1 },
    ],
    "input.sections",
  ],
  [
    "an aisle outside of its row",
    [{ name: "A", kind: "SEATED", rows: [{ label: "1", seats: 4, aislesAfter: [4] }] }],
    "input.sections.0.rows.0.aislesAfter",
  ],
  [
    "a wheelchair place outside of its row",
    [{ name: "A", kind: "SEATED", rows: [{ label: "1", seats: 4, wheelchair: [5] }] }],
    "input.sections.0.rows.0.wheelchair",
  ],
  [
    "seats and labels at once",
    [{ name: "A", kind: "SEATED", rows: [{ label: "1", seats: 1, labels: ["a"] }] }],
    "input.sections.0.rows.0.seats",
  ],
  [
    "two rows of one label",
    [
      {
        name: "A",
        kind: "SEATED",
        rows: [
          { label: "1", seats: 1 },
          { label: "1", seats: 1 },
        ],
      },
    ],
    "input.sections.0.rows",
  ],
  [
    "more places than a town",
    Array.from({ length: 3 }, (_, index) => ({ name: String(index), kind: "GENERAL_ADMISSION", capacity: 20_000 })),
    "input.sections",
  ],
];
