// The draw of a queue: what was published and when, the own entry, and computing it again in this browser.
import type { ReactNode } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { Moment } from "../moment.tsx";
import type { Texts } from "../texts/en.ts";
import { isIncluded } from "./inclusion.ts";
import { Recompute } from "./recompute-here.tsx";

type Data = PageData["draw"];

export const title = ({ event }: Data, { draw }: Texts) => draw.title(event.name);

/** Beside draw.json. */
const FILES = ["draw.json", "entries.bin", "ranks.bin", "steps.jsonl", "admissions.jsonl"];
const COMMAND = "npm run verify-queue -- FOLDER";

export function View({ data }: { data: Data }) {
  const { event, queue } = data;
  const { texts, path } = useApp();
  const { draw } = texts;
  const search = path.split("?", 2)[1];
  return (
    <div className="wide drawn">
      <div className="head">
        <p className="kicker">
          <Link href={`/e/${event.id}/queue${search === undefined ? "" : `?${search}`}`}>{draw.back}</Link>
        </p>
        <h1>{draw.heading}</h1>
        <p>
          {event.name} · <Moment at={event.startsAt} zone={event.timeZone} />
        </p>
        <p className="lead">{draw.lead}</p>
      </div>
      <Own data={data} />
      <Steps data={data} />
      {queue.drawPath !== null && (
        <>
          <Recompute queue={queue} drawPath={queue.drawPath} />
          <section>
            <h2>{draw.byHand}</h2>
            <p>{draw.byHandText}</p>
            <ul className="links">
              {FILES.map((file) => (
                <li key={file}>
                  <a href={queue.drawPath!.replace("draw.json", file)} download>
                    {file}
                  </a>
                </li>
              ))}
            </ul>
            <pre className="command">
              <code>{COMMAND}</code>
            </pre>
          </section>
        </>
      )}
      <p className="quiet">{draw.honest}</p>
    </div>
  );
}

function Own({ data: { queue } }: { data: Data }) {
  const { texts, format } = useApp();
  const { entry, drawnCount, entriesRoot } = queue;
  if (!entry) return null;
  const { id, index, proof } = entry;
  const isProven = index !== null && proof !== null && entriesRoot !== null && drawnCount !== null;
  const isIn = isProven && isIncluded({ id, index, proof }, drawnCount, entriesRoot);
  const isLate = entry.rank !== null && drawnCount !== null && entry.rank > drawnCount;
  return (
    <section className="panel own">
      <h2>{texts.draw.own}</h2>
      <p>
        <code className="hash">{entry.id}</code>
      </p>
      {entry.rank !== null && (
        <p suppressHydrationWarning>
          {texts.draw.ownRank(format.number(entry.rank))} {isLate && texts.draw.ownLate}
        </p>
      )}
      {isProven && (
        <p className={isIn ? "note good" : "note bad"}>{isIn ? texts.draw.included : texts.draw.notIncluded}</p>
      )}
    </section>
  );
}

function Steps({ data: { queue, event } }: { data: Data }) {
  const { texts, format } = useApp();
  const { draw } = texts;
  const { commitment, policyHash, policy, seed, entriesRoot, drawnCount, heldAtDraw } = queue;
  return (
    <>
      <section>
        <h2>{draw.steps.commit}</h2>
        <p>{draw.steps.commitText}</p>
        <dl className="published">
          <Published name={draw.commitment}>{commitment}</Published>
          <Published name={draw.policyHash}>{policyHash}</Published>
          <Published name={draw.policy}>{policy}</Published>
        </dl>
      </section>
      {seed === null || entriesRoot === null ? (
        <p className="note" suppressHydrationWarning>
          {draw.steps.pending(format.moment(queue.drawAt, event.timeZone))}
        </p>
      ) : (
        <>
          <section>
            <h2>{draw.steps.close}</h2>
            <p>{draw.steps.closeText}</p>
            <dl className="published">
              <Published name={draw.entries}>{format.number(drawnCount ?? 0)}</Published>
              {heldAtDraw !== null && heldAtDraw > 0 && (
                <Published name={draw.held}>{format.number(heldAtDraw)}</Published>
              )}
              <Published name={draw.root}>{entriesRoot}</Published>
            </dl>
          </section>
          <section>
            <h2>{draw.steps.reveal}</h2>
            <p>{draw.steps.revealText}</p>
            <dl className="published">
              <Published name={draw.seed}>{seed}</Published>
            </dl>
            <p className="small">{draw.rule}</p>
          </section>
        </>
      )}
    </>
  );
}

const Published = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <code className="hash">{children}</code>
    </dd>
  </div>
);
