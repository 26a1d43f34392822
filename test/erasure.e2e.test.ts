// A person is erased in all databases: signed receipts say so, and a search finds nothing.
import { randomUUID } from "node:crypto";
import { compactVerify, importJWK } from "jose";
import { connectClient, type Data } from "../local/client.ts";
import { buy, openShow, PASSWORD, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { subgraphs } from "../operations/subgraphs.ts";
import { until } from "../testkit/until.ts";
import { keysWith, redeliver, startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

const ALL = ["catalog", "orders", "payments", "risk", "seating", "users"];
const ADDRESS = "203.0.113.77";
const NETWORK = "203.0.113.0/24";

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let show: Show;
let free: string[];
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl, GATEWAY_TRUSTED_PROXIES: "1" });
  show = await openShow(supergraph.client);
  free = show.seats.map(({ id }) => id as string);
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

const ERASE = `mutation ($p: String!) { erased: eraseAccount(password: $p) { __typename ... on ErasedAccount { erasureId secret } } }`;
const ERASURE = `query ($id: ID!, $secret: String!) { erasure(id: $id, secret: $secret) {
  id erasedAt isComplete missing receipts { subgraph at signed publicKey counts { table rows } } } }`;

async function erase({ client }: Person): Promise<Data> {
  const { erased } = await client.ask(ERASE, { p: PASSWORD });
  expect(erased).toMatchObject({ __typename: "ErasedAccount" });
  return erased;
}
const erasureOf = async ({ erasureId, secret }: Data): Promise<Data> =>
  (await supergraph.client().ask(ERASURE, { id: erasureId, secret })).erasure;
const countsOf = ({ receipts }: Data): Record<string, Record<string, number>> =>
  Object.fromEntries(
    receipts.map(({ subgraph, counts }: Data) => [
      subgraph,
      Object.fromEntries(counts.filter(({ rows }: Data) => rows > 0).map(({ table, rows }: Data) => [table, rows])),
    ]),
  );

/** Has bought, is named on a ticket, was seen from a network, and is mentioned wherever the API lets a person be. */
async function personWithHistory(name: string): Promise<Person & { orderId: string }> {
  const email = `${randomUUID()}@erased.example`;
  const person = await signUp(supergraph.client, name, email);
  await fetch(supergraph.url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": ADDRESS, "user-agent": `${name}'s phone` },
    body: JSON.stringify({
      query: `mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }`,
      variables: { i: { email, password: PASSWORD } },
    }),
  });
  await show.owner.client.ask(`mutation ($i: InviteMemberInput!) { inviteMember(input: $i) { __typename } }`, {
    i: {
      organizationId: show.organizationId,
      email: email.toUpperCase(),
      role: "MANAGER",
      idempotencyKey: randomUUID(),
    },
  });
  await supergraph.query("users", "update app_user set email_verified_at = now() where id = $1", [person.id]);
  const { order } = await buy(person.client, show.eventId, free.splice(0, 1));
  await supergraph.settle();
  const { order: bought } = await person.client.ask(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, {
    id: order.id,
  });
  await person.client.ask(
    `mutation ($id: ID!, $name: String!) { nameTicket(ticketId: $id, name: $name) { __typename } }`,
    {
      id: bought.tickets[0].id,
      name,
    },
  );
  return { ...person, orderId: order.id };
}

const TABLES = `select c.relname as table from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition`;

/** Columns of all databases whose rows have the text, whatever its case. */
async function columnsWith(text: string): Promise<string[]> {
  const found = await Promise.all(
    ALL.map(async (name) => {
      const cells = (await supergraph.query(name, TABLES)).map(
        ({ table }) =>
          `select distinct '${name}.${table}.' || cell.key as at from ${table} t, jsonb_each_text(to_jsonb(t)) cell where cell.value ilike $1`,
      );
      return supergraph.query(name, cells.join(" union "), [`%${text}%`]);
    }),
  );
  return found.flat().map(({ at }) => at as string);
}

test("each subgraph signs a receipt, which holders of the secret can read and verify", async () => {
  const person = await personWithHistory("Receipt Reader");
  const ledger = () => supergraph.query("payments", "select * from ledger_entry order by id");
  const before = await ledger();
  const erased = await erase(person);
  await supergraph.settle();
  const erasure = await erasureOf(erased);
  expect(erasure).toMatchObject({ isComplete: true, missing: [] });
  expect(erasure.receipts.map(({ subgraph }: Data) => subgraph)).toEqual(ALL);
  for (const { subgraph, at, counts, signed, publicKey } of erasure.receipts) {
    const { payload, protectedHeader } = await compactVerify(signed, await importJWK(JSON.parse(publicKey), "EdDSA"));
    expect(protectedHeader).toEqual({ alg: "EdDSA", kid: subgraph, typ: "erasure-receipt" });
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
      erasureId: erased.erasureId,
      subgraph,
      at,
      counts: Object.fromEntries(counts.map(({ table, rows }: Data) => [table, rows])),
    });
  }
  expect(countsOf(erasure)).toMatchObject({
    orders: { ticket: 1 },
    payments: { payment: 1 },
    risk: { verified_email: 1, paid_order: 1 },
    users: { app_user: 1, session: 2, invitation: 1 },
  });
  expect(await ledger()).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
  for (const wrong of [
    { ...erased, secret: "wrong" },
    { ...erased, erasureId: randomUUID() },
    { ...erased, erasureId: "1" },
  ])
    expect(await erasureOf(wrong)).toBeNull();
});

