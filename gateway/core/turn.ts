// The end of a turn of the event loop: all network data of this turn has been read by then. Batches wait until then, which is no longer
// than reading data that arrived at the same time.
import { forThisRequest } from "../../platform/telemetry/correlation.ts";

let due: (() => void)[] = [];

/** Work that other work adds is done in the same turn. @param work throws nothing */
export function atEndOfTurn(work: () => void): void {
  if (due.push(forThisRequest(work)) === 1) setImmediate(doAll);
}

function doAll(): void {
  // Work may add more to the list.
  for (const work of due) work();
  due = [];
}
