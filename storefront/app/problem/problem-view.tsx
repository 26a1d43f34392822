import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { textOf } from "../problem-text.ts";
import type { Texts } from "../texts/en.ts";

type Data = PageData["problem"];
const REPEATABLE = new Set(["UNAVAILABLE", "TIMEOUT", "RATE_LIMITED", "INTERNAL_SERVER_ERROR"]);

export const title = (_: Data, texts: Texts) => texts.problems.heading;

export function View({ data: { problem } }: { data: Data }) {
  const app = useApp();
  const { texts, path } = app;
  return (
    <div className="narrow">
      <h1>{texts.problems.heading}</h1>
      <p className="lead">{textOf(problem, app)}</p>
      <p className="actions">
        {REPEATABLE.has(problem.code) && (
          <Link className="button" href={path}>
            {texts.problems.again}
          </Link>
        )}
        <Link className="button plain" href="/">
          {texts.problems.home}
        </Link>
      </p>
    </div>
  );
}
