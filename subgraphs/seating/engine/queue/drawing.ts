// The thread that draws. It exists only while there is something to draw.
import { createThread } from "../../../../platform/core/worker-thread.ts";
import type { DrawDocument } from "../../../../domain/queue/published-draw.ts";

export interface DrawnFiles {
  document: DrawDocument;
  /** Key of the draw, in hexadecimal. */
  drawKey: string;
  /** 4 bytes an entry, in the order of the entries. */
  ranks: Buffer;
}

export interface ToDraw {
  eventId: string;
  /** JSON. */
  policy: string;
  seed: Uint8Array;
  /** Sorted, 16 bytes each. */
  entries: Uint8Array;
  heldForReview: number;
}

export type Drawing = (asked: ToDraw) => Promise<DrawnFiles>;

const LIMITS = { maxQueue: 10, deadlineMs: 300_000, heapMb: 2_048 };

export const draw: Drawing = async (asked) => {
  const thread = createThread<ToDraw, DrawnFiles>(new URL("./draw-thread.ts", import.meta.url), LIMITS);
  try {
    const drawn = await thread.ask(asked);
    // A copy from another thread is no Buffer.
    return { ...drawn, ranks: Buffer.from(drawn.ranks) };
  } finally {
    await thread.stop();
  }
};
