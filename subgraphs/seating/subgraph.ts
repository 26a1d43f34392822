import { readFileSync } from "node:fs";
import type { Metrics } from "../../platform/http/metrics.ts";
import type { ChangeNotifier } from "../../platform/redis/pubsub.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { readFunctions } from "../../platform/postgres/sql-functions.ts";
import { consumersOf } from "../../schema/redis-access.ts";
import type { SeatingConfig } from "./config.ts";
import { createDoor } from "./commands/admit.ts";
import { createJoins } from "./commands/join-queue.ts";
import { keptWaitlistEntries } from "./commands/join-waitlist.ts";
import { createEngine, type Engine } from "./engine/group-commit.ts";
import { entities } from "./entities/tables.ts";
import { createHandlers } from "./handlers.ts";
import { createRecurring } from "./jobs.ts";
import { createLiveSeats, type LiveSeats } from "./subscriptions/availability.ts";
import { createEntryFeed, type EntryFeed } from "./subscriptions/waitlist-entries.ts";
import { personalData } from "./personal-data.ts";
import { createLoaders } from "./queries/loaders.ts";
import { holdPolicy } from "./migrations/002-hold-policy.ts";
import { takeSeats } from "./migrations/003-take-seats.ts";
import { changeHolds } from "./migrations/004-change-holds.ts";
import { promoCodes } from "./migrations/005-promo-codes.ts";
import { seatsBySection } from "./migrations/006-seats-by-section.ts";
import { keptHolds } from "./commands/end-holds.ts";
import { keptReservations } from "./commands/reservations.ts";
import { refuseGone } from "./migrations/007-refuse-gone.ts";
import { refuseGoneAsSeen } from "./migrations/008-refuse-gone-as-seen.ts";
import { unverifiedHolds } from "./migrations/009-unverified-holds.ts";
import { endedHolds } from "./migrations/011-ended-holds.ts";
import { codeTries } from "./migrations/010-code-tries.ts";
import { mergedAccounts } from "./migrations/012-merged-accounts.ts";
import { halls } from "./migrations/013-halls.ts";
import { times } from "./migrations/014-times.ts";
import { prices } from "./migrations/015-prices.ts";
import { severalHolds } from "./migrations/016-several-holds.ts";
import { accessCodes } from "./migrations/018-access-codes.ts";
import { seatMoves } from "./migrations/017-seat-moves.ts";
import { questions } from "./migrations/019-questions.ts";
import { reservations } from "./migrations/020-reservations.ts";
import { holdChannels } from "./migrations/022-hold-channels.ts";
import { packages } from "./migrations/023-packages.ts";
import { queues } from "./migrations/024-queues.ts";
import { waitlists } from "./migrations/025-waitlists.ts";
import { queueReviews } from "./migrations/026-queue-reviews.ts";
import { timeZones } from "./migrations/029-time-zones.ts";
import { seating } from "./migrations/001-seating.ts";
import { countActiveHolds } from "./queries/active-holds.ts";
import { createHalls, type Halls } from "./queries/halls.ts";
import { createSections, type Sections } from "./queries/sections.ts";
import { createLayouts } from "./queries/seat-map/layouts.ts";
import { createSeatStates } from "./queries/seat-map/states.ts";
import { createResolvers } from "./graphql/resolvers.ts";
import type { SeatMaps } from "./graphql/resolvers/seat-maps.ts";
import { queueRoute } from "./graphql/queue-routes.ts";
import type { Queues } from "./graphql/resolvers/queues.ts";
import { createAdmissionTokens } from "./engine/queue/admission-tokens.ts";
import { draw } from "./engine/queue/drawing.ts";
import { createHoldLoads, type HoldLoads } from "./engine/queue/hold-load.ts";
import { createProofOfWork } from "./engine/queue/proof-of-work.ts";
import { createInclusionProofs } from "./queries/inclusion-proofs.ts";
import { createQueueRules } from "./queries/queue-rules.ts";
import { createSealedSeeds, type SealedSeeds } from "./engine/sealed-seeds.ts";
import type { Database } from "../../platform/postgres/database.ts";
import { seatMapRoute } from "./graphql/seat-map-route.ts";

