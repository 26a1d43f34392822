// Changes of a hall of 20,000 seats, as the live map tells them: pairs of neighbours, merged within 50 ms.
import { readFileSync } from "node:fs";
import path from "node:path";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { codeOf, packChanges, SEAT_STATES, type PackedChange } from "../../domain/seat-map/packing.ts";
import { ROOT } from "../../operations/topology.ts";
import { encodeSeq } from "../../subgraphs/seating/queries/change-cursor.ts";
import { createRandom } from "../../testkit/random.ts";

export const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
type Query { nothing: Int }
type Subscription {
  seatsChanged(eventId: ID!, after: String, accessCode: String): SeatsChanged! @tag(name: "shared-feed")
}
type SeatsChanged { seats: [Seat!]! packed: String cursor: String! reset: Boolean! }
type Seat { id: ID! status: String! version: Int! }`;

const EVENT = "0198e9d2-7c1e-7000-8000-000000000001";

const DOCUMENTS = path.join(ROOT, "storefront/documents/documents.generated.json");
const { operations } = JSON.parse(readFileSync(DOCUMENTS, "utf8")) as { operations: { name: string; body: string }[] };

export const QUERIES = {
  json: "subscription ($id: ID!) { seatsChanged(eventId: $id) { seats { id status version } cursor reset } }",
  packed: "subscription ($id: ID!) { seatsChanged(eventId: $id) { packed cursor reset } }",
  /** The same with the names of the storefront. */
  storefront: operations.find(({ name }) => name === "SeatChanges")!.body,
};
export const VARIABLES = { id: EVENT };
const SEATS = 20_000;
const MERGE_MS = 50;

/** What the bench tells the subgraph. */
export interface Order {
  changesPerSecond: number;
  seconds: number;
}

/** @throws Error if it does not compose */
export function supergraphOf(url: string): string {
  const { supergraphSdl, errors } = composeServices([{ name: "seats", url, typeDefs: parse(SDL) }]);
  if (errors) throw new AggregateError(errors);
  return supergraphSdl;
}

export const changesOf = ({ changesPerSecond }: Order): number => Math.round((changesPerSecond * MERGE_MS) / 1_000);
export const messagesOf = ({ seconds }: Order): number => (seconds * 1_000) / MERGE_MS;

/** Carries orders out by handing messages to `tell`. */
export function obey(tell: (message: object) => void): void {
  const random = createRandom(1);
  const versions = new Uint32Array(SEATS).fill(2);
  let seq = 10_000;
  const change = (count: number): PackedChange[] =>
    Array.from({ length: count / 2 }, () => random.below(SEATS - 1)).flatMap((first) => {
      const code = codeOf(random.pick(["AVAILABLE", "HELD", "SOLD"] as const));
      return [first, first + 1].map((index) => ({ index, code, version: (versions[index]! += 2) }));
    });
  process.on("message", (order: Order) => {
    let left = messagesOf(order);
    const timer = setInterval(() => {
      // Of a seat that changed twice, the newer state.
      const changes = [...new Map(change(changesOf(order)).map((one) => [one.index, one])).values()];
      seq += changes.length / 2;
      tell({
        seats: changes.map(({ index, code, version }) => ({
          id: `${EVENT}.${index + 1}`,
          status: SEAT_STATES[code],
          version,
        })),
        packed: () => packChanges(changes),
        cursor: encodeSeq(Math.round(seq)),
        reset: false,
      });
      if (--left === 0) clearInterval(timer);
    }, MERGE_MS);
  });
}
