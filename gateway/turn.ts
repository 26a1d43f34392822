// The end of a turn of the event loop: whatever has come from the network by then is dealt with, and nothing has been sent yet. What is to
// be sent together waits for it, which is no longer than others take that came at the same moment.
import { forThisRequest } from "../platform/correlation.ts";

let due: (() => void)[] = [];

/** What is due because of what is done then is done in the same turn. @param work throws nothing */
export function atEndOfTurn(work: () => void): void {
  if (due.push(forThisRequest(work)) === 1) setImmediate(doAll);
}

function doAll(): void {
  // The list grows while it is gone through.
  for (const work of due) work();
  due = [];
}
