// Lists for platform staff: contents, order, and number of rows read.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { rowsRead } from "../../../testkit/rows-read.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { findOrganizations } from "../queries/organizations.ts";
import { findUsers } from "../queries/users.ts";
import type { OrganizationStatus, UserStatus } from "../schema.generated.ts";

let users: Alone;
beforeAll(async () => {
  users = await startAlone("users");
});
afterAll(() => users.stop());

/** Enough rows for an index to be worthwhile. */
const MANY = 20_000;
const ORGANIZATIONS = 3_000;
const PAGE = 20;
const SUSPENDED_EACH = 50;

// All are created within a few milliseconds: pages must not lose or repeat rows of the same millisecond.
beforeAll(async () => {
  const em = users.running.database.read();
  const moment = sql`timestamptz '2026-05-01T10:00:00.000001Z' + n * interval '3 microseconds'`;
  await rows(
    em,
    sql`insert into app_user (id, display_name, email, email_key, status, created_at)
        select gen_random_uuid(), 'Person ' || n, 'PÉRSON' || n || '@example.org', n::text, case when n % ${SUSPENDED_EACH}::int = 0 then 'SUSPENDED' else 'ACTIVE' end, ${moment}
        from generate_series(1, ${MANY}::int) n`,
  );
  await rows(
    em,
    sql`insert into organization (id, name, status, suspended_at, created_at)
        select gen_random_uuid(), 'Organization ' || n, (array['ACTIVE', 'ACTIVE', 'ACTIVE', 'PAUSED', 'CLOSED'])[1 + n % 5], case when n % 7 = 0 then now() end, ${moment}
        from generate_series(1, ${ORGANIZATIONS}::int) n`,
  );
  await rows(em, sql`vacuum analyze app_user, organization`);
});

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount(): Promise<number>;
}

/** Reads all pages in sequence. */
async function all(page: (after: string | null) => Promise<Page>): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo, totalCount } = await page(after);
    found.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) {
      expect(await totalCount()).toBe(found.length);
      return found;
    }
    after = pageInfo.endCursor;
  }
}

const idsOf = async (source: ReturnType<typeof sql>) =>
  (
    await rows<{ id: string }>(
      users.running.database.read(),
      sql`select id from ${source} order by created_at desc, id desc`,
    )
  ).map(({ id }) => id);

test.each<[string, { text?: string; status?: UserStatus }, ReturnType<typeof sql>]>([
  ["all", {}, sql`app_user`],
  ["of a status", { status: "SUSPENDED" }, sql`app_user where status = 'SUSPENDED'`],
  ["with a part of the name", { text: "rson 29" }, sql`app_user where display_name like '%rson 29%'`],
  [
    "with a part of the address, in any case",
    { text: "pérson29".normalize("NFD") },
    sql`app_user where email like '%29%' and email_key like '29%'`,
  ],
  ["with an address", { text: "Pérson29@EXAMPLE" }, sql`app_user where email_key = '29'`],
  ["with a domain", { text: "9999@example" }, sql`app_user where email_key like '%9999'`],
  ["with an address that nobody has", { text: "person29@example" }, sql`app_user where false`],
  ["with letters that are patterns elsewhere", { text: "_" }, sql`app_user where false`],
])("users %s are told once each, newest first", async (_, filter, meant) => {
  const { database } = users.running;
  expect(await all((after) => findUsers(database, { filter, first: 90, after }))).toEqual(await idsOf(meant));
});

test.each<[OrganizationStatus | null, ReturnType<typeof sql>]>([
  [null, sql`organization where status <> 'ACTIVE' or suspended_at is not null`],
  ["ACTIVE", sql`organization where status = 'ACTIVE' and suspended_at is null`],
  ["PAUSED", sql`organization where status = 'PAUSED' and suspended_at is null`],
  ["SUSPENDED", sql`organization where status <> 'CLOSED' and suspended_at is not null`],
  ["CLOSED", sql`organization where status = 'CLOSED'`],
])("organizations of status %s are told once each, newest first", async (status, meant) => {
  const { database } = users.running;
  expect(await all((after) => findOrganizations(database, { status, first: 90, after }))).toEqual(await idsOf(meant));
});

test.each<[string, { text?: string; status?: UserStatus }]>([
  ["of users", {}],
  ["of suspended users", { status: "SUSPENDED" }],
  ["of users with a text that all have", { text: "person" }],
  ["of users with a text that few have", { text: "person 19999" }],
])("a page %s reads about as many as it has", async (_, filter) => {
  const read = await rowsRead(users.running.database, (counted) => findUsers(counted, { filter, first: PAGE }));
  expect(read.app_user ?? 0).toBeLessThan(2 * PAGE);
});

test.each([null, "ACTIVE", "PAUSED", "SUSPENDED", "CLOSED"] as const)(
  "a page of organizations of status %s reads about as many as it has",
  async (status) => {
    const read = await rowsRead(users.running.database, (counted) =>
      findOrganizations(counted, { status, first: PAGE }),
    );
    expect(read.organization ?? 0).toBeLessThan(3 * PAGE);
  },
);

test("nothing of a name or an address is left in what is searched once they are erased", async () => {
  const id = randomUUID();
  const em = users.running.database.read();
  await rows(
    em,
    sql`insert into app_user (id, display_name, email, email_key, status) values (${id}, 'Zoe Unique', 'zoe@unique.example', 'zoe', 'ACTIVE')`,
  );
  await rows(
    em,
    sql`update app_user set display_name = 'Deleted user', email = null, email_key = null, status = 'DELETED' where id = ${id}`,
  );
  expect(await rows(em, sql`select search_text from app_user where id = ${id}`)).toEqual([
    { searchText: "deleted user\n" },
  ]);
});
