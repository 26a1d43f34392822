// The list of events that the gateway of this bench answers with: storefront/documents/find.graphql.

const EVENTS = 24;

const event = (_: unknown, number: number) => ({
  id: `0198e9d2-7c1e-7000-8000-${String(number).padStart(12, "0")}`,
  name: `Concert number ${number + 1}`,
  category: "CONCERT",
  status: "ON_SALE",
  startsAt: "2030-06-01T18:00:00.000Z",
  endsAt: "2030-06-01T21:00:00.000Z",
  timeZone: "Europe/Berlin",
  salesStartAt: null,
  journey: null,
  venue: { name: "Halle", city: "Erfurt" },
  images: [],
  priceTiers: [{ price: { amount: 4500 + number, currency: "EUR" } }],
  availability: {
    total: 20_000,
    available: 12_000 - number,
    tiers: [{ prices: [{ standard: true, price: { amount: 4500 + number, currency: "EUR" } }] }],
  },
});

export const listOfEvents = () => ({
  events: {
    totalCount: EVENTS,
    nodes: Array.from({ length: EVENTS }, event),
    pageInfo: { hasNextPage: false, endCursor: null },
  },
  announced: { nodes: [] },
});
