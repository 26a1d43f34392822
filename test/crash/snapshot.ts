// All there is to see of a system at rest: through its public API, in its books, and in the books of its payment provider.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import PostalMime from "postal-mime";
import { connectClient, type Client, type Data } from "../../local/client.ts";
import {
  creditsOf,
  exchangesOf,
  movesOf,
  type CreditState,
  type ExchangeState,
  type MoveState,
} from "../../testkit/exchanged-tickets.ts";
import {
  erasuresOf,
  mergesOf,
  ledgerOf,
  ordersElsewhere,
  stepsOf,
  pricesOf,
  termsOf,
  unfinished,
  type ErasureState,
  type LedgerEntry,
  type MergeState,
  type Step,
  type TermsState,
  type Unfinished,
} from "../../testkit/inspect.ts";
import { payableOf, payoutsOf, type PayableState, type PayoutState } from "../../testkit/payouts.ts";
import { returnsOf, type ReturnState } from "../../testkit/returns.ts";
import { salesOf, type SalesState } from "../../testkit/sales-days.ts";
import { queuesOf, type QueueState } from "../../testkit/queues.ts";
import { waitlistsOf, type WaitlistStateOf } from "../../testkit/waitlists.ts";
import { packageHoldsOf, type PackageHoldState } from "../../testkit/package-holds.ts";
import { allSeats, type Show } from "../../local/fixtures.ts";
import { indiscretionsOf } from "./indiscretions.ts";
import type { System } from "../../local/system.ts";

/** A seat's ID begins with its event's. */
export const eventOf = (seatId: string) => seatId.split(".")[0]!;

export interface SeatState {
  id: string;
  status: string;
  version: number;
}

export interface OrderState {
  id: string;
  status: string;
  total: number;
  refunded: number;
  items: { seatId: string; price: number }[];
  buyerId: string;
  /** `eventId`: as it is on the ticket. */
  tickets: { id: string; status: string; seatId: string; holderId: string; eventId?: string; frozen?: boolean }[];
  /** `tender`: how it was paid at the counter. `disputes`: their statuses. */
  payments: {
    id: string;
    status: string;
    amount: number;
    refunded: number;
    tender?: string | null;
    disputes?: string[];
  }[];
  decision: string | null;
  promoCode: string | null;
  history: { status: string; at: string }[];
  letters: { id: string; status: string; kind: string }[];
  /** Absent in evidence that is about something else. */
  answers?: { questionId: string; text: string }[];
}

/** A drawer of the counter. */
export interface DrawerState {
  openingFloat: number;
  expected: number;
}

/** A reservation at the counter, with what is kept of it, was sold, or was given up. */
export interface ReservationState {
  id: string;
  status: string;
  seatIds: string[];
  orderIds: string[];
}

/** An invoice or a credit note, whose total is negative. */
export interface InvoiceState {
  orderId: string;
  kind: string;
  number: string;
  total: number;
}

export interface CaughtMail {
  /** The same for each copy of a letter that is mailed again. */
  letterId: string;
  to: string;
  subject: string;
}

/** A payment as the provider has it. */
export interface ProviderEntry {
  key: string;
  status: string;
  amount: number;
  captured: number;
  capturedAt: string | null;
  /** With what the buyer's bank took back. */
  refunded: number;
  paymentId: string;
  orderId: string;
}

export interface Snapshot {
  seats: SeatState[];
  /** Of other events of the organization. */
  seatsElsewhere: SeatState[];
  availability: { total: number; available: number; held: number; sold: number; blocked: number };
  promoCodes: { code: string; maxTickets: number | null; ticketsUsed: number }[];
  orders: OrderState[];
  /** By number. */
  invoices: InvoiceState[];
  drawers: DrawerState[];
  reservations: ReservationState[];
  /** Oldest first. */
  moves: MoveState[];
  /** By package. */
  packageHolds: PackageHoldState[];
  /** Of the event. */
  queues: QueueState[];
  /** Of the event. */
  waitlists: WaitlistStateOf[];
  /** Oldest first. */
  payouts: PayoutState[];
  payable: PayableState;
  sales: SalesState;
  /** Oldest first. */
  exchanges: ExchangeState[];
  /** Oldest first. */
  returns: ReturnState[];
  credits: CreditState[];
  provider: ProviderEntry[];
  ledger: LedgerEntry[];
  unfinished: Record<string, Unfinished>;
  steps: Record<"seats" | "payments", Step[]>;
  erasures: ErasureState[];
  merges: MergeState[];
  terms: TermsState[];
  prices: TermsState[];
  /** Lines of logs that say what no log may. */
  indiscretions: string[];
  /** All mail, oldest first; null without a mail catcher. */
  mails: CaughtMail[] | null;
}

