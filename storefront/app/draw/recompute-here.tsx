// Computes the draw again in this browser, when it is asked to: progress, what was checked, and the place of the own entry.
import { useEffect, useRef, useState } from "react";
import type { DrawFigures } from "../../page-data/queue.ts";
import { useApp } from "../app-context.ts";
import { recompute, type PublishedDraw, type Recomputed, type Told } from "./recompute.ts";

/** Long enough to be quick, short enough that the page answers. */
const SLICE_MS = 40;

const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

async function load(drawPath: string): Promise<[PublishedDraw, Uint8Array]> {
  const [document, entries] = await Promise.all([fetch(drawPath), fetch(drawPath.replace("draw.json", "entries.bin"))]);
  if (!document.ok || !entries.ok) throw new TypeError("The files of the draw are not there.");
  return [(await document.json()) as PublishedDraw, new Uint8Array(await entries.arrayBuffer())];
}

/** @returns undefined if it was stopped */
async function compute(
  drawPath: string,
  told: Told,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Recomputed | undefined> {
  const [document, ids] = await load(drawPath);
  const steps = recompute(document, ids, told);
  for (let sliceEnds = performance.now() + SLICE_MS; !signal.aborted;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnds) continue;
    onProgress(step.value);
    await pause();
    sliceEnds = performance.now() + SLICE_MS;
  }
  return undefined;
}

type Shown = { state: "IDLE" | "FAILED" } | { state: "RUNNING"; share: number } | { state: "DONE"; found: Recomputed };

interface Props {
  queue: DrawFigures;
  drawPath: string;
}

export function Recompute({ queue, drawPath }: Props) {
  const { texts, format } = useApp();
  const { draw } = texts;
  const [shown, setShown] = useState<Shown>({ state: "IDLE" });
  const [isScripted, setScripted] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => {
    setScripted(true);
    return () => running.current?.abort();
  }, []);
  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setShown({ state: "RUNNING", share: 0 });
    const { commitment, policyHash, entry } = queue;
    const onProgress = (share: number) => setShown({ state: "RUNNING", share });
    const told = { commitment, policyHash, entry };
    try {
      const found = await compute(drawPath, told, { signal: controller.signal, onProgress });
      if (!controller.signal.aborted) setShown(found ? { state: "DONE", found } : { state: "IDLE" });
    } catch {
      if (!controller.signal.aborted) setShown({ state: "FAILED" });
    }
  };
  const stop = () => {
    running.current?.abort();
    setShown({ state: "IDLE" });
  };
  if (!isScripted) return null;
  if (hasClasses(queue.policy)) return <p className="note">{draw.byProgram}</p>;
  return (
    <section className="panel">
      <h2>{draw.check}</h2>
      <p>{draw.checkText}</p>
      {shown.state === "RUNNING" ? (
        <>
          <label htmlFor="computing">{`${draw.running}: ${format.percent(Math.floor(shown.share * 100))}`}</label>
          <progress id="computing" max={1} value={shown.share} />
          <p>
            <button className="plain" onClick={stop}>
              {draw.stop}
            </button>
          </p>
        </>
      ) : (
        <p>
          <button onClick={() => void start()}>{draw.start}</button>
        </p>
      )}
      <div role="status">
        {shown.state === "FAILED" && <p className="note bad">{draw.failed}</p>}
        {shown.state === "DONE" && (
          <Found found={shown.found} hasEntry={queue.entry?.rank != null} isLate={isLate(queue)} />
        )}
      </div>
    </section>
  );
}

/** Groups and weights are in a file that this page does not read. */
function hasClasses(policy: string): boolean {
  const { groups, maxWeight } = JSON.parse(policy) as PublishedDraw["policy"];
  return groups.length > 1 || maxWeight > 1;
}

const isLate = ({ entry, drawnCount }: DrawFigures) => (entry?.rank ?? 0) > (drawnCount ?? 0);

function Found({
  found: { checks, own },
  hasEntry,
  isLate: wasLate,
}: {
  found: Recomputed;
  hasEntry: boolean;
  isLate: boolean;
}) {
  const { texts, format } = useApp();
  const { draw } = texts;
  const isRight = checks.every((check) => check.isRight);
  return (
    <div className="stacked">
      <p className={isRight ? "note good" : "note bad"}>{isRight ? draw.right : draw.wrong}</p>
      <ul className="checks">
        {checks.map((check) => (
          <li key={check.name} className={check.isRight ? "right" : "wrong"}>
            <span>{draw.checks[check.name]}</span>
            <strong>{check.isRight ? draw.isRight : draw.isWrong}</strong>
          </li>
        ))}
      </ul>
      {own && <p>{draw.ownPlace(format.number(own.place), format.number(own.rank))}</p>}
      {!own && hasEntry && <p>{wasLate ? draw.ownLate : draw.ownMissing}</p>}
    </div>
  );
}
