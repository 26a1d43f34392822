// A thread of the browser that solves a challenge, so that the page stays usable.
import { solve } from "./solve.ts";

/** What the page gets from it. */
export type Report = { share: number } | { proof: string } | { isLost: true };

const tell = (report: Report) => globalThis.postMessage(report);

globalThis.addEventListener("message", ({ data }: MessageEvent<string>) => {
  void solve(data, (share) => tell({ share })).then(
    (proof) => tell({ proof }),
    () => tell({ isLost: true }),
  );
});
