// The audit log in its database: it only grows, without gaps, also under concurrency, and a change behind its back is found.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { verifyDatabase } from "../../../operations/verify-audit.ts";
import { SYSTEM, withActing } from "../../../platform/audit/acting.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import { change, rawSql, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { audit } from "../commands/audit-log.ts";
import { createOrganization } from "../commands/create-organization.ts";
import { tellHeads } from "../workflows/audit-heads.ts";
import { found, newPerson, startUsers, stopUsers, users } from "./organizations.ts";

beforeAll(startUsers);
afterAll(stopUsers);

const database = () => users.running.database;
const query = (statement: Sql) => rows<Data>(database().read(), statement);
const entries = (chain: string) => query(sql`select * from audit_entry where chain = ${chain} order by seq`);
const act = (organizationId: string, subject: string) =>
  database().transaction((tx) => audit(tx, { organizationId, action: "act", subject }));
const faults = async () => (await verifyDatabase(database(), [])).result().faults;

async function chainOf(length: number): Promise<string> {
  const chain = randomUUID();
  for (let number = 1; number <= length; number++) await act(chain, String(number));
  return chain;
}

test("concurrent entries of a chain get numbers without gaps, and each follows the one before it", async () => {
  const chain = randomUUID();
  await Promise.all(Array.from({ length: 30 }, (_, number) => act(chain, String(number))));
  const found = await entries(chain);
  expect(found.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  expect(new Set(found.map(({ subject }) => subject)).size).toBe(30);
  expect(await faults()).toEqual([]);
});

test("an action and its entry are written together, or neither", async () => {
  const { userId } = await newPerson();
  const input = { name: "Stadthalle", idempotencyKey: randomUUID() };
  const both = async () => [
    (await query(sql`select id from organization where founder_id = ${userId}`)).length,
    (await query(sql`select 1 from audit_entry where actor = ${userId}`)).length,
  ];
  const own = withActing(database(), { ...SYSTEM, actor: userId });
  const dies = own.transaction(async (tx) => {
    await createOrganization(tx, userId, input);
    throw new Error("dies before the commit");
  });
  await expect(dies).rejects.toThrow("dies before the commit");
  const isCut = own.transaction(async (tx) => {
    await createOrganization(tx, userId, input);
    await rows(tx, sql`select pg_terminate_backend(pg_backend_pid())`);
  });
  await expect(isCut).rejects.toThrow();
  expect(await both()).toEqual([0, 0]);
  for (let time = 0; time < 2; time++) await own.transaction((tx) => createOrganization(tx, userId, input));
  expect(await both()).toEqual([1, 1]);
});

test("messages of other subgraphs, read together and twice, are one entry each, in their order", async () => {
  const organizationId = randomUUID();
  const body = (subject: string, by: object) => ({
    ...{
      id: randomUUID(),
      organizationId,
      at: new Date().toISOString(),
      actor: "a",
      actAs: null,
      network: null,
      action: "blockSeats",
      subject,
    },
    ...{ detail: { seats: 2, seatNos: [1, 2] }, reason: "full", isReasonOpen: false, ...by },
  });
  const subjects = ["1", "2", "3"].map((number) => `${number} ${organizationId}`);
  const envelopes = subjects.map((subject, index) => ({
    ...{ messageId: randomUUID(), name: "seating.Audited", key: "", correlationId: null, seq: index + 1 },
    body: body(subject, index === 1 ? { actAs: "staff" } : {}),
  }));
  for (let time = 0; time < 2; time++) await consumeBatch(database(), users.running.handlers, envelopes as never);
  const own = await entries(organizationId);
  expect(own.map(({ subject, reason }) => [subject, reason])).toEqual([
    [subjects[0], "full"],
    [subjects[1], null],
    [subjects[2], "full"],
  ]);
  const platform = (await entries("platform")).filter(({ subject }) => subjects.includes(subject));
  expect(platform).toMatchObject([{ subject: subjects[1], reason: "full", detail: { seats: 2, seatNos: [1, 2] } }]);
  expect(await faults()).toEqual([]);
});

test("the database refuses a change, and an entry that does not follow the last one", async () => {
  const chain = await chainOf(2);
  const [, last] = await entries(chain);
  const insert = (seq: number, prevHash: string) =>
    query(sql`insert into audit_entry (chain, seq, at, actor, action, subject, detail, prev_hash, hash)
              values (${chain}, ${seq}, now(), 'a', 'act', 's', '{}', ${prevHash}, ${"f".repeat(64)})`);
  for (const statement of [
    sql`update audit_entry set actor = 'b' where chain = ${chain}`,
    sql`delete from audit_entry where chain = ${chain}`,
    sql`truncate audit_entry`,
    sql`delete from audit_head where chain = ${chain}`,
    sql`update audit_head set seq = 1 where chain = ${chain}`,
    sql`update audit_head set hash = ${"f".repeat(64)} where chain = ${chain}`,
  ])
    await expect(query(statement)).rejects.toThrow(/never change|permission denied/);
  for (const [seq, hash] of [
    [4, last.hash],
    [2, last.hash],
    [3, "0".repeat(64)],
  ] as const)
    await expect(insert(seq, hash)).rejects.toThrow(/does not follow/);
  expect(await entries(chain)).toHaveLength(2);
});

/** As somebody with all rights of the database. */
async function behindItsBack(statement: Sql, atLeast = 1): Promise<void> {
  for (const table of ["audit_entry", "audit_head"]) await query(rawSql(`alter table ${table} disable trigger user`));
  const user = (await query(sql`select current_user as name`))[0].name as string;
  await query(rawSql(`grant all on audit_entry to "${user}"`));
  try {
    expect(await change(database().read(), statement)).toBeGreaterThanOrEqual(atLeast);
  } finally {
    for (const table of ["audit_entry", "audit_head"]) await query(rawSql(`alter table ${table} enable trigger user`));
  }
}

test("a changed, deleted or renumbered entry is found, and a removed end by the head", async () => {
  const spoils: [string, (chain: string) => Sql, number][] = [
    ["changed", (chain) => sql`update audit_entry set subject = 'x' where chain = ${chain} and seq = 3`, 3],
    ["other detail", (chain) => sql`update audit_entry set detail = '{"a": 1}' where chain = ${chain} and seq = 3`, 3],
    [
      "other time",
      (chain) => sql`update audit_entry set at = at + interval '1 ms' where chain = ${chain} and seq = 3`,
      3,
    ],
    ["deleted", (chain) => sql`delete from audit_entry where chain = ${chain} and seq = 3`, 3],
    [
      "swapped",
      (chain) =>
        sql`update audit_entry e set subject = o.subject from audit_entry o
            where e.chain = ${chain} and o.chain = e.chain and e.seq + o.seq = 7 and e.seq in (3, 4)`,
      3,
    ],
    ["end removed", (chain) => sql`delete from audit_entry where chain = ${chain} and seq = 5`, 5],
    ["all removed", (chain) => sql`delete from audit_entry where chain = ${chain}`, 1],
  ];
  for (const [what, spoil, seq] of spoils) {
    const chain = await chainOf(5);
    const [head] = await query(sql`select chain, seq, hash from audit_head where chain = ${chain}`);
    await behindItsBack(spoil(chain));
    expect([what, (await faults()).filter((one) => one.chain === chain)]).toEqual([
      what,
      [{ chain, seq, why: expect.any(String) }],
    ]);
    // Whoever removes the head, too, is found by a remembered one.
    await behindItsBack(sql`delete from audit_entry where chain = ${chain}`, 0);
    await behindItsBack(sql`delete from audit_head where chain = ${chain}`);
    expect((await faults()).filter((one) => one.chain === chain)).toEqual([]);
    const remembered = (await verifyDatabase(database(), [head])).result().faults;
    expect(remembered.filter((one) => one.chain === chain)).toEqual([{ chain, seq: 1, why: expect.any(String) }]);
  }
});

test("each head is logged once, and again after the next entry", async () => {
  const chain = await chainOf(2);
  const lines: Data[] = [];
  const logger = { info: (fields: Data, message: string) => void lines.push({ ...fields, message }) };
  const tell = async () => {
    await tellHeads(database(), logger as never);
    return lines.splice(0).filter((one) => one.chain === chain);
  };
  const [, last] = await entries(chain);
  expect(await tell()).toEqual([{ chain, seq: 2, hash: last.hash, message: "head of an audit log" }]);
  expect(await tell()).toEqual([]);
  await act(chain, "3");
  expect(await tell()).toMatchObject([{ seq: 3 }]);
});

test("the erasure of a person leaves entries as they are", async () => {
  const founder = await newPerson();
  const { id } = await found(founder);
  const before = await entries(id);
  expect(before).toMatchObject([{ actor: founder.userId, action: "createOrganization", subject: id }]);
  await users.as(founder, `mutation { deleteAccount(password: "correct horse battery") { __typename } }`);
  const after = await entries(id);
  expect(after.slice(0, 1)).toEqual(before);
  expect(after.slice(1)).toMatchObject([{ action: "setMember", subject: founder.userId, detail: { role: null } }]);
  expect(await faults()).toEqual([]);
});
