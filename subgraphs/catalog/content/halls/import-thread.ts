// Worker thread of importer.ts.
import { serveThread } from "../../../../platform/core/worker-thread.ts";
import { readHall, type Asked } from "./read-hall.ts";

export const work = serveThread(async (asked: Asked) => readHall(asked));
