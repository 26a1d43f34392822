// A person gets a copy of what all subgraphs store about them, as one ZIP file.
import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import type { Client, Data } from "../local/client.ts";
import { buy, openShow, PASSWORD, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { subgraphs } from "../operations/subgraphs.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let show: Show;
let free: string[];
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl, PUBLIC_URL: "https://tickets.example" });
  show = await openShow(supergraph.client);
  free = show.seats.map(({ id }) => id as string);
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

const request = async (client: Client): Promise<Data> =>
  (await client.ask(`mutation { requestDataExport { id requestedAt readyAt expiresAt path } }`)).requestDataExport;
const exportOf = async (client: Client): Promise<Data> =>
  (await client.ask(`{ me { dataExport { id readyAt path } } }`)).me.dataExport;
const download = (path: string, client?: Client) =>
  fetch(new URL(path, supergraph.url), { headers: client ? { authorization: `Bearer ${client.token}` } : {} });

async function filesOf(path: string, client: Client): Promise<Record<string, string>> {
  const answer = await download(path, client);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
    200,
    "application/zip",
    "no-store",
  ]);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}

async function buyer(name: string): Promise<Person & { orderId: string }> {
  const person = await signUp(supergraph.client, name);
  const { order } = await buy(person.client, show.eventId, free.splice(0, 1));
  await supergraph.settle();
  return { ...person, orderId: order.id };
}

/** What the subgraphs declare as exported, by file. */
function declared(): Record<string, readonly string[]> {
  const files: Record<string, readonly string[]> = {};
  for (const [subgraph, create] of Object.entries(subgraphs))
    for (const [table, answer] of Object.entries(create(supergraph.env).personalData!))
      if (answer !== "nobody" && answer.exported) files[`${subgraph}/${table}.json`] = answer.exported;
  return files;
}

test("an export has every table that is declared as exported, with the person's own rows, and a README in the person's language", async () => {
  const person = await buyer("Ada Export");
  await buyer("Somebody Else");
  await person.client.ask(`mutation { setPreferences(input: { locale: "de-AT" }) { id } }`);
  const asked = await request(person.client);
  expect(asked).toMatchObject({ readyAt: null, path: null });
  await supergraph.settle();
  const ready = await exportOf(person.client);
  expect(ready).toMatchObject({ id: asked.id, readyAt: expect.any(String), path: `/exports/${asked.id}` });
  const files = await filesOf(ready.path, person.client);
  expect(Object.keys(files).sort()).toEqual(["README.txt", ...Object.keys(declared())].sort());
  expect(files["README.txt"]).toMatch(/Kopie der Daten/);
  for (const [name, columns] of Object.entries(declared()))
    for (const row of JSON.parse(files[name]!) as object[])
      expect([name, Object.keys(row).sort()]).toEqual([name, [...columns].sort()]);
  const rowsOf = (name: string): Data[] => JSON.parse(files[name]!);
  expect(rowsOf("users/app_user.json")).toMatchObject([
    { id: person.id, email: person.email, display_name: "Ada Export" },
  ]);
  expect(rowsOf("users/session.json")).toMatchObject([{ place: expect.any(String) }]);
  expect(rowsOf("orders/purchase.json")).toMatchObject([{ id: person.orderId, status: "CONFIRMED" }]);
  expect(rowsOf("orders/ticket.json")).toHaveLength(1);
  expect(rowsOf("payments/payment.json")).toMatchObject([{ order_id: person.orderId }]);
  expect(rowsOf("risk/paid_order.json")).toHaveLength(1);
  expect(rowsOf("seating/hold.json")).toMatchObject([{ order_id: person.orderId }]);
  expect(JSON.stringify(files)).not.toMatch(/Somebody Else|argon2/);

  const [told] = mail
    .mails()
    .filter(({ to }) => to.includes(person.email))
    .slice(-1);
  expect(told!.raw.toString()).toContain(`https://tickets.example/exports/${asked.id}`);
  // Sealed where it is kept.
  const parts = await supergraph.query("users", "select p::text as part from data_export_part p where export_id = $1", [
    asked.id,
  ]);
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.filter(({ part }) => part.includes(person.email))).toEqual([]);
});

