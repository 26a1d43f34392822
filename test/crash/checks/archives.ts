// Archives: old messages move from a table to a file.
import type { Check } from "./check.ts";

export const ARCHIVES: Check[] = [
  {
    holds: "R1: archived messages can still be read, each once, unchanged and in order",
    violations: ({ history: { archived } }) =>
      archived
        .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
        .map(({ before, after }) => {
          const lost = before.filter((message) => !after.includes(message));
          return `of ${before.length} messages ${lost.length} were lost, and ${after.length} are read`;
        }),
  },
];
