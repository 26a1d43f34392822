// What a follower of the storefront's live map is sent for each changed seat: the frames of the gateway, for the operation of the storefront.
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, execute, parse } from "graphql";
import { packChanges } from "../../domain/seat-map/packing.ts";
import { Batch } from "../../gateway/subscriptions/subscriber.ts";
import { ROOT } from "../../operations/topology.ts";
import { encodeSeq } from "../../subgraphs/seating/queries/change-cursor.ts";
import { createRandom, seedOfRun } from "../../testkit/random.ts";
import { KNOWN_DOCUMENTS } from "../../testkit/storefront.ts";

const SEATS = 20_000;
/** Of 200 changes a second, in 50 ms: pairs of neighbours. */
const PAIRS = 5;
const MESSAGES = 400;
const BYTES_PER_SEAT = 12;

test(`a changed seat is at most ${BYTES_PER_SEAT} bytes at 200 changes a second, headers of frames included`, async () => {
  const schema = buildSchema(readFileSync(path.join(ROOT, "schema/api.graphql"), "utf8"));
  const { operations } = JSON.parse(readFileSync(KNOWN_DOCUMENTS.GATEWAY_KNOWN_DOCUMENTS_FILE, "utf8")) as {
    operations: { name: string; body: string }[];
  };
  const document = parse(operations.find(({ name }) => name === "SeatChanges")!.body);
  const random = createRandom(seedOfRun());
  let bytes = 0;
  for (let message = 0; message < MESSAGES; message++) {
    const pairs = new Set(Array.from({ length: PAIRS * 2 }, () => random.below(SEATS / 2)));
    const changes = [...pairs].slice(0, PAIRS).flatMap((pair) => {
      const [code, version] = [random.below(3), 1 + random.below(100)];
      return [0, 1].map((side) => ({ index: 2 * pair + side, code, version }));
    });
    const seatsChanged = { packed: packChanges(changes), cursor: encodeSeq(1_000_000 + message), reset: false };
    const { data, errors } = await execute({
      schema,
      document,
      rootValue: { seatsChanged },
      variableValues: { id: "an event" },
    });
    expect(errors).toBeUndefined();
    // The storefront numbers its subscriptions.
    bytes += new Batch([Buffer.from(JSON.stringify({ data }))]).frames(Buffer.from(`"1"`)).length;
  }
  expect(bytes / (MESSAGES * PAIRS * 2)).toBeLessThanOrEqual(BYTES_PER_SEAT);
});
