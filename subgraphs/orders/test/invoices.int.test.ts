// Invoices: each once, numbered without gaps, unchangeable, and equal to what was sold, whatever is repeated, killed or done at once.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { silent } from "../../../testkit/notifier.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { applyEffects } from "../commands/apply-effects.ts";
import { setInvoiceAddress, setInvoicing } from "../commands/invoicing.ts";
import { lockOrder } from "../commands/order-rows.ts";
import { refundTickets } from "../commands/refund-tickets.ts";
import { liveTickets } from "../commands/cancel-tickets.ts";
import type { Invoice } from "../entities/invoice.ts";
import type { Order } from "../entities/order.ts";
import { taxesOf } from "../queries/invoices.ts";
import { writeInvoices } from "../workflows/write-invoices.ts";
import { often } from "../../../testkit/repetitions.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
  // Only this test runs the jobs.
  await rows(read(), sql`create rule no_job as on insert to job do instead nothing`);
});
afterAll(() => orders.stop());

const read = () => orders.running.database.read();
const together = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => orders.running.database.transaction(work);
const saga = { notifier: silent, sendsMail: false, deadlines: { assessmentSeconds: 30, reviewSeconds: 3_600 } };

const SETTINGS = {
  isOn: true,
  asksAddress: true,
  prefix: "OP",
  issuerName: "Opera GmbH",
  issuerAddress: "Theaterplatz 1\n99084 Erfurt",
  vatId: "DE123456789",
  note: null,
};
const ADDRESS = { name: "Ada Lovelace", company: null, address: "Elm Street 1", vatId: null };
const GIVEN = { ...ADDRESS, street: null, postalCode: null, city: null, country: null };
const switchTo = (organizationId: string, isOn: boolean) =>
  together((tx) => setInvoicing(tx, organizationId, { ...SETTINGS, isOn }));

async function opened(): Promise<string> {
  const organizationId = randomUUID();
  await switchTo(organizationId, true);
  return organizationId;
}

const VAT = { kind: "TAX", name: "VAT", amount: 70, isIncluded: true, rate: 7_000 };
const FEE = { kind: "FEE", name: "Service", amount: 10, isIncluded: false };

/** An order of tickets of 10.70 and a fee of 0.10 each. */
async function placed(organizationId: string, tickets = 2): Promise<Order> {
  const id = randomUUID();
  const breakdown = JSON.stringify({ base: 1_070, lines: [FEE, VAT], total: 1_080 });
  await rows(
    read(),
    sql`with made as (
          insert into purchase (id, number, buyer_id, hold_id, status, phase, event_id, organization_id, currency, total, payment_id)
          values (${id}, ${id}, ${randomUUID()}, ${randomUUID()}, 'PROCESSING', 'CAPTURING', ${randomUUID()}, ${organizationId}, 'EUR', ${tickets * 1_080}, ${randomUUID()})
        )
        insert into order_item (order_id, position, seat_id, section_id, section_name, tier_name, price, breakdown)
        select ${id}::uuid, n, ${id} || n, gen_random_uuid(), 'Stalls', 'Adult', 1080, ${breakdown}::jsonb from generate_series(0, ${tickets - 1}) n`,
  );
  return (await together((tx) => lockOrder(tx, id)))!;
}

/** As the saga confirms an order. */
const confirm = (order: Order) =>
  together(async (tx) => {
    await rows(tx, sql`update purchase set status = 'CONFIRMED', phase = null where id = ${order.id}`);
    const due = { order, effect: { type: "IssueTickets" as const }, paidWith: undefined, correlationId: null };
    await applyEffects(tx, saga, [due]);
  });

const refund = (order: Order, count: number) =>
  together(async (tx) => {
    const locked = (await lockOrder(tx, order.id))!;
    const tickets = await liveTickets(tx, order.id);
    return refundTickets(tx, saga, locked, tickets.slice(0, count), { reason: "ill", askedBy: null });
  });

class Killed extends Error {}
/** Runs the job; `diesAfter`: transactions before it dies in one. */
async function run(organizationId: string, diesAfter = Infinity): Promise<void> {
  let left = diesAfter;
  const step = async () => {
    if (left-- <= 0) throw new Killed();
  };
  const job = { database: orders.running.database, complete: step, keep: step, postpone: async () => {} };
  await writeInvoices(job, organizationId).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
}

const written = (organizationId: string) =>
  rows<Invoice>(read(), sql`select * from invoice where organization_id = ${organizationId} order by sequence`);
const left = async (organizationId: string) =>
  (await rows(read(), sql`select 1 from invoice_due where organization_id = ${organizationId}`)).length;

test("numbers have no gaps and each document is written once, with rivals, refunds and killed jobs", async () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({ act: fc.constant("buy" as const), tickets: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ act: fc.constant("refund" as const), of: fc.nat(), tickets: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ act: fc.constant("write" as const), rivals: fc.integer({ min: 1, max: 3 }), dies: fc.boolean() }),
    ),
    { minLength: 5, maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      const organizationId = await opened();
      const bought: Order[] = [];
      let running: Promise<void>[] = [];
      for (const one of all) {
        if (one.act === "buy") {
          const order = await placed(organizationId, one.tickets);
          await confirm(order);
          bought.push(order);
        } else if (one.act === "refund" && bought.length > 0) {
          const order = bought[one.of % bought.length]!;
          await refund(order, one.tickets);
        } else if (one.act === "write") {
          // Beside the next acts.
          running = [
            ...running,
            ...Array.from({ length: one.rivals }, (_, n) => run(organizationId, one.dies && n === 0 ? 0 : Infinity)),
          ];
        }
      }
      await Promise.all(running);
      await run(organizationId);
      const documents = await written(organizationId);
      expect(documents.map(({ sequence }) => sequence)).toEqual(documents.map((_, index) => index + 1));
      expect(documents.map(({ number }) => number)).toEqual(
        documents.map((_, index) => `OP-${String(index + 1).padStart(6, "0")}`),
      );
      const sums = await rows<{ id: string; paid: number; invoices: number; sum: number }>(
        read(),
        sql`select p.id, p.total - p.refunded as paid, count(i.id) filter (where i.kind = 'INVOICE')::int as invoices, coalesce(sum(i.total), 0)::int as sum
            from purchase p left join invoice i on i.order_id = p.id where p.organization_id = ${organizationId} group by p.id`,
      );
      for (const { paid, invoices, sum } of sums) expect({ invoices, sum }).toEqual({ invoices: 1, sum: paid });
      expect(await left(organizationId)).toBe(0);
    }),
    { numRuns: often(10, 100) },
  );
});

