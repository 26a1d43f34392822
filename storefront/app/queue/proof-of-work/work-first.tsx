// Instead of a puzzle the device computes for a moment before a person joins. Who can't or will not let it confirms with a mailed code or a passkey.
import { useEffect, useRef, useState } from "react";
import type { PageData } from "../../../page-data.ts";
import { useApp } from "../../app-context.ts";
import { scriptUrl } from "../../trusted.ts";
import type { Report } from "./worker.ts";

type Data = PageData["queue"];
export type Work = NonNullable<Data["work"]>;

/** Then the page says that there are other ways. */
const SLOW_MS = 10_000;

/** @returns ends it */
function compute(challenge: string, on: (report: Report) => void): () => void {
  let worker: Worker | undefined;
  let isEnded = false;
  const end = () => {
    isEnded = true;
    worker?.terminate();
  };
  const begin = async () => {
    const { default: url } = await import("./worker.ts?worker&url");
    if (isEnded) return;
    worker = new Worker(scriptUrl(url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Report>) => on(data);
    worker.onerror = () => on({ isLost: true });
    worker.postMessage(challenge);
  };
  begin().catch(() => on({ isLost: true }));
  return end;
}

type Shown = { state: "IDLE" | "LOST" } | { state: "RUNNING"; share: number; isSlow: boolean };

/** Undefined before a script runs. */
function useWork({ challenge, isRepeated }: Work, onProof: (proof: string) => void) {
  const [shown, setShown] = useState<Shown>();
  const end = useRef<() => void>(undefined);
  const start = () => {
    end.current?.();
    setShown({ state: "RUNNING", share: 0, isSlow: false });
    const slow = setTimeout(
      () => setShown((old) => (old?.state === "RUNNING" ? { ...old, isSlow: true } : old)),
      SLOW_MS,
    );
    const stop = compute(challenge, (report) => {
      if ("share" in report)
        return setShown((old) => (old?.state === "RUNNING" ? { ...old, share: report.share } : old));
      clearTimeout(slow);
      if ("proof" in report) onProof(report.proof);
      else setShown({ state: "LOST" });
    });
    end.current = () => {
      clearTimeout(slow);
      stop();
    };
  };
  useEffect(() => {
    // A device that was too slow, or a proof that was refused, is tried again only if the person wants that.
    if (isRepeated) setShown({ state: "IDLE" });
    else start();
    return () => end.current?.();
    // Once for each challenge.
  }, [challenge]);
  return { shown, start };
}

export function WorkFirst({ data, work }: { data: Data; work: Work }) {
  const { texts, submit } = useApp();
  const words = texts.queue.work;
  const { shown, start } = useWork(work, (proof) =>
    submit?.(data.self, new URLSearchParams({ then: "join", proofOfWork: proof })),
  );
  return (
    <div className="asking">
      <h3>{words.heading}</h3>
      <p>{shown ? words.text : words.noScript}</p>
      {shown?.state === "RUNNING" && <progress max={1} value={shown.share} aria-label={words.running} />}
      {shown && shown.state !== "RUNNING" && (
        <p className="actions">
          <button onClick={start}>{words.start}</button>
        </p>
      )}
      <p role="status" className={shown?.state === "LOST" ? "note bad" : "quiet"}>
        {shown?.state === "RUNNING" && (shown.isSlow ? words.slow : words.running)}
        {shown?.state === "LOST" && words.lost}
      </p>
      <OtherWays data={data} />
    </div>
  );
}

function OtherWays({ data: { self, viewer } }: { data: Data }) {
  const { texts } = useApp();
  const words = texts.queue.work;
  const back = new URLSearchParams({ to: self }).toString();
  return (
    <>
      <p>{words.others}</p>
      <p className="actions">
        <a className="button plain" href={`/account/${viewer?.isGuest ? "guest" : "verify"}?${back}`}>
          {words.byCode}
        </a>
        {!viewer?.isGuest && (
          <a className="button plain" href={`/account/sign-in?${back}`}>
            {words.byPasskey}
          </a>
        )}
      </p>
    </>
  );
}
