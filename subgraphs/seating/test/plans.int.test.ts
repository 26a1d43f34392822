// Every query of seating uses an index. With sequential scans disabled, PostgreSQL plans one only where no index fits.
import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { closeConnections } from "../../../testkit/databases.ts";
import { until } from "../../../testkit/until.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Data } from "../../../local/client.ts";
import { connectTo, serversOfThisRun } from "../../../testkit/supergraph.ts";
import { planOf } from "./hall.ts";

const { adminUrl, logFile } = serversOfThisRun();
let seating: Alone;
let begun: number;
beforeAll(async () => {
  begun = statSync(logFile).size;
  seating = await startAlone("seating");
  // The first start looks once for messages of a previous version.
  const known = sql`select consumer_group from stream_progress`;
  const hasBegun = async () => (await rows(seating.running.database.read(), known)).length > 0;
  await until(hasBegun, "the progress of consumers is stored");
  const database = new URL(seating.env.SEATING_DATABASE_URL!).pathname.slice(1);
  const admin = await connectTo(adminUrl);
  const settings = Object.entries({
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    enable_seqscan: "off",
  }).map(([name, value]) => `alter database ${database} set ${name} = '${value}'`);
  // One transaction: a new connection has all settings or none. So every logged plan was made with sequential scans disabled.
  await admin.query(settings.join(";"));
  await admin.end();
  await closeConnections(adminUrl, database, [seating.running.database]);
});
afterAll(() => seating.stop());

const buyer = { userId: randomUUID() };
const FIELDS = `__typename ... on Hold { id seats { id section { name } } total { amount } } ... on SeatsUnavailable { seats { id } } ... on Error { message }`;

async function mutate(field: string, input: Record<string, unknown>, type: string): Promise<Data> {
  const given = { eventId, idempotencyKey: randomUUID(), ...input };
  const { data } = await seating.as(buyer, `mutation ($input: ${type}!) { ${field}(input: $input) { ${FIELDS} } }`, {
    input: given,
  });
  return data[field];
}

const plan = planOf([100, 100], {
  maxSeatsPerBuyer: 200,
  holdPolicy: { holdSeconds: 60, maxHoldSeconds: 600, avoidSingleSeats: true, companionsPerWheelchairPlace: 1 },
});
const { eventId, organizationId } = plan;
const seatIds = (...nos: number[]) => nos.map((no) => `${eventId}.${no}`);

/** PostgreSQL may use a generic plan from the sixth execution on. */
const SO_OFTEN = 8;

async function sell(): Promise<void> {
  const orders = (query: string, variables: Record<string, unknown>) => seating.asService("orders", query, variables);
  await seating.asService("catalog", `mutation ($plan: String!) { openSales(plan: $plan) }`, {
    plan: JSON.stringify(plan),
  });
  const hold = await mutate("holdSeats", { seatIds: seatIds(1, 2) }, "HoldSeatsInput");
  // Enough concurrent requests to form batches.
  const nos = Array.from({ length: 50 }, (_, index) => 101 + index * 2);
  await Promise.all(nos.map((no) => mutate("holdSeats", { seatIds: seatIds(no, no + 1) }, "HoldSeatsInput")));
  // After the first refusal, the engine refuses without the lock.
  for (let n = 0; n < 2; n++) await mutate("holdSeats", { seatIds: seatIds(1) }, "HoldSeatsInput");
  const best = await mutate("holdBestAvailable", { quantity: 1 }, "HoldBestAvailableInput");
  const manager = { userId: randomUUID(), memberships: { [organizationId]: "OWNER" } };
  await seating.as(
    buyer,
    `mutation ($id: ID!) { extendHold(holdId: $id) { __typename } releaseHold(holdId: $id) { __typename } }`,
    {
      id: best.id,
    },
  );
  const order = { h: hold.id, o: randomUUID(), b: buyer.userId };
  await orders(
    `mutation ($h: ID!, $o: ID!, $b: ID!) { convertHold(holdId: $h, orderId: $o, buyerId: $b) { refusal } }`,
    order,
  );
  await orders(
    `mutation ($o: ID!, $s: [ID!], $m: ID!, $from: ID!, $to: ID!) {
      sellSeats(orderId: $o) moveSeat(moveId: $m, orderId: $o, seatId: $from, toSeatId: $to) { id } releaseSeats(orderId: $o, seatIds: $s)
    }`,
    { o: order.o, s: seatIds(1), m: randomUUID(), from: seatIds(2)[0], to: seatIds(100)[0] },
  );
  await seating.as(
    manager,
    `mutation ($e: ID!, $s: [ID!]!, $a: SetSeatsAsideInput!) {
      blockSeats(eventId: $e, seatIds: $s) { __typename } unblockSeats(eventId: $e, seatIds: $s) { __typename } setSeatsAside(input: $a) { __typename }
    }`,
    { e: eventId, s: seatIds(50, 51), a: { eventId, channel: "Fans", seatIds: seatIds(60, 61) } },
  );
  await seating.as(
    manager,
    `query ($r: [_Any!]!, $section: ID) { _entities(representations: $r) {
      ... on Event {
        seatMap { version states { cursor } } availability { total } availabilityReport { total } salesChannels { key } seats(first: 10, section: $section, status: AVAILABLE) { totalCount nodes { id } }
      }
      ... on Seat { status section { name } } ... on Hold { status }
    } }`,
    {
      r: [
        { __typename: "Event", id: eventId },
        ...seatIds(1, 2).map((id) => ({ __typename: "Seat", id })),
        { __typename: "Hold", id: hold.id },
      ],
      section: plan.sections[0]!.id,
    },
  );
  for (let n = 0; n < SO_OFTEN; n++) {
    await mutate("holdSeats", { seatIds: seatIds(3 + n) }, "HoldSeatsInput");
    await seating.as(
      null,
      `query ($r: [_Any!]!, $section: ID) { _entities(representations: $r) { ... on Event { seats(section: $section) { totalCount } seatMap { states { packed } } } } }`,
      { r: [{ __typename: "Event", id: eventId }], section: plan.sections[0]!.id },
    );
  }
  await seating.advance(600);
}

/** Queries that must have run before the check. The sweep runs by itself. */
const ASKED = [
  "take_seats(",
  "take_seats_alone(",
  "refuse_gone(",
  "change_holds(",
  "move_seat(",
  "array_agg(seat.no) as nos",
  "changed cross join lateral",
  "status = 'ACTIVE' and expires_at",
];
/** Small tables: one row, one row for each subscribed subgraph, or one for each unverified buyer since the last cleanup. */
const SMALL = ["outbox_number", "outbox_origin", "stream_progress", "unverified_buyer"];

test("no query of seating reads a whole table", async () => {
  await sell();
  const plans = () =>
    readFileSync(logFile, "utf8")
      .slice(begun)
      .split(/^.*LOG: {2}duration: /m)
      .slice(1);
  const isLogged = (part: string) => plans().some((logged) => logged.includes(part));
  await until(() => ASKED.every(isLogged), "all plans are logged", 120_000, 50);
  const scans = plans().flatMap((logged) => {
    const tables = [...logged.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table!);
    return tables.filter((table) => !SMALL.includes(table)).map((table) => `${table}: ${logged.slice(0, 300)}`);
  });
  expect(scans).toEqual([]);
});
