// A backup of a system under load, restored into an empty one: no acknowledged change is missing, all databases are from one point in time,
// and the system continues.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { command, environment, filesIn, start, atRest, tablesWith, type Running } from "./systems.ts";
import { connectClient, type Data } from "../client.ts";
import { buy, inDays, openShow, PASSWORD, readOrder, signUp } from "../fixtures.ts";
import { keepMonths, monthNow } from "../../platform/messaging/outbox-months.ts";
import { openDatabase } from "../../platform/postgres/database.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { setClockOffset } from "../../testkit/databases.ts";
import { jpeg } from "../../testkit/pictures.ts";
import { testOnceIn } from "../../testkit/repetitions.ts";
import { until } from "../../testkit/until.ts";
import { listedSubgraphs, ROOT } from "../../operations/topology.ts";

const BUYERS = 12;
const GONE = "Gone With The Backup";
const UNDER_WAY = ["AWAITING_PAYMENT", "PROCESSING"];

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "boxoffice-backup-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Not in every short run. */
const it = testOnceIn(2, "backup");

/** The messages of orders so far are of a month that is over, and in a file. */
async function archiveOrders(system: Running, sell: () => Promise<unknown>): Promise<string> {
  const { env } = system;
  const password = readFileSync(path.join(env.DATA_DIR!, "keys", "postgres.secret"), "utf8");
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${env.POSTGRES_PORT}/postgres`;
  const logger = createLogger("test", "silent");
  const database = await openDatabase({ url: system.databaseUrl("orders"), entities: [], migrations: [], logger });
  try {
    const { name: month } = await monthNow(database.read());
    await setClockOffset(adminUrl, "boxoffice_orders", 40 * 86_400, [database]);
    await keepMonths(database);
    await setClockOffset(adminUrl, "boxoffice_orders", 0, [database]);
    await sell();
    await setClockOffset(adminUrl, "boxoffice_orders", 40 * 86_400, [database]);
    const written = /orders {2}\S+ {2}[1-9]\d* messages archived/;
    await until(
      async () => written.test((await command("operations/archive.ts", env, "write", "0")).said),
      "it is archived",
      60_000,
    );
    await setClockOffset(adminUrl, "boxoffice_orders", 0, [database]);
    return month;
  } finally {
    await database.close();
  }
}

it("what is backed up while people buy is restored as of one moment, and continues", async () => {
  const first = await start(await environment(folder, "first"));
  const backup = path.join(folder, "backup");
  const acknowledged: { email: string; id: string; tickets: string[] }[] = [];
  let second: Running | undefined;
  try {
    const connect = (token?: string) => connectClient(first.url, token);
    const show = await openShow(connect, { startsAt: inDays(90) });
    const picture = await jpeg(30, 20);
    const { hash } = (await (
      await fetch(new URL(`/images?organizationId=${show.organizationId}`, first.url), {
        method: "POST",
        headers: { authorization: `Bearer ${show.owner.client.token}` },
        body: picture as never,
      })
    ).json()) as Data;
    const seats = show.seats.filter(({ number }) => number !== null);
    const people = await Promise.all(Array.from({ length: BUYERS }, () => signUp(connect)));
    const purchase = async (index: number) => {
      const person = people[index]!;
      const { order } = await buy(person.client, show.eventId, [seats[index].id]);
      let now!: Data;
      const isOver = async () => !UNDER_WAY.includes((now = await readOrder(person.client, order.id)).status);
      await until(isOver, "the order is not under way any more", 120_000, 50);
      return {
        email: person.email,
        id: now.id as string,
        status: now.status as string,
        tickets: now.tickets.map(({ id }: Data) => id as string),
      };
    };
    for (let index = 0; index < 2; index++) acknowledged.push(await purchase(index));
    const gone = await signUp(connect, GONE);
    const { order: kept } = await buy(gone.client, show.eventId, [seats[BUYERS].id]);
    await until(
      async () => (await readOrder(gone.client, kept.id)).status === "CONFIRMED",
      "the order is confirmed",
      60_000,
      50,
    );
    const [ticket] = (await readOrder(gone.client, kept.id)).tickets;
    await gone.client.ask(
      `mutation ($id: ID!, $name: String!) { nameTicket(ticketId: $id, name: $name) { __typename } }`,
      {
        id: ticket.id,
        name: GONE,
      },
    );
    const month = await archiveOrders(first, async () => acknowledged.push(await purchase(2)));
    const sales = "select s::text as row from sales_by_day s order by 1";
    const meanwhile = Promise.all(people.slice(3).map((_, index) => purchase(index + 3)));
    const { code, said } = await command("backup.ts", first.env, backup);
    expect([code, said]).toEqual([0, expect.stringMatching(/^Backed up to .* in \d+ ms/)]);
    await meanwhile;
    // Later changes of the system are not in the backup.
    expect((await command("backup.ts", first.env, backup)).said).toMatch(/is not empty/);
    const { erased } = await gone.client.ask(
      `mutation ($p: String!) { erased: eraseAccount(password: $p) { ... on ErasedAccount { erasureId secret } } }`,
      { p: PASSWORD },
    );
    const list = path.join(first.env.DATA_DIR!, "archive", "erased");
    await until(() => existsSync(list) && readdirSync(list).length === 1, "the erased person is listed", 120_000);
    expect(existsSync(path.join(backup, "archive", "erased"))).toBe(false);
    expect(await command("backup.ts", first.env, path.join(folder, "later"))).toMatchObject({ code: 0 });
    // The earlier backup has got the list, too.
    expect(readdirSync(path.join(backup, "archive", "erased"))).toEqual([`${erased.erasureId}.json`]);
    await first.stop();
    for (const place of ["logs", "mail", "archive"]) {
      const files = filesIn(path.join(first.env.DATA_DIR!, place));
      expect(files.filter((file) => [GONE, gone.email].some((text) => readFileSync(file).includes(text)))).toEqual([]);
    }

    const env = await environment(folder, "second");
    expect((await command("restore.ts", env, backup, path.join(folder, "none"))).said).toMatch(/list of erased people/);
    expect((await command("restore.ts", env, path.join(folder, "none"))).said).toMatch(/complete backup/);
    expect((await command("restore.ts", first.env, backup)).said).toMatch(/is in use \(postgres, keys, provider/);
    expect(await command("restore.ts", env, backup)).toMatchObject({ code: 0 });
    second = await start(env);
    await atRest(second);

    for (const { email, id, tickets } of acknowledged) {
      const { signIn } = await connectClient(second.url).ask(
        `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Session { accessToken } } }`,
        { input: { email, password: PASSWORD } },
      );
      const order = await readOrder(connectClient(second.url, signIn.accessToken), id);
      expect([order.status, order.tickets.map((ticket: Data) => ticket.id)]).toEqual(["CONFIRMED", tickets]);
    }

    const shown = await fetch(new URL(`/images/${hash}`, second.url));
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/webp"]);

    // Who was erased after the backup is erased again; the receipts are signed again, and the order stays.
    const receipts = `query ($id: ID!, $secret: String!) { erasure(id: $id, secret: $secret) { isComplete } }`;
    const erasure = { id: erased.erasureId, secret: erased.secret };
    await until(
      async () => (await connectClient(second!.url).ask(receipts, erasure)).erasure?.isComplete === true,
      "the person is erased again",
      30_000,
    );
    for (const { name } of listedSubgraphs())
      for (const text of [GONE, gone.email])
        expect([name, text, await tablesWith(second, name, text)]).toEqual([name, text, []]);
    expect(await second.query("orders", `select status from purchase where id = '${kept.id}'`)).toEqual([
      { status: "CONFIRMED" },
    ]);

    // Archived messages too: a read model is rebuilt from their file and the tables.
    expect(readdirSync(path.join(env.DATA_DIR!, "archive", "orders")).sort()).toEqual(
      readdirSync(path.join(first.env.DATA_DIR!, "archive", "orders")).sort(),
    );
    expect((await command("operations/archive.ts", env, "list")).said).toMatch(
      new RegExp(`^orders  ${month}  \\d+ messages  [\\d.]+ MB  outbox_.*\\.jsonl\\.gz$`, "m"),
    );
    const counted = await second.query("orders", sales);
    expect(counted.length).toBeGreaterThan(0);
    expect(await command("operations/rebuild.ts", env, "orders")).toMatchObject({ code: 0 });
    expect(await second.query("orders", sales)).toEqual(counted);

    // Seats, tickets and payments are consistent across subgraphs.
    const sold = await second.query(
      "seating",
      "select event_id || '.' || no as seat from seat where status = 'SOLD' order by 1",
    );
    const tickets = await second.query(
      "orders",
      "select i.seat_id as seat from ticket t join order_item i on i.order_id = t.order_id and i.position = t.position where t.status <> 'CANCELLED' order by 1",
    );
    expect(tickets).toEqual(sold);
    expect(new Set(tickets.map(({ seat }) => seat)).size).toBe(tickets.length);
    expect(tickets.length).toBeGreaterThanOrEqual(acknowledged.length);
    expect(
      await second.query("payments", "select group_id from ledger_entry group by group_id having sum(amount) <> 0"),
    ).toEqual([]);
    const [paid] = await second.query("payments", "select count(*)::int as n from payment where status = 'SUCCEEDED'");
    const [confirmed] = await second.query(
      "orders",
      "select count(*)::int as n from purchase where status = 'CONFIRMED'",
    );
    expect(paid.n).toBe(confirmed.n);

    const { client } = await signUp((token) => connectClient(second!.url, token));
    const free = (
      await client.ask(
        `query ($id: ID!) { event(id: $id) { seats(first: 100, status: AVAILABLE) { nodes { id } } } }`,
        { id: show.eventId },
      )
    ).event.seats.nodes;
    const { payment } = await buy(client, show.eventId, [free[0].id]);
    expect(payment.__typename).toBe("Payment");
  } finally {
    await first.stop();
    await second?.stop();
  }
});

test("an invalid or missing backup is refused with the reason", () => {
  const run = (script: string, env: Record<string, string>, ...args: string[]) =>
    spawnSync(process.execPath, [path.join(ROOT, "local", script), ...args], {
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "", ...env },
    });
  const DATA_DIR = path.join(folder, "nothing");
  expect(run("backup.ts", { DATA_DIR }, path.join(folder, "b"))).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/No database in/),
  });
  expect(run("backup.ts", { DATA_DIR })).toMatchObject({ status: 1, stderr: expect.stringMatching(/Pass the folder/) });
  expect(run("restore.ts", { DATA_DIR })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/Pass the folder/),
  });
  const unfinished = path.join(folder, "unfinished");
  mkdirSync(path.join(unfinished, "postgres"), { recursive: true });
  writeFileSync(path.join(unfinished, "postgres", "PG_VERSION"), "18");
  expect(run("restore.ts", { DATA_DIR }, unfinished)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/complete backup/),
  });
});
