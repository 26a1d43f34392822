// What the measured servers push: a change of some seats, as the live map tells it.
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

export const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
type Query { nothing: Int }
type Subscription { changed: Change! @tag(name: "shared-feed") }
type Change { at: Float! cursor: String! seats: [Seat!]! }
type Seat { id: ID! status: String! version: Int! }`;

export const QUERY = "subscription { changed { at cursor seats { id status version } } }";

export interface Change {
  at: number;
  cursor: string;
  seats: { id: string; status: string; version: number }[];
}

export const change = (number: number, seats = 4): Change => ({
  at: Date.now(),
  cursor: `cursor-${number}`,
  seats: Array.from({ length: seats }, (_, index) => ({
    id: `0198e9d2-7c1e-7000-8000-000000000001.${number * seats + index}`,
    status: "HELD",
    version: number,
  })),
});

/** @throws Error if it does not compose. */
export function supergraphOf(url: string): string {
  const { supergraphSdl, errors } = composeServices([{ name: "seats", url, typeDefs: parse(SDL) }]);
  if (errors) throw new AggregateError(errors);
  return supergraphSdl;
}

/** What the bench tells a server: push so many, each when the interval has passed, merging what comes within 50 ms. */
export interface Order {
  count: number;
  everyMs: number;
  merged: boolean;
}

const MERGE_MS = 50;

/** Carries orders out by handing changes to `tell`. */
export function obey(tell: (change: Change) => void): void {
  process.on("message", ({ count, everyMs, merged }: Order) => {
    let number = 0;
    let waiting: Change[] = [];
    const flush = () => {
      const last = waiting.at(-1);
      if (last) tell({ ...last, at: waiting[0]!.at, seats: waiting.flatMap(({ seats }) => seats) });
      waiting = [];
    };
    const timer = setInterval(() => {
      const next = change((number += 1));
      if (!merged) tell(next);
      else {
        waiting.push(next);
        if (waiting.length === 1) setTimeout(flush, MERGE_MS);
      }
      if (number === count) clearInterval(timer);
    }, everyMs);
  });
}
