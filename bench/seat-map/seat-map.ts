// `npm run bench -- seat-map`: a changed seat as JSON, packed, and with the names of the storefront; the layout of 20,000 seats; and their states, kept in memory and packed,
// beside reading the seats from PostgreSQL.
import { gunzipSync } from "node:zlib";
import { rows, sql } from "../../platform/postgres/sql.ts";
import { selectSeats, type Seat } from "../../subgraphs/seating/entities/seat.ts";
import { createLayouts } from "../../subgraphs/seating/queries/seat-map/layouts.ts";
import { createSeatStates } from "../../subgraphs/seating/queries/seat-map/states.ts";
import { openEvent, SEATS, withEngine, type Bench } from "../seats.ts";
import { sell } from "../sections.ts";
import { costEach, sideBySide } from "../side-by-side.ts";
import { benchDelivery } from "./live.ts";

/** As many sections as an arena has. */
const SECTIONS = 40;
const READS = 400;
const WHOLE_READS = 8;

export async function benchSeatMap(rounds: number): Promise<Record<string, unknown>> {
  const { jsonAt200, jsonAt4300, packedAt200, packedAt4300, ...storefront } = await benchDelivery(rounds);
  const stored = await withEngine((bench) => benchStored(rounds, bench));
  return {
    bytesVsJsonAt200: packedAt200.bytesPerSeat / jsonAt200.bytesPerSeat,
    bytesVsJsonAt4300: packedAt4300.bytesPerSeat / jsonAt4300.bytesPerSeat,
    gatewayCpuVsJsonAt200: packedAt200.gatewayMicrosPerDelivery / jsonAt200.gatewayMicrosPerDelivery,
    gatewayCpuVsJsonAt4300: packedAt4300.gatewayMicrosPerDelivery / jsonAt4300.gatewayMicrosPerDelivery,
    jsonAt200,
    packedAt200,
    jsonAt4300,
    packedAt4300,
    ...storefront,
    ...stored,
  };
}

async function benchStored(rounds: number, { database, engine, postgresPid }: Bench): Promise<Record<string, unknown>> {
  const eventId = await openEvent(database, SECTIONS);
  const begun = performance.now();
  const layouts = createLayouts(database);
  const layout = (await layouts.layout((await layouts.versionOf(eventId))!))!;
  const layoutMs = performance.now() - begun;
  const states = createSeatStates(database);
  const readPages = async () => {
    for (let beyond = 0; beyond < SEATS; beyond += 5_000) {
      const where = sql`seat.event_id = ${eventId} and seat.no > ${beyond} order by seat.no limit 5000`;
      await rows<Seat>(database.read(), selectSeats(where));
    }
  };
  const whileSold = (count: number, read: () => Promise<unknown>) => async () => {
    const sale = sell(engine, eventId);
    const cost = await costEach(count, postgresPid, async () => {
      for (let left = count; left > 0; left--) await read();
    });
    await sale.stop();
    return cost;
  };
  const { kept, read } = await sideBySide(rounds, {
    kept: whileSold(READS, () => states.statesOf(eventId)),
    read: whileSold(WHOLE_READS, readPages),
  });
  const { packed, versions } = (await states.statesOf(eventId))!;
  return {
    layoutMs,
    layoutBytes: { json: gunzipSync(layout.gzip).length, gzip: layout.gzip.length, br: layout.br.length },
    statesBytes: { packed: packed.length, versions: versions.length },
    states: kept,
    statesPostgresCpuVsRead: kept.postgresMicros / read.postgresMicros,
    statesNodeCpuVsRead: kept.nodeMicros / read.nodeMicros,
  };
}
