// Lists of an organization: the number of rows read for a page.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { rowsRead } from "../../../testkit/rows-read.ts";
import { rawSql, rows, sql } from "../../../platform/postgres/sql.ts";
import { ordersOfOrganization } from "../queries/orders.ts";
import { salesOf } from "../queries/sales.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => orders.stop());

const organizationId = randomUUID();
/** With a time zone. */
const zonedId = randomUUID();
const eventId = randomUUID();
const MANY = 3_000;
const PAGE = 20;
const ALL = ["CONFIRMED", "CONFIRMED", "CONFIRMED", "EXPIRED"];

beforeAll(async () => {
  const em = orders.running.database.read();
  await rows(
    em,
    sql`insert into purchase (id, number, buyer_id, hold_id, status, event_id, organization_id, currency, total, created_at)
        select gen_random_uuid(), n::text, gen_random_uuid(), gen_random_uuid(), case when n < 3 then 'DECLINED' else (${ALL}::text[])[1 + n % 4] end, ${eventId}, ${organizationId}, 'EUR', 9000,
          date_trunc('milliseconds', now()) - interval '1 year' + n * interval '1 hour'
        from generate_series(1, ${MANY}::int) n`,
  );
  await rows(
    em,
    sql`insert into sales_by_day (organization_id, event_id, day, currency)
        select ${organizationId}, case when n < 5 then ${eventId}::uuid else gen_random_uuid() end, date '2020-01-01' + n, 'EUR' from generate_series(1, ${MANY}::int) n`,
  );
  for (const table of ["sales_by_day", "sales_by_zone_day"])
    await rows(
      em,
      sql`insert into ${rawSql(table)} (organization_id, event_id, day, currency)
          select ${zonedId}, case when n < 5 then ${eventId}::uuid else gen_random_uuid() end, date '2020-01-01' + n, 'EUR' from generate_series(1, ${MANY}::int) n`,
    );
  await rows(
    em,
    sql`insert into organization_zone (organization_id, version, time_zone, counted_zone) values (${zonedId}, 1, 'Asia/Tokyo', 'Asia/Tokyo')`,
  );
  await rows(em, sql`analyze purchase, sales_by_day, sales_by_zone_day, organization_zone`);
});

test.each([null, "CONFIRMED", "EXPIRED", "DECLINED", "REFUNDED", "IN_REVIEW"] as const)(
  "a page of orders of status %s reads about as many as it has",
  async (status) => {
    const read = await rowsRead(orders.running.database, (counted) =>
      ordersOfOrganization(counted, organizationId, { status, first: PAGE }),
    );
    expect(read.purchase ?? 0).toBeLessThan(2 * PAGE);
  },
);

test("an order is listed by what has become of it last", async () => {
  const { database } = orders.running;
  const [id, own] = [randomUUID(), randomUUID()];
  const listed = async () => {
    const found: string[] = [];
    for (const status of ["PROCESSING", "CONFIRMED", "REFUNDED"] as const) {
      const { nodes, totalCount } = await ordersOfOrganization(database, own, { status });
      if (nodes.length > 0) found.push(status);
      expect(await totalCount()).toBe(nodes.length);
    }
    return found;
  };
  await rows(
    database.read(),
    sql`insert into purchase (id, number, buyer_id, hold_id, status, phase, event_id, organization_id, currency, total)
        values (${id}, 'OPEN', ${randomUUID()}, ${randomUUID()}, 'PROCESSING', 'SELLING', ${eventId}, ${own}, 'EUR', 9000)`,
  );
  // Due far in the future, so that no worker takes it.
  await rows(
    database.read(),
    sql`insert into work_item (id, kind, attempts, due_at) values (${id}, 'order', 0, now() + interval '1 day')`,
  );
  expect(await listed()).toEqual(["PROCESSING"]);
  for (const status of ["CONFIRMED", "REFUNDED"]) {
    await rows(database.read(), sql`update purchase set status = ${status}, phase = null where id = ${id}`);
    expect(await listed()).toEqual([status]);
  }
});

test.each([
  ["all events", {}],
  ["one event, long ago", { eventId }],
  ["a time", { from: "2020-02-01", to: "2026-01-01" }],
])("a page of the sales of %s reads about as many days as it has", async (_, filter) => {
  for (const id of [organizationId, zonedId]) {
    const read = await rowsRead(orders.running.database, async (counted) => {
      expect((await salesOf(counted, id, { ...filter, first: PAGE })).nodes).not.toEqual([]);
    });
    expect((read.sales_by_day ?? 0) + (read.sales_by_zone_day ?? 0)).toBeLessThan(2 * PAGE);
  }
});