export const seatingMigrations = [
  seating,
  holdPolicy,
  takeSeats,
  changeHolds,
  promoCodes,
  seatsBySection,
  refuseGone,
  refuseGoneAsSeen,
  unverifiedHolds,
  codeTries,
  endedHolds,
  ...mergedAccounts,
  halls,
  times,
  prices,
  ...severalHolds,
  seatMoves,
  ...accessCodes,
  questions,
  reservations,
  holdChannels,
  ...packages,
  queues,
  waitlists,
  timeZones,
  ...queueReviews,
];

export const seatingFunctions = readFunctions(new URL("./sql/functions/", import.meta.url));

/** Services that may call these. */
const INTERNAL = {
  personalData: ["users"],
  openSale: ["catalog"],
  openSales: ["catalog"],
  setSales: ["catalog"],
  setSaleTerms: ["catalog"],
  setSalePrices: ["catalog"],
  convertHolds: ["orders"],
  sellSeatsOf: ["orders"],
  convertHold: ["orders"],
  sellSeats: ["orders"],
  releaseSeats: ["orders"],
  convertHoldsTogether: ["orders"],
  sellSeatsTogether: ["orders"],
  releaseSeatsTogether: ["orders"],
  moveSeat: ["orders"],
  reservedHolds: ["orders"],
  waitlistTakes: ["orders"],
};

function createQueues(database: Database, { signer, trustedKeys, secrets }: SeatingConfig): Queues {
  const tokens = createAdmissionTokens(signer, trustedKeys);
  return {
    tokens,
    seeds: createSealedSeeds(secrets),
    joins: createJoins(database),
    rules: createQueueRules(database),
    work: createProofOfWork(secrets),
    inclusion: createInclusionProofs(database),
    door: createDoor(database, tokens),
  };
}

/** What runs once the subgraph has started. */
interface Running {
  notifier: ChangeNotifier;
  live: LiveSeats;
  entries: EntryFeed;
  sections: Sections;
  halls: Halls;
  seatMaps: SeatMaps;
  engine: Engine;
  metrics: Metrics;
  database: Database;
  queues: Queues;
  accessCodeSeeds: SealedSeeds;
  loads: HoldLoads;
}

export function createSeating(config: SeatingConfig): Subgraph {
  let running: Running | undefined;
  const now = () => {
    if (!running) throw new Error("The subgraph has not started yet.");
    return running;
  };
  return {
    name: "seating",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers(() => now()),
    entities,
    personalData,
    migrations: seatingMigrations,
    functions: seatingFunctions,
    createLoaders,
    handlers: createHandlers(() => now().notifier, config.signer),
    consumers: consumersOf("seating"),
    keptRows: [keptHolds, keptReservations, keptWaitlistEntries],
    routes: (_, __, callerOf) => [
      seatMapRoute(() => now().seatMaps.layouts, callerOf),
      queueRoute(() => now().database, callerOf),
    ],
    recurring: createRecurring(
      () => now().engine,
      () => now().metrics,
      () => ({ seeds: now().queues.seeds, draw, load: () => now().loads.now() }),
      () => now().notifier,
    ),
    internal: INTERNAL,
    counters: {
      seat_reservations_total: { help: "Holds made" },
      seat_reservations_failed: { help: "Holds refused, by reason", labels: ["reason"] },
      expired_reservations_released: { help: "Holds that expired and were released" },
    },
    prepare: async ({ database, notifier, metrics }) => {
      const sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256];
      const help = "Requests decided in one transaction";
      const batches = metrics.histogram("seat_batch_requests", help, [], sizes);
      const engine = createEngine(database, notifier, (holds, changes) => batches.observe(holds + changes));
      metrics.sampled("holds_active", "Active holds", [], async () => [{ value: await countActiveHolds(database) }]);
      running = {
        database,
        queues: createQueues(database, config),
        accessCodeSeeds: createSealedSeeds(config.secrets, "seeds of access codes"),
        loads: createHoldLoads(),
        notifier,
        metrics,
        engine,
        live: createLiveSeats(database, notifier),
        entries: createEntryFeed(database),
        sections: createSections(database),
        halls: createHalls(database),
        seatMaps: { layouts: createLayouts(database), states: createSeatStates(database) },
      };
    },
    stop: async () => {
      running?.live.stop();
      running?.entries.stop();
    },
  };
}