test("an order of an organization without invoices has none, and no credit note after they are switched on", async () => {
  const organizationId = randomUUID();
  const before = await placed(organizationId);
  await confirm(before);
  await switchTo(organizationId, true);
  await refund(before, 1);
  const on = await placed(organizationId);
  await confirm(on);
  await switchTo(organizationId, false);
  const after = await placed(organizationId);
  await confirm(after);
  await refund(on, 1);
  await run(organizationId);
  const documents = await written(organizationId);
  expect(documents.map(({ kind, orderId }) => [kind, orderId])).toEqual([
    ["INVOICE", on.id],
    ["CREDIT_NOTE", on.id],
  ]);
});

test("an invoice adds up, names its taxes by rate, and a credit note negates the lines of its tickets", async () => {
  const organizationId = await opened();
  const order = await placed(organizationId, 3);
  await together((tx) => setInvoiceAddress(tx, order, GIVEN));
  await confirm(order);
  await run(organizationId);
  await refund(order, 2);
  await run(organizationId);
  const [invoice, note] = await written(organizationId);
  expect(invoice).toMatchObject({ kind: "INVOICE", total: 3_240, currency: "EUR", recipient: ADDRESS, corrects: null });
  expect(invoice!.issuer).toEqual({
    name: SETTINGS.issuerName,
    address: SETTINGS.issuerAddress,
    vatId: SETTINGS.vatId,
    note: null,
  });
  expect(taxesOf(invoice!.lines)).toEqual({
    net: 3_030,
    taxes: [{ name: "VAT", rate: 7_000, net: 3_030, amount: 210 }],
  });
  expect(note).toMatchObject({ kind: "CREDIT_NOTE", total: -2_160, corrects: invoice!.number, recipient: ADDRESS });
  expect(note!.lines.map(({ position, total }) => [position, total])).toEqual([
    [0, -1_080],
    [1, -1_080],
  ]);
  expect(taxesOf(note!.lines)).toEqual({
    net: -2_020,
    taxes: [{ name: "VAT", rate: 7_000, net: -2_020, amount: -140 }],
  });
});

test("the database refuses to change, delete or empty invoices, and one that does not add up", async () => {
  const organizationId = await opened();
  await confirm(await placed(organizationId));
  await run(organizationId);
  const mine = sql`organization_id = ${organizationId}`;
  await expect(rows(read(), sql`update invoice set total = 1 where ${mine}`)).rejects.toThrow(/can't be changed/);
  await expect(rows(read(), sql`delete from invoice where ${mine}`)).rejects.toThrow(/can't be changed/);
  await expect(rows(read(), sql`truncate invoice`)).rejects.toThrow(/can't be changed/);
  const copy = sql`insert into invoice select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'source_id', gen_random_uuid(),
      'order_id', ${(await placed(organizationId)).id}::uuid, 'sequence', 2, 'number', 'OP-000002', 'total', 1))).* from invoice i where ${mine}`;
  await expect(rows(read(), copy)).rejects.toThrow(/do not add up/);
});

test("an address is on the invoice, or it is refused, also while the invoice is being written", async () => {
  const organizationId = await opened();
  for (let time = 0; time < often(10, 100); time++) {
    const order = await placed(organizationId, 1);
    await confirm(order);
    const [given] = await Promise.allSettled([
      together((tx) => setInvoiceAddress(tx, order, GIVEN)),
      run(organizationId),
    ]);
    await run(organizationId);
    const invoice = await row<Invoice>(read(), sql`select * from invoice where order_id = ${order.id}`);
    expect(invoice!.recipient).toEqual(given.status === "fulfilled" ? ADDRESS : null);
  }
  const late = await placed(organizationId, 1);
  await confirm(late);
  await run(organizationId);
  await expect(together((tx) => setInvoiceAddress(tx, late, GIVEN))).rejects.toThrow(/its invoice is written/);
});

test("setInvoicing is idempotent, and a new prefix continues the sequence", async () => {
  const organizationId = await opened();
  await confirm(await placed(organizationId));
  await run(organizationId);
  const audited = () =>
    rows(
      read(),
      sql`select 1 from outbox where body ->> 'organizationId' = ${organizationId} and name = 'orders.Audited'`,
    );
  expect(await audited()).toHaveLength(1);
  await switchTo(organizationId, true);
  expect(await audited()).toHaveLength(1);
  await together((tx) => setInvoicing(tx, organizationId, { ...SETTINGS, prefix: "2027" }));
  await confirm(await placed(organizationId));
  await run(organizationId);
  expect((await written(organizationId)).map(({ number }) => number)).toEqual(["OP-000001", "2027-000002"]);
});
