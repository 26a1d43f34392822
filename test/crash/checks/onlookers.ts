// What those see who only look on: never less than the truth for long, and never what is not theirs.
import type { Follower } from "../history.ts";
import type { Check, Evidence } from "./check.ts";

const SIGN_OUT_WITHIN_MS = 5_000;
const INNARDS: [string, RegExp][] = [
  ["a stack", /\bat \S+ \(?(?:file:|\/)\S+:\d+:\d+/],
  ["SQL", /\b(?:select|insert into|update|delete from)\b[^"]{0,80}\b(?:from|values|set|where)\b/i],
  ["a path", /(?:\/work\/|\/home\/|\/usr\/|\/tmp\/|node_modules)/],
  ["an internal address", /\b(?:127\.0\.0\.1|10\.77\.0\.\d+|localhost):\d+/],
  ["a person's address", /[\w.+-]+@example\.org/],
];

function differences(map: Follower["map"], follower: number, { seats }: Evidence["snapshot"]): string[] {
  return seats.flatMap(({ id, version, status }) => {
    const last = map.get(id);
    return last?.version === version && last.status === status
      ? []
      : [`follower ${follower} has ${id} as ${last?.status} (${last?.version}), and it is ${status} (${version})`];
  });
}

export const ONLOOKERS: Check[] = [
  {
    holds: "W1: in one subscription the versions of a seat never go down",
    violations: ({ history }) =>
      history.followers.flatMap(({ subscriptions }) =>
        subscriptions.flatMap((said) => {
          const last = new Map<string, number>();
          return said.flatMap(({ id, version }) => {
            const before = last.get(id) ?? 0;
            last.set(id, version);
            return version < before ? [`${id} was ${before} and then ${version}`] : [];
          });
        }),
      ),
  },
  {
    holds: "W2, W3: who follows, also over cuts and with a cursor, ends with what the API says",
    violations: ({ history, snapshot }) =>
      history.followers.flatMap(({ map }, index) => differences(map, index, snapshot)),
  },
  {
    holds: "W4: the same with packed states and changes alone",
    violations: ({ history, snapshot }) =>
      history.followers.flatMap(({ packedMap }, index) => differences(packedMap, index, snapshot)),
  },
  {
    holds: "A1: things of another person answer as unknown ids do",
    violations: ({ history }) =>
      history.foreign
        .filter(({ theirs, unknown }) => theirs !== unknown)
        .map(({ query, theirs, unknown }) => `${query}: ${theirs} instead of ${unknown}`),
  },
  {
    holds: "A2: five seconds after sign-out its token is nobody's",
    violations: ({ history }) =>
      history.afterSignOut
        .filter(({ afterMs, isIn }) => isIn && afterMs > SIGN_OUT_WITHIN_MS)
        .map(({ afterMs }) => `a token was good ${Math.round(afterMs)} ms after sign-out`),
  },
  {
    holds: "A3: no answer shows internals, or another person's address; no log a secret or personal data",
    violations: ({ history, snapshot }) => [
      ...history.errors.flatMap((text) =>
        INNARDS.filter(([, pattern]) => pattern.test(text)).map(([what]) => `an error has ${what}: ${text}`),
      ),
      ...snapshot.indiscretions,
    ],
  },
];
