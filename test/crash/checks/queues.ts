// Queues: who has joined is drawn, nobody comes in before the turn, and not more than the cap are inside.
import type { QueueState } from "../../../testkit/queues.ts";
import { acknowledged, type Attempt } from "../history.ts";
import { duplicates, type Check } from "./check.ts";

/** They have no rank if they left, were held or were removed before the draw. */
const UNRANKED = ["LEFT", "HELD_FOR_REVIEW", "REMOVED"];

/** What is wrong with the ranks of a queue that is drawn. */
function wrongRanks({ drawn, lastRank, entries }: QueueState): string[] {
  if (!drawn)
    return entries.filter(({ rank }) => rank !== null).map(({ id }) => `entry ${id} has a rank before the draw`);
  const ranked = entries.flatMap(({ id, rank }) => (rank === null ? [] : [{ id, rank }]));
  const twice = duplicates(ranked, ({ rank }) => String(rank)).map(([rank]) => `rank ${rank} was given twice`);
  const unranked = entries.filter(({ rank, state }) => rank === null && !UNRANKED.includes(state));
  const late = ranked.filter(({ rank }) => rank > drawn.length).length;
  return [
    ...twice,
    ...unranked.map(({ id }) => `entry ${id} has no rank after the draw`),
    ...ranked
      .filter(({ id, rank }) => rank <= drawn.length && drawn[rank - 1] !== id)
      .map(({ id }) => `entry ${id} has another rank than was drawn`),
    ...drawn
      .filter((id) => !entries.some((entry) => entry.id === id))
      .map((id) => `${id} was drawn, and nobody has it`),
    ...(drawn.length + late === lastRank
      ? []
      : [`${late} people have late ranks, and the last rank is ${lastRank} after ${drawn.length} that were drawn`]),
  ];
}

function lostJoin({ who, answer, input }: Attempt, queues: QueueState[]): string[] {
  const entry = queues.find(({ eventId }) => eventId === input.eventId)?.entries.find(({ userId }) => userId === who);
  if (!entry) return [`${who} joined, and has no entry`];
  return entry.id === answer!.id ? [] : [`${who} joined as ${String(answer!.id)}, and is ${entry.id}`];
}

export const QUEUES: Check[] = [
  {
    holds: "Q2: who was told to have joined is drawn exactly once, or has one late rank",
    violations: ({ history, snapshot: { queues } }) => [
      ...acknowledged(history, "join")
        .filter(({ answer }) => answer!.__typename === "QueueEntry")
        .flatMap((attempt) => lostJoin(attempt, queues)),
      ...queues.flatMap(wrongRanks),
    ],
  },
  {
    holds: "Q6: nobody has joined with the proof of work of another person",
    violations: ({ history }) =>
      acknowledged(history, "join")
        .filter(({ answer, input, who }) => answer!.__typename === "QueueEntry" && input.proofOf !== who)
        .map(({ who, input }) => `${who} joined with the proof of ${String(input.proofOf)}`),
  },
  {
    holds: "Q3: nobody is let in before the own rank is served, or while the queue is paused",
    violations: ({ snapshot: { queues } }) =>
      queues.flatMap(({ admissions }) =>
        admissions
          .filter(({ rank, serving, state }) => rank > serving || !["SERVING", "SOLD_OUT"].includes(state))
          .map(({ rank, serving, state }) => `rank ${rank} was let in while ${serving} were served (${state})`),
      ),
  },
  {
    holds: "Q4: not more people are inside than may be",
    violations: ({ snapshot: { queues } }) =>
      queues.flatMap(({ admissions }) =>
        admissions
          .filter(({ inside, maxActive }) => inside > maxActive)
          .map(
            ({ rank, inside, maxActive }) => `with rank ${rank} there were ${inside} inside, of at most ${maxActive}`,
          ),
      ),
  },
  {
    holds: "Q5: the published draw, serving log and admissions can be recomputed",
    violations: ({ snapshot: { queues } }) => queues.flatMap(({ faults }) => faults),
  },
];
