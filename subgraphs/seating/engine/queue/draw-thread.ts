// Draws in a thread of its own: a million entries take some seconds of CPU.
import { serveThread } from "../../../../platform/core/worker-thread.ts";
import { packEntries } from "../../../../domain/queue/entries.ts";
import { draw, filesOfDraw, queuePolicySchema } from "../../../../domain/queue/published-draw.ts";
import type { DrawnFiles, ToDraw } from "./drawing.ts";

export const work = serveThread(
  async ({ eventId, policy, seed, entries, heldForReview }: ToDraw): Promise<DrawnFiles> => {
    const packed = packEntries(Buffer.from(entries));
    const drawn = draw(packed, {
      eventId,
      policy: queuePolicySchema.parse(JSON.parse(policy)),
      seed: Buffer.from(seed),
      heldForReview,
    });
    return {
      document: drawn.document,
      drawKey: drawn.drawKey.toString("hex"),
      ranks: filesOfDraw(packed, drawn)["ranks.bin"]!,
    };
  },
);