export async function takeSnapshot(system: System, show: Show, owner: Client): Promise<Snapshot> {
  const seats = await allSeats(connectClient(system.url), show.eventId);
  const elsewhere = await ordersElsewhere(system, show.organizationId);
  const isOfShow = ({ orderId }: { orderId: string }) => !elsewhere.has(orderId);
  const { event } = await owner.ask(
    `query ($id: ID!) { event(id: $id) { availability { total available held sold blocked } promoCodes(first: 100) { nodes { code maxTickets ticketsUsed } } } }`,
    { id: show.eventId },
  );
  const seatsElsewhere = await seatsOfOthers(show, owner);
  const eventIds = new Set([show.eventId, ...seatsElsewhere.map(({ id }) => eventOf(id))]);
  return {
    seats: seats.map(({ id, status, version }: SeatState) => ({ id, status, version })),
    seatsElsewhere,
    availability: event.availability,
    promoCodes: event.promoCodes.nodes,
    orders: await ordersOf(owner, show.organizationId),
    invoices: await invoicesOf(owner, show.organizationId),
    drawers: await drawersOf(owner, show.organizationId),
    reservations: await reservationsOf(owner, show.organizationId),
    moves: await movesOf(system),
    packageHolds: await packageHoldsOf(system),
    queues: await queuesOf(system, show.eventId),
    waitlists: await waitlistsOf(system, show.eventId),
    payouts: await payoutsOf(system, show.organizationId),
    payable: await payableOf(system, show.organizationId),
    sales: await salesOf(system, show.organizationId),
    exchanges: (await exchangesOf(system)).filter(isOfShow),
    returns: (await returnsOf(system)).filter(isOfShow),
    credits: (await creditsOf(system)).filter(isOfShow),
    provider: (await providerBooks(system)).filter(isOfShow),
    ledger: (await ledgerOf(system)).filter(isOfShow),
    unfinished: await unfinished(system),
    steps: {
      seats: (await stepsOf(system, "seating")).filter(({ id }) => eventIds.has(eventOf(id))),
      payments: await stepsOf(system, "payments"),
    },
    erasures: await erasuresOf(system),
    merges: await mergesOf(system),
    terms: await termsOf(system),
    prices: await pricesOf(system),
    indiscretions: indiscretionsOf(system),
    mails: system.env.MAIL_DATA_DIR
      ? (await mailsIn(system)).map(({ letterId, to, subject }) => ({ letterId, to, subject }))
      : null,
  };
}

async function seatsOfOthers({ organizationId, eventId }: Show, owner: Client): Promise<SeatState[]> {
  const { organization } = await owner.ask(
    `query ($id: ID!) { organization(id: $id) { events(first: 10) { nodes { id } } } }`,
    { id: organizationId },
  );
  const ids = (organization.events.nodes as Data[]).map(({ id }) => id as string).filter((id) => id !== eventId);
  const seats = await Promise.all(ids.map((id) => allSeats(owner, id)));
  return seats.flat().map(({ id, status, version }) => ({ id, status, version }) as SeatState);
}

const ORDERS = `query ($id: ID!, $after: String) { organization(id: $id) { orders(first: 50, after: $after) {
  nodes {
    id status promoCode total { amount } refunded { amount } history { status at } letters { id status kind }
    items { seat { id } price { amount } }
    buyer { id }
    tickets { id status frozen seat { id } holder { id } event { id } }
    payments { id status tender amount { amount } refunded { amount } disputes { status } }
    risk { decision }
    answers { questionId text }
  }
  pageInfo { hasNextPage endCursor }
} } }`;

