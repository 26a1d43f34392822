// A hundred references are one query, in every subgraph.
import { randomUUID } from "node:crypto";
import type { Database } from "../../postgres/database.ts";
import { startAlone } from "../../../testkit/isolated-subgraph.ts";
import { subgraphs } from "../../../operations/subgraphs.ts";

const SEATS = ["seat"];

test.each(Object.keys(subgraphs))("in %s a hundred references are one query", async (name) => {
  const alone = await startAlone(name);
  let reads = 0;
  const counting: Database = {
    ...alone.running.database,
    read: () => {
      reads++;
      return alone.running.database.read();
    },
    reading: (work) => {
      reads++;
      return alone.running.database.reading(work);
    },
  };
  const viewer = { userId: randomUUID(), sessionId: randomUUID(), staff: true, verified: true, memberships: {} };
  const loaders = subgraphs[name]!(alone.env).createLoaders(counting, viewer) as Record<
    string,
    { loadMany(ids: string[]): Promise<unknown[]> }
  >;
  expect(Object.keys(loaders).length).toBeGreaterThan(0);
  for (const [entity, loader] of Object.entries(loaders)) {
    reads = 0;
    const ids = Array.from({ length: 100 }, () => (SEATS.includes(entity) ? `${randomUUID()}.1` : randomUUID()));
    expect(await loader.loadMany(ids)).toHaveLength(100);
    expect([entity, reads]).toEqual([entity, 1]);
  }
  await alone.stop();
});