test("no store has the name, the address or the network of an erased person, and the last mail has the secret", async () => {
  const name = `Vanishing ${randomUUID()}`;
  const person = await personWithHistory(name);
  const traces = [name, person.email, person.email.split("@")[0]!, NETWORK, ADDRESS];
  const found = async () =>
    (await Promise.all(traces.flatMap((text) => [columnsWith(text), keysWith(supergraph, text)]))).flat();
  expect(await found()).toEqual(
    expect.arrayContaining([
      "users.app_user.display_name",
      "users.app_user.email",
      "users.invitation.email",
      "users.session.place",
      "users.session.device",
      "orders.ticket.holder_name",
    ]),
  );
  const { erasureId, secret } = await erase(person);
  await supergraph.settle();
  expect(await found()).toEqual([]);
  const mails = mail.mails().filter(({ to }) => to.some((one) => one.toLowerCase() === person.email));
  expect(mails.at(-1)!.raw.toString()).toContain(erasureId);
  expect(mails.at(-1)!.raw.toString()).toContain(secret);

  // Where the id stays, it is declared.
  const declared = Object.fromEntries(ALL.map((one) => [one, subgraphs[one]!(supergraph.env).personalData!]));
  const undeclared = (await columnsWith(person.id)).filter((column) => {
    const [subgraph, table, key] = column.split(".") as [string, string, string];
    const answer = declared[subgraph]![table];
    if (answer === undefined) return false; // of every subgraph: operations/test/personal-data.int.test.ts
    return answer === "nobody" || !(key in { ...answer.kept, ...answer.expires });
  });
  expect(undeclared).toEqual([]);
});

test("a repeated erasure leaves one receipt of each subgraph and the same counts, in any order of messages", async () => {
  const person = await personWithHistory("Twice Erased");
  const erased = await erase(person);
  await supergraph.settle();
  const counts = countsOf(await erasureOf(erased));
  await redeliver(supergraph, "under new names");
  await redeliver(supergraph, "as they were");
  await supergraph.settle();
  expect(countsOf(await erasureOf(erased))).toEqual(counts);
  expect(await columnsWith("Twice Erased")).toEqual([]);
  expect(await columnsWith(person.email)).toEqual([]);
});

test("an unavailable subgraph signs its receipt when it is back, and an alert fires until then", async () => {
  const person = await personWithHistory("Waiting Person");
  const metrics = async () => (await fetch(new URL("/metrics", supergraph.subgraphs.users!.url))).text();
  await supergraph.pause("risk");
  let erased: Data;
  try {
    erased = await erase(person);
    await until(async () => (await erasureOf(erased)).receipts.length === 5, "the others have erased");
    expect(await erasureOf(erased)).toMatchObject({ isComplete: false, missing: ["risk"] });
    await supergraph.advance(25 * 3_600);
    expect(await metrics()).toMatch(/^erasures_incomplete\S* 1$/m);
  } finally {
    await supergraph.resume("risk");
  }
  await supergraph.settle();
  expect(await erasureOf(erased)).toMatchObject({ isComplete: true, missing: [] });
});

test("rows that a request in flight writes after the erasure are erased an hour later, and a lost receipt is requested again", async () => {
  const person = await personWithHistory("Late Writer");
  const erased = await erase(person);
  await supergraph.settle();
  await supergraph.query("orders", "update ticket set holder_name = 'Late Writer' where holder_id = $1", [person.id]);
  await supergraph.query("users", "delete from erasure_receipt where erasure_id = $1 and subgraph = 'orders'", [
    erased.erasureId,
  ]);
  await supergraph.query("users", "update erasure set completed_at = null where id = $1", [erased.erasureId]);
  await supergraph.advance(50 * 3_600);
  await supergraph.settle();
  expect(await columnsWith("Late Writer")).toEqual([]);
  expect(countsOf(await erasureOf(erased)).orders).toEqual({ ticket: 1 });
});

test("of two concurrent erasures one succeeds, and a wrong password erases nothing", async () => {
  const person = await signUp(supergraph.client);
  const wrong = await person.client.ask(ERASE, { p: "not the password" });
  expect(wrong.erased.__typename).toBe("CredentialsRejected");
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => connectClient(supergraph.url, person.client.token).send(ERASE, { p: PASSWORD })),
  );
  const types = answers.map(({ data, errors }) => data?.erased?.__typename ?? errors?.[0]?.extensions.code);
  expect(types.filter((type) => type === "ErasedAccount")).toHaveLength(1);
  expect(
    types.filter((type) => type !== "ErasedAccount").every((type) => /UNAUTHENTICATED|CredentialsRejected/.test(type)),
  ).toBe(true);
  expect(await supergraph.query("users", "select id from erasure where user_id = $1", [person.id])).toHaveLength(1);
});
