// The oldest messages of payments become a file, as an operator's schedule has it: the archiver runs again until their table is gone.
import { hasMonth, messagesOf, passMonths } from "../../../testkit/old-messages.ts";
import { until } from "../../../testkit/until.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import type { Cast } from "./cast.ts";
import { ARCHIVER } from "./links.ts";

/** A month whose messages may be archived now. */
export interface OldMonth {
  table: string;
  messages: string[];
}

export async function ageMessages({ system }: Cast): Promise<OldMonth> {
  const messages = await messagesOf(system, ARCHIVER.subgraph);
  return { table: await passMonths(system, ARCHIVER.subgraph), messages };
}

export async function archive({ system, world, run }: Cast, { table, messages }: OldMonth): Promise<void> {
  await until(
    async () => {
      const status = await run(ARCHIVER.name, "operations/archive-main.ts", ARCHIVER.subgraph);
      return status === 0 && !(await hasMonth(system, ARCHIVER.subgraph, table));
    },
    "the month is archived",
    REST_WITHIN_MS,
  );
  const readable = await messagesOf(system, ARCHIVER.subgraph).catch((error: unknown) => [String(error)]);
  const last = readable.indexOf(messages.at(-1)!);
  world.history.archived.push({ before: messages, after: last < 0 ? readable : readable.slice(0, last + 1) });
}
