// Triggers that record what a snapshot can't see any more.
import type { System } from "../../local/system.ts";
import { recordSteps } from "../../testkit/inspect.ts";
import { recordAdmissions } from "../../testkit/queues.ts";
import { recordListSeats } from "../../testkit/waitlists.ts";

/** Once for a system, before it is used. */
export async function recordChanges(system: System): Promise<void> {
  await recordSteps(system);
  await recordAdmissions(system);
  await recordListSeats(system);
}
