import type { QueueState } from "../../page-data/queue.ts";

/** Whether seats are held only with an admission. */
export const isInForce = ({ state }: { state: QueueState }): boolean => state !== "ANNOUNCED" && state !== "CLOSED";
