// Erasures: every subgraph signs a receipt, and none signs too early.
import type { Check } from "./check.ts";

export const ERASURES: Check[] = [
  {
    holds: "E1: where a receipt was signed, nothing is left of the erased person",
    violations: ({ snapshot: { erasures } }) =>
      erasures.flatMap(({ id, missing, left }) =>
        left
          .filter((where) => !missing.includes(where.split(".")[0]!))
          .map((where) => `${where} still has something of the person of erasure ${id}`),
      ),
  },
  {
    holds: "E2: every erasure gets the receipts of all subgraphs",
    violations: ({ snapshot: { erasures } }) =>
      erasures.flatMap(({ id, missing }) => missing.map((subgraph) => `erasure ${id} has no receipt of ${subgraph}`)),
  },
];
