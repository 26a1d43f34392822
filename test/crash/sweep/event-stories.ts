// An organizer ends the sales of an event.
import type { Data } from "../../../local/client.ts";
import { until } from "../../../testkit/until.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import type { Cast } from "./cast.ts";

const UPDATE = `mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`;

/** Tries until it is so, each time on the version that is there. */
export async function endSales({ world }: Cast): Promise<void> {
  const { eventId, owner } = world.show;
  const salesEndAt = new Date(Date.now() - 1_000).toISOString();
  await until(
    async () => {
      const query = `query ($id: ID!) { event(id: $id) { version salesEndAt } }`;
      const { data }: Data = await owner.client.send(query, { id: eventId }).catch(() => ({}));
      if (!data?.event) return false;
      if (data.event.salesEndAt === salesEndAt) return true;
      const input = { eventId, expectedVersion: data.event.version as number, salesEndAt };
      await owner.client.send(UPDATE, { input }).catch(() => undefined);
      return false;
    },
    "sales have ended",
    REST_WITHIN_MS,
  );
}