export async function ordersOf(owner: Client, organizationId: string): Promise<OrderState[]> {
  const found: OrderState[] = [];
  for (let after: string | null = null; ;) {
    const { organization }: Data = await owner.ask(ORDERS, { id: organizationId, after });
    for (const order of organization.orders.nodes)
      found.push({
        id: order.id,
        status: order.status,
        total: order.total.amount,
        refunded: order.refunded.amount,
        items: order.items.map(({ seat, price }: Data) => ({ seatId: seat.id, price: price.amount })),
        // An order of the counter has no buyer.
        buyerId: order.buyer?.id ?? "",
        tickets: order.tickets.map(({ id, status, frozen, seat, holder, event }: Data) => ({
          id,
          frozen,
          eventId: event.id,
          status,
          seatId: seat.id,
          holderId: holder?.id ?? "",
        })),
        payments: order.payments.map(({ id, status, tender, amount, refunded, disputes }: Data) => ({
          id,
          status,
          tender,
          amount: amount.amount,
          refunded: refunded.amount,
          disputes: disputes.map((dispute: Data) => dispute.status),
        })),
        decision: order.risk?.decision ?? null,
        promoCode: order.promoCode,
        history: order.history,
        letters: order.letters,
        answers: order.answers,
      });
    if (!organization.orders.pageInfo.hasNextPage) return found;
    after = organization.orders.pageInfo.endCursor;
  }
}

const INVOICES = `query ($id: ID!, $after: String) { organization(id: $id) { invoices(first: 100, after: $after) {
  nodes { kind number total { amount } order { id } }
  pageInfo { hasNextPage endCursor }
} } }`;

async function invoicesOf(owner: Client, organizationId: string): Promise<InvoiceState[]> {
  const found: InvoiceState[] = [];
  for (let after: string | null = null; ;) {
    const { organization }: Data = await owner.ask(INVOICES, { id: organizationId, after });
    for (const { kind, number, total, order } of organization.invoices.nodes)
      found.push({ kind, number, total: total.amount, orderId: order.id });
    if (!organization.invoices.pageInfo.hasNextPage) return found.toReversed();
    after = organization.invoices.pageInfo.endCursor;
  }
}

async function drawersOf(owner: Client, id: string): Promise<DrawerState[]> {
  const query = `query ($id: ID!) { organization(id: $id) { drawers(first: 100) { nodes { openingFloat { amount } expected { amount } } } } }`;
  const { organization } = await owner.ask(query, { id });
  return organization.drawers.nodes.map(({ openingFloat, expected }: Data) => ({
    openingFloat: openingFloat.amount,
    expected: expected.amount,
  }));
}

async function reservationsOf(owner: Client, id: string): Promise<ReservationState[]> {
  const query = `query ($id: ID!) { organization(id: $id) { reservations(first: 100) { nodes { id status seats { id } orders { id } } } } }`;
  const { organization } = await owner.ask(query, { id });
  return organization.reservations.nodes.map(({ status, seats, orders, ...of }: Data) => ({
    id: of.id,
    status,
    seatIds: seats.map((seat: Data) => seat.id),
    orderIds: orders.map((order: Data) => order.id),
  }));
}

async function providerBooks({ env }: System): Promise<ProviderEntry[]> {
  const answer = await fetch(`${env.PAYMENTS_PROVIDER_URL}/v1/payments`, {
    headers: { authorization: `Bearer ${env.PAYMENTS_PROVIDER_SECRET}` },
  });
  const { payments } = (await answer.json()) as Data;
  return payments.map(({ key, status, amount, captured, captured_at: capturedAt, metadata, ...of }: Data) => ({
    key,
    status,
    amount,
    captured,
    capturedAt,
    refunded: of.refunded + of.charged_back,
    paymentId: metadata.payment_id,
    orderId: metadata.order_id,
  }));
}

/** All that the mail catcher keeps, oldest first. */
export function mailsIn({ env }: System): Promise<(CaughtMail & { text: string })[]> {
  const folder = env.MAIL_DATA_DIR!;
  const files = readdirSync(folder).filter((file) => file.endsWith(".eml"));
  return Promise.all(
    files.sort().map(async (file) => {
      const {
        messageId = "",
        to,
        subject = "",
        text = "",
      } = await PostalMime.parse(readFileSync(path.join(folder, file)));
      return { letterId: messageId.replace(/^<|@.*$/g, ""), to: to?.[0]?.address ?? "", subject, text };
    }),
  );
}
