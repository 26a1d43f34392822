// What commands are handed: SQL and entities of one transaction, on a real PostgreSQL.
import { randomUUID } from "node:crypto";
import { LockMode } from "@mikro-orm/core";
import { openDatabase, savepoint, type Database, type Tx } from "../database.ts";
import { createLogger } from "../../telemetry/logger.ts";
import { LOCKED } from "../session.ts";
import { change, row, rows, sql } from "../sql.ts";
import { SeriesEntity } from "../../../subgraphs/catalog/entities/series.ts";
import { statement } from "../../../subgraphs/catalog/entities/tables.ts";
import { createCatalog } from "../../../subgraphs/catalog/subgraph.ts";
import { createTestDatabase, type TestDatabase } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";

let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  const { name, entities, migrations } = createCatalog({} as never);
  made = await createTestDatabase(serversOfThisRun().adminUrl, { name, entities, migrations });
  const logger = createLogger("test", "silent");
  database = await openDatabase({ url: made.url, entities, migrations, logger, poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

const newSeries = () => ({ id: randomUUID(), organizationId: randomUUID(), name: "Before", description: null });
const nameOf = async (id: string) =>
  (await row<{ name: string }>(database.read(), sql`select name from series where id = ${id}`))?.name;

test("entities and SQL see each other in a transaction, and are committed together", async () => {
  const one = newSeries();
  await database.transaction(async (tx) => {
    await tx.insert(SeriesEntity, one);
    expect(await change(tx, sql`update series set name = 'After' where id = ${one.id}`)).toBe(1);
    expect(await tx.findOneOrFail(SeriesEntity, { id: one.id })).toMatchObject({ name: "After" });
  });
  expect(await nameOf(one.id)).toBe("After");
});

test("entities and SQL are undone together", async () => {
  const [one, other] = [newSeries(), newSeries()];
  const failing = database.transaction(async (tx) => {
    await tx.insert(SeriesEntity, one);
    await rows(tx, sql`insert into series (id, organization_id, name) values (${other.id}, ${other.id}, 'Other')`);
    throw new Error("changed its mind");
  });
  await expect(failing).rejects.toThrow("changed its mind");
  expect([await nameOf(one.id), await nameOf(other.id)]).toEqual([undefined, undefined]);
});

test("what has changed of an entity that was read is written", async () => {
  const one = newSeries();
  await database.transaction((tx) => tx.insert(SeriesEntity, one));
  await database.transaction(async (tx) => {
    const series = await tx.findOneOrFail(SeriesEntity, { id: one.id });
    series.name = "After";
  });
  expect(await nameOf(one.id)).toBe("After");
});

test("an entity that was found LOCKED is changed by one transaction after the other", async () => {
  expect(LOCKED.lockMode).toBe(LockMode.PESSIMISTIC_WRITE);
  const one = newSeries();
  await database.transaction((tx) => tx.insert(SeriesEntity, one));
  const { entities, migrations } = createCatalog({} as never);
  const several = await openDatabase({ url: made.url, entities, migrations, logger: createLogger("test", "silent") });
  const append = (letter: string) =>
    several.transaction(async (tx) => {
      const series = await tx.findOneOrFail(SeriesEntity, { id: one.id }, LOCKED);
      series.name += letter;
    });
  await Promise.all(["A", "B", "C"].map(append)).finally(() => several.close());
  expect([...(await nameOf(one.id))!.slice("Before".length)].sort()).toEqual(["A", "B", "C"]);
});

test("what a savepoint undoes of an entity is not written later", async () => {
  const [one, other] = [newSeries(), newSeries()];
  await database.transaction((tx) => tx.insertMany(SeriesEntity, [one, other]));
  await database.transaction(async (tx) => {
    (await tx.findOneOrFail(SeriesEntity, { id: other.id })).name = "After";
    const failing = savepoint(tx, async () => {
      (await tx.findOneOrFail(SeriesEntity, { id: one.id })).name = "After";
      throw new Error("changed its mind");
    });
    await expect(failing).rejects.toThrow("changed its mind");
  });
  expect([await nameOf(one.id), await nameOf(other.id)]).toEqual(["Before", "After"]);
});

test("a typed statement is compiled once for all callers", async () => {
  let compiled = 0;
  const [one, other] = [newSeries(), newSeries()];
  const rename = statement((db, { id, name }: { id: string; name: string }) => {
    compiled++;
    return db.updateTable("series").set({ name }).where("id", "=", id).returning(["name", "organizationId"]);
  });
  await database.transaction((tx) => tx.insertMany(SeriesEntity, [one, other]));
  const renamed = await database.transaction((tx) => rename.row(tx, { id: one.id, name: "After" }));
  expect(renamed).toEqual({ name: "After", organizationId: one.organizationId });
  expect(await rename.change(database.read(), { id: other.id, name: "Other" })).toBe(1);
  expect(await rename.rows(database.read(), { id: randomUUID(), name: "Nobody" })).toEqual([]);
  expect([await nameOf(one.id), await nameOf(other.id), compiled]).toEqual(["After", "Other", 1]);
});

test("a typed statement is compiled once for each set of what it is given, and counts what it finds", async () => {
  const all = [newSeries(), newSeries(), newSeries()].map((one, index) => ({ ...one, name: `Many ${index}` }));
  await database.transaction((tx) => tx.insertMany(SeriesEntity, all));
  let compiled = 0;
  const named = statement((db, given: { name?: string; limit?: number | null }, { has }) => {
    compiled++;
    return db
      .selectFrom("series")
      .select("name")
      .where("name", "like", "Many%")
      .$if(has("name"), (found) => found.where("name", "=", given.name!))
      .$if(has("limit"), (found) => found.orderBy("name").limit(given.limit!));
  });
  const em = database.read();
  for (let n = 0; n < 2; n++) {
    expect(await named.count(em, { limit: null })).toBe(3);
    expect(await named.rows(em, { limit: 2 })).toEqual([{ name: "Many 0" }, { name: "Many 1" }]);
    expect(await named.rows(em, { name: "Many 1" })).toEqual([{ name: "Many 1" }]);
    expect(await named.row(em, { name: "Many 2", limit: 1 })).toEqual({ name: "Many 2" });
  }
  expect(compiled).toBe(4);
});

test("what a typed statement is not given is part of its text, and what it is given never is", async () => {
  const odd = "It's $1 \\";
  const found = statement((db, { name }: { name: string }, { sql: by }) =>
    db
      .selectFrom("series")
      .select([by<number>`${7}::int`.as("n"), by<string>`${"O'Neill"}::text`.as("who")])
      .where("name", "in", ["'", odd, name])
      .orderBy("createdAt")
      .limit(1),
  );
  const asked: { text: string; values: readonly unknown[] }[] = [];
  const em = database.read();
  const { query } = em.connection;
  const names = [odd, "'; drop table series; --"];
  await database.transaction((tx) =>
    tx.insertMany(
      SeriesEntity,
      names.map((name) => ({ ...newSeries(), name })),
    ),
  );
  em.connection.query = (text, values) => {
    asked.push({ text, values });
    return query(text, values);
  };
  try {
    for (const name of names) expect(await found.row(em, { name })).toEqual({ n: 7, who: "O'Neill" });
  } finally {
    em.connection.query = query;
  }
  const text = expect.stringContaining("in ('''', $1, $2)") as string;
  expect(asked).toEqual(names.map((name) => ({ text, values: [odd, name] })));
});

test("what is asked at once in a transaction is done one after the other", async () => {
  const answers = await database.transaction((tx) =>
    Promise.all([1, 2, 3].map((n) => row<{ n: number }>(tx, sql`select ${n}::int as n from pg_sleep(0.01)`))),
  );
  expect(answers).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test("a failed statement among several undoes all of them, and leaves the connection usable", async () => {
  const one = newSeries();
  const failing = database.transaction((tx) =>
    Promise.all([tx.insert(SeriesEntity, one), rows(tx, sql`select 1 / 0`), rows(tx, sql`select 1`)]),
  );
  await expect(failing).rejects.toThrow("division by zero");
  expect(await nameOf(one.id)).toBeUndefined();
});

test("a transaction in which a statement has failed is not taken for committed, though its error was caught", async () => {
  const one = newSeries();
  const failing = database.transaction(async (tx) => {
    await tx.insert(SeriesEntity, one);
    await rows(tx, sql`select 1 / 0`).catch(() => {});
  });
  await expect(failing).rejects.toThrow("rolled back");
  expect(await nameOf(one.id)).toBeUndefined();
});

test("what is asked beside a transaction's failure is not done outside of it", async () => {
  const { id } = newSeries();
  let late: Promise<unknown> | undefined;
  const failing = database.transaction(async (tx) => {
    late = rows(tx, sql`select pg_sleep(0.01)`)
      .then(() => rows(tx, sql`insert into series (id, organization_id, name) values (${id}, ${id}, 'Late')`))
      .catch((error: unknown) => error);
    throw new Error("changed its mind");
  });
  await expect(failing).rejects.toThrow("changed its mind");
  expect(String(await late)).toContain("The transaction has ended");
  expect(await nameOf(id)).toBeUndefined();
});

test("a transaction that is over does nothing more", async () => {
  let over: Tx | undefined;
  await database.transaction(async (tx) => void (over = tx));
  await expect(rows(over!, sql`select 1`)).rejects.toThrow("The transaction has ended");
});