test("only the person gets the file, and only while there is one", async () => {
  const person = await buyer("Private Person");
  const { id } = await request(person.client);
  await supergraph.settle();
  const path = `/exports/${id}`;
  const stranger = await signUp(supergraph.client);
  expect((await download(path)).status).toBe(401);
  expect((await download(path, { ...person.client, token: "nonsense" })).status).toBe(401);
  expect((await download(path, stranger.client)).status).toBe(404);
  for (const other of [`/exports/${randomUUID()}`, "/exports/1", "/exports/", "/exports/..%2f"])
    expect([other, (await download(other, person.client)).status]).toEqual([other, 404]);
  expect((await download(path, person.client)).status).toBe(200);
  // Past the gateway a viewer's token is needed, too.
  const direct = new URL(path, supergraph.subgraphs.users!.url);
  const asService = { authorization: `Bearer ${await supergraph.serviceToken("orders", "users")}` };
  expect([(await fetch(direct)).status, (await fetch(direct, { headers: asService })).status]).toEqual([401, 401]);
  await person.client.ask(`mutation ($p: String!) { deleteAccount(password: $p) { __typename } }`, { p: PASSWORD });
  expect(await supergraph.query("users", "select 1 from data_export where id = $1", [id])).toEqual([]);
  expect(await supergraph.query("users", "select 1 from data_export_part where export_id = $1", [id])).toEqual([]);
});

test("one export a day: further requests, also at once, get the same; a week later it is gone", async () => {
  const person = await buyer("Impatient Person");
  const ids = await Promise.all(Array.from({ length: 5 }, async () => (await request(person.client)).id as string));
  expect(new Set(ids).size).toBe(1);
  await supergraph.settle();
  expect((await request(person.client)).id).toBe(ids[0]);
  await supergraph.advance(25 * 3_600);
  const next = await request(person.client);
  expect(next.id).not.toBe(ids[0]);
  await supergraph.settle();
  expect((await exportOf(person.client)).id).toBe(next.id);
  await supergraph.advance(9 * 86_400);
  expect(await exportOf(person.client)).toBeNull();
  expect((await download(`/exports/${next.id}`, person.client)).status).toBe(404);
});

test("an export waits for an unavailable subgraph, without a partial file; many rows come in pages", async () => {
  const person = await buyer("Patient Person");
  await supergraph.query(
    "users",
    "insert into session (id, user_id, device) select gen_random_uuid(), $1, 'device ' || n from generate_series(1, 1200) n",
    [person.id],
  );
  await supergraph.pause("risk");
  let id: string;
  try {
    id = (await request(person.client)).id;
    const [{ n }] = (await supergraph.query(
      "users",
      "select count(*)::int as n from data_export_part where export_id = $1",
      [id],
    )) as [Data];
    expect(n).toBeLessThan(20);
    expect(await exportOf(person.client)).toMatchObject({ id, readyAt: null, path: null });
    expect((await download(`/exports/${id}`, person.client)).status).toBe(404);
  } finally {
    await supergraph.resume("risk");
  }
  await supergraph.settle();
  const files = await filesOf(`/exports/${id}`, person.client);
  const sessions = JSON.parse(files["users/session.json"]!) as Data[];
  expect(new Set(sessions.map((one) => one.id)).size).toBe(1201);
  expect(JSON.parse(files["risk/paid_order.json"]!)).toHaveLength(1);
});

test("only users may read personal data of a subgraph", async () => {
  const person = await buyer("Asked Person");
  const query = `query ($id: ID!, $after: String) { personalData(userId: $id, after: $after) { table rows next } }`;
  const ask = async (token: string, variables: Data) => {
    const answer = await fetch(supergraph.subgraphs.orders!.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as Data;
  };
  const users = await supergraph.serviceToken("users", "orders");
  expect((await ask(users, { id: person.id })).data.personalData).toMatchObject({ table: "answer" });
  expect((await ask(users, { id: person.id, after: "x" })).errors[0].extensions).toMatchObject({
    code: "BAD_USER_INPUT",
  });
  for (const token of [
    await supergraph.serviceToken("payments", "orders"),
    await supergraph.viewerToken({ userId: person.id }, "orders"),
  ])
    expect((await ask(token, { id: person.id })).errors[0].extensions.code).toBe("FORBIDDEN");
});
