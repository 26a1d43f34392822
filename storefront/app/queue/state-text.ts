import type { PageData } from "../../page-data.ts";
import type { App } from "../app-context.ts";
import { hasPlace } from "./outlook.ts";

/** What happens now, in a sentence or two. */
export function stateText({ queue, document, event }: PageData["queue"], { texts, format }: App): string {
  const at = (time: string) => format.moment(time, event.timeZone);
  switch (document.state) {
    case "ANNOUNCED":
      return texts.queue.announced(at(queue.opensAt));
    case "OPEN":
      return hasPlace(queue.entry) ? texts.queue.same : texts.queue.open(at(queue.drawAt));
    case "DRAWING":
      if (!hasPlace(queue.entry)) return texts.queue.late;
      return queue.reviewSeconds === null
        ? texts.queue.drawing
        : texts.queue.reviewing(Math.ceil(queue.reviewSeconds / 60));
    case "SERVING":
      return hasPlace(queue.entry) ? texts.queue.serving : texts.queue.late;
    case "PAUSED":
      return texts.queue.paused;
    case "SOLD_OUT":
      return texts.queue.soldOut;
    case "CLOSED":
      return texts.queue.closed;
  }
}
