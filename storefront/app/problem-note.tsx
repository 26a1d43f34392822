// Says what went wrong, and what to do next.
import type { Problem } from "../page-data/problem.ts";
import { useApp } from "./app-context.ts";
import { textOf } from "./problem-text.ts";

export function ProblemNote({ problem }: { problem: Problem | undefined }) {
  const app = useApp();
  if (!problem) return null;
  return (
    <div className="note bad" role="alert" tabIndex={-1}>
      <p>{textOf(problem, app)}</p>
    </div>
  );
}
