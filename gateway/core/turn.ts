// The end of a turn of the event loop: what has come from the network in this turn has been read by then. What is to be sent together waits
// until then, which is no longer than it takes to read what came at the same moment.
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
