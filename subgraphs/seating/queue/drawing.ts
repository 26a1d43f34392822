// The thread that draws. It exists only while there is something to draw.
import { createThread } from "../../../platform/core/worker-thread.ts";
import type { Drawing, DrawnFiles, ToDraw } from "../commands/draw-queue.ts";

const LIMITS = { maxQueue: 10, deadlineMs: 300_000, heapMb: 2_048 };

export const draw: Drawing = async (asked) => {
  const thread = createThread<ToDraw, DrawnFiles>(new URL("./draw-thread.ts", import.meta.url), LIMITS);
  try {
    const drawn = await thread.ask(asked);
    // A copy from another thread is no Buffer.
    return { ...drawn, ranks: Buffer.from(drawn.ranks) };
  } finally {
    thread.stop();
  }
};
