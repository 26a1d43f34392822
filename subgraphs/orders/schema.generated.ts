// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CheckInBundle as CheckInBundleRow } from './entities/check-in-bundle.ts';
import type { EventCancellation as EventCancellationRow } from './entities/event-cancellation.ts';
import type { Letter as LetterRow } from './entities/letter.ts';
import type { Notification as NotificationRow } from './entities/notification.ts';
import type { OrderItem as OrderItemRow } from './entities/order-item.ts';
import type { OrderStep as OrderStepRow } from './entities/order-step.ts';
import type { Order as OrderRow } from './entities/order.ts';
import type { Purchase as PurchaseRow } from './entities/purchase.ts';
import type { SalesDay as SalesDayRow } from './entities/sales-day.ts';
import type { Scan as ScanRow } from './entities/scan.ts';
import type { TicketException as TicketExceptionRow } from './entities/ticket-exception.ts';
import type { TicketOffer as TicketOfferRow } from './entities/ticket-offer.ts';
import type { Ticket as TicketRow } from './entities/ticket.ts';
import type { SubgraphContext } from '../../platform/subgraph.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment as RFC 3339 has it, from 1970 to 9999, in UTC when we tell it. */
  DateTime: { input: Date; output: Date; }
  /** An integer of at most 53 bits, which is what JSON numbers hold exactly: from -(2^53 - 1) to 2^53 - 1. */
  SafeInt: { input: number; output: number; }
  /** A currency by its ISO 4217 code. */
  CurrencyCode: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A refusal that a client can act on. */
export type Error = {
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** In minor units: 1250 is 12.50 USD, 1250 is 1250 JPY. */
  amount: Scalars['Int']['output'];
  /** ISO 4217. */
  currency: Scalars['CurrencyCode']['output'];
};

/** What many amounts of money add up to. */
export type MoneySum = {
  __typename?: 'MoneySum';
  /** In minor units, as `Money.amount`. */
  amount: Scalars['SafeInt']['output'];
  /** ISO 4217. */
  currency: Scalars['CurrencyCode']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page began after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge: pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** Unknown, or not for you to know. */
export type NotFound = Error & {
  __typename?: 'NotFound';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The key was used before, with another input. Nothing happened. */
export type IdempotencyKeyReused = Error & {
  __typename?: 'IdempotencyKeyReused';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** A purchase. */
export type Order = {
  __typename?: 'Order';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Short, for people: on the ticket and on the phone. */
  number: Scalars['String']['output'];
  /** How far it is. */
  status: OrderStatus;
  /** Who buys. */
  buyer?: Maybe<User>;
  /** What is attended. */
  event?: Maybe<Event>;
  /** Each seat and what it costs. */
  items: Array<OrderItem>;
  /** What the seats cost together. */
  total: Money;
  /** What the total is made of. */
  breakdown: PriceBreakdown;
  /** The promo code that it was placed with. */
  promoCode?: Maybe<Scalars['String']['output']>;
  /** How much of it was given back, or is on its way back. */
  refunded: Money;
  /** None until it is CONFIRMED. */
  tickets: Array<Ticket>;
  /** When it was placed. */
  createdAt: Scalars['DateTime']['output'];
  /** While it awaits payment or review: when the seats go back on sale. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Every step that it took, oldest first. */
  history: Array<OrderStep>;
  /** Mail about it, oldest first: the buyer sees what was sent to them, the organization (BOX_OFFICE and up) and platform staff see all. */
  notifications: Array<Notification>;
  /**
   * As `notifications`.
   * @deprecated Use `notifications`: it is the same list.
   */
  letters: Array<Letter>;
  /** All of its tickets that are VALID and the viewer's to show, to print: a PDF (ISO 32000) in base64; null while there is none, and for some moments after an event was published. `locale` is a BCP 47 tag: dates follow it, and texts as far as there are. */
  pdf?: Maybe<Scalars['String']['output']>;
  /** Who has retried its steps, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<OrderIntervention>>;
};


/** A purchase. */
export type OrderPdfArgs = {
  locale?: Scalars['String']['input'];
};

/** An e-mail about an order. Addresses are not stored. */
export type Notification = {
  __typename?: 'Notification';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** What happened. */
  kind: NotificationKind;
  /** Who gets it. */
  recipient?: Maybe<User>;
  /** Whether it was sent. */
  status: NotificationStatus;
  /** When it happened. */
  writtenAt: Scalars['DateTime']['output'];
  /** When it was sent or given up. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
};

/** ORDER_ENDED: it was paid for and then ended without tickets. TICKETS_CANCELLED: refunded, or lost with a dispute. */
export type NotificationKind =
  | 'ORDER_CONFIRMED'
  | 'ORDER_ENDED'
  | 'TICKETS_CANCELLED'
  | 'TICKET_RECEIVED'
  | 'TICKET_HANDED_ON';

/** FAILED: the mail server refused it, or was unavailable for three days. SKIPPED: it was out of date when it was to be sent, or the account was deleted. */
export type NotificationStatus =
  | 'PENDING'
  | 'SENT'
  | 'FAILED'
  | 'SKIPPED';

/** As Notification, for clients of `letters`. */
export type Letter = {
  __typename?: 'Letter';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** What it tells. */
  kind: LetterKind;
  /** Who gets it. */
  recipient?: Maybe<User>;
  /** What has become of it. */
  status: LetterStatus;
  /** When there was something to tell. */
  writtenAt: Scalars['DateTime']['output'];
  /** When it was sent or given up. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
};

/** ORDER_ENDED: it was paid for, and nothing came of it. TICKETS_CANCELLED: refunded, or lost with a dispute. */
export type LetterKind =
  | 'ORDER_CONFIRMED'
  | 'ORDER_ENDED'
  | 'TICKETS_CANCELLED'
  | 'TICKET_RECEIVED'
  | 'TICKET_HANDED_ON';

/** FAILED: the mail server will not take it, or was away for three days. NEEDLESS: when it was to be sent, it was not so any more, or the person was gone. */
export type LetterStatus =
  | 'PENDING'
  | 'SENT'
  | 'FAILED'
  | 'NEEDLESS';

/** For resendTickets. */
export type ResendTicketsInput = {
  /** An order that has tickets. */
  orderId: Scalars['ID']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** Nothing of the order is left to send. */
export type OrderWithoutTickets = Error & {
  __typename?: 'OrderWithoutTickets';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** What resendTickets answers. */
export type ResendTicketsResult = Order | OrderWithoutTickets | NotFound | IdempotencyKeyReused;

/** Which phone wallet. */
export type WalletKind =
  | 'APPLE'
  | 'GOOGLE';

/** A seat and what it costs. */
export type OrderItem = {
  __typename?: 'OrderItem';
  /** Which seat. */
  seat?: Maybe<Seat>;
  /** What the buyer pays for it: what the hold said. */
  price: Money;
  /** What the price is made of. */
  breakdown: PriceBreakdown;
};

/** What a ticket is made of: `total` is `base` and all lines that are not included. */
export type PriceBreakdown = {
  __typename?: 'PriceBreakdown';
  /** What the organizer asks for a ticket. */
  base: Money;
  /** Discounts, fees and taxes, each rounded by itself to a minor unit, half of one upwards. */
  lines: Array<PriceLine>;
  /** What the buyer pays. */
  total: Money;
};

/** One part of a price. */
export type PriceLine = {
  __typename?: 'PriceLine';
  /** What it is. */
  kind: PriceLineKind;
  /** As the organization calls it; of a discount, its code. */
  name: Scalars['String']['output'];
  /** Negative for a discount. */
  amount: Money;
  /** Whether what stands before it contains it already; otherwise it is added. */
  included: Scalars['Boolean']['output'];
};

/**
 * Fees are taken of the price less the discount; a ticket that costs nothing has none. Taxes are taken of the price with its fees: an included one is its
 * rate / (100 % + the rates of all that are included) of it, one that is added its rate of what is left without those.
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** One step of an order. */
export type OrderStep = {
  __typename?: 'OrderStep';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** What it became. */
  status: OrderStatus;
  /** Why, for a person. What a reviewer has noted is for the organization (BOX_OFFICE and up) and platform staff; null for the buyer. */
  note?: Maybe<Scalars['String']['output']>;
};

/**
 * AWAITING_PAYMENT -> PROCESSING (paid for, not settled yet) -> CONFIRMED (captured, seats sold, tickets issued).
 * IN_REVIEW: the money is authorized, and a person decides. DECLINED: risk or that person said no. A declined card changes nothing: it stays
 * AWAITING_PAYMENT, until it is paid, cancelled or EXPIRED.
 */
export type OrderStatus =
  | 'AWAITING_PAYMENT'
  | 'PROCESSING'
  | 'IN_REVIEW'
  | 'CONFIRMED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'DECLINED';

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The items, each with its cursor. */
  edges: Array<OrderEdge>;
  /** The items alone. */
  nodes: Array<Order>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Order;
};

/** The right to enter. */
export type Ticket = {
  __typename?: 'Ticket';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** What it was bought with. Who may see the ticket and not the order (`Query.order`) gets its id, number, status, event, time and those of its tickets that they may see; items and sums are of the tickets that they hold, and the rest is null or empty. */
  order: Order;
  /** The number of that order, for the entrance. */
  orderNumber: Scalars['String']['output'];
  /** Where to sit. */
  seat?: Maybe<Seat>;
  /** Whether it still lets somebody in. */
  status: TicketStatus;
  /** Whether the buyer's bank disputes the payment: until that is decided nobody is let in with it. */
  frozen: Scalars['Boolean']['output'];
  /** Whose it is. */
  holder?: Maybe<User>;
  /** The person who goes: a guest, a passenger. Only for the holder, the buyer, the organization and platform staff. */
  holderName?: Maybe<Scalars['String']['output']>;
  /** What the QR code says: signed, checkable offline with the public key. Only its holder and the organization's scanners see it. */
  code?: Maybe<Scalars['String']['output']>;
  /** The code as a QR code in SVG; for whom `code` is for. */
  qr?: Maybe<Scalars['String']['output']>;
  /** The ticket to print, if it is VALID: a PDF (ISO 32000) in base64; for whom `code` is for, and for some moments after its event was published not yet. `locale` as in Order.pdf. */
  pdf?: Maybe<Scalars['String']['output']>;
  /** The ticket for a phone's wallet, as JSON: pass.json for APPLE, event ticket class and object for GOOGLE. What is missing is the name and the signature of whoever issues it. For whom `code` is for. */
  wallet?: Maybe<Scalars['String']['output']>;
  /** The offer that is open, if there is one. Only for its holder; null for anyone else. */
  offer?: Maybe<TicketOffer>;
  /** Whose it has been, oldest first. Only for the organization (SCANNER and up, AUDITOR) and platform staff; empty for anyone else. */
  transfers: Array<TicketTransfer>;
};


/** The right to enter. */
export type TicketPdfArgs = {
  locale?: Scalars['String']['input'];
};


/** The right to enter. */
export type TicketWalletArgs = {
  kind: WalletKind;
  locale?: Scalars['String']['input'];
};

/** USED: somebody has entered with it. CANCELLED: refunded. */
export type TicketStatus =
  | 'VALID'
  | 'USED'
  | 'CANCELLED';

/** A page of tickets. */
export type TicketConnection = {
  __typename?: 'TicketConnection';
  /** The items, each with its cursor. */
  edges: Array<TicketEdge>;
  /** The items alone. */
  nodes: Array<Ticket>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type TicketEdge = {
  __typename?: 'TicketEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Ticket;
};

/** For placeOrder. */
export type PlaceOrderInput = {
  /** An active hold of the viewer. */
  holdId: Scalars['ID']['input'];
  /** The persons who go, in the order of the hold's seats, 1 to 100 characters each; names beyond the seats are left out. */
  names?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** For refundOrder. `ticketIds` left out: all of them. */
export type RefundOrderInput = {
  /** A confirmed order. */
  orderId: Scalars['ID']['input'];
  /** Tickets of it that are VALID or USED; left out: all of them. */
  ticketIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** For the buyer and the books, 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** The hold has expired, was released, or is in another order already. */
export type HoldNotActive = Error & {
  __typename?: 'HoldNotActive';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The order is confirmed or has ended. */
export type OrderNotCancellable = Error & {
  __typename?: 'OrderNotCancellable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The order is not confirmed, there is nothing left of it to refund, or the buyer's bank disputes the payment. */
export type OrderNotRefundable = Error & {
  __typename?: 'OrderNotRefundable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** Somebody has entered with this ticket. */
export type TicketAlreadyUsed = Error & {
  __typename?: 'TicketAlreadyUsed';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** When. */
  usedAt: Scalars['DateTime']['output'];
};

/** The ticket is for another event than the one that people are let in to here. It is not used up. */
export type TicketForOtherEvent = Error & {
  __typename?: 'TicketForOtherEvent';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** Which event it is for. */
  event?: Maybe<Event>;
  /** What that is called, if we know. */
  eventName?: Maybe<Scalars['String']['output']>;
  /** When that begins, if we know. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The buyer's bank disputes the payment: nobody is let in with this ticket until that is decided. */
export type TicketFrozen = Error & {
  __typename?: 'TicketFrozen';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** A ticket that whoever has the code may take. Give the code to one person only. */
export type TicketOffer = {
  __typename?: 'TicketOffer';
  /** What is offered. */
  ticket: Ticket;
  /** For `acceptTicketOffer`. Only its holder sees it; null for anyone else. */
  code?: Maybe<Scalars['String']['output']>;
  /** Until when it can be taken: a week. */
  expiresAt: Scalars['DateTime']['output'];
};

/** The ticket is not offered any more: it was taken, withdrawn, used or refunded, or the offer has expired. */
export type TicketOfferGone = Error & {
  __typename?: 'TicketOfferGone';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** A ticket went from one person to another. With it its old code died. */
export type TicketTransfer = {
  __typename?: 'TicketTransfer';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Whose it was. */
  from?: Maybe<User>;
  /** Whose it became. */
  to?: Maybe<User>;
};

/** For offerTicket. */
export type OfferTicketInput = {
  /** A ticket of the viewer that is VALID. */
  ticketId: Scalars['ID']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** For acceptTicketOffer. */
export type AcceptTicketOfferInput = {
  /** The offer's code, from the holder. */
  code: Scalars['String']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** For takeTicket. */
export type TakeTicketInput = {
  /** What the holder has given on. */
  code: Scalars['String']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** What offerTicket answers. */
export type OfferTicketResult = TicketOffer | TicketAlreadyUsed | TicketFrozen | NotFound | IdempotencyKeyReused;

/** What withdrawTicketOffer answers. */
export type WithdrawTicketOfferResult = Ticket | NotFound;

/** What acceptTicketOffer answers. */
export type AcceptTicketOfferResult = Ticket | TicketOfferGone | TicketFrozen | NotFound | IdempotencyKeyReused;

/** What takeTicket answers. */
export type TakeTicketResult = Ticket | TicketOfferGone | TicketFrozen | NotFound | IdempotencyKeyReused;

/**
 * What a scanner needs to check tickets without a network: a code is good if `publicKey` has signed it, if it names this event, and if its ticket is no exception, or one that is VALID, not
 * frozen, and of the code's own revision. A code is `T1.`, then base64url of the ticket's and the event's id (16 bytes each) and the revision (2 bytes, big-endian), a point, and
 * base64url of an Ed25519 signature (RFC 8032) over all before that point.
 */
export type CheckInBundle = {
  __typename?: 'CheckInBundle';
  /** The Ed25519 public key, a JWK (RFC 8037). */
  publicKey: Scalars['String']['output'];
  /** Of when it is: the exceptions are as they were then. */
  at: Scalars['DateTime']['output'];
  /** Tickets that are used, cancelled, frozen or in other hands than their first. 500 a page if `first` is left out, 5000 at most. */
  exceptions: TicketExceptionConnection;
};


/**
 * What a scanner needs to check tickets without a network: a code is good if `publicKey` has signed it, if it names this event, and if its ticket is no exception, or one that is VALID, not
 * frozen, and of the code's own revision. A code is `T1.`, then base64url of the ticket's and the event's id (16 bytes each) and the revision (2 bytes, big-endian), a point, and
 * base64url of an Ed25519 signature (RFC 8032) over all before that point.
 */
export type CheckInBundleExceptionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A ticket that is not as a code alone would make one believe. */
export type TicketException = {
  __typename?: 'TicketException';
  /** The ticket's id, as it is in the code. */
  id: Scalars['ID']['output'];
  /** Whether it still lets somebody in. */
  status: TicketStatus;
  /** Only a code of this revision is good. */
  revision: Scalars['Int']['output'];
  /** Whether nobody is to be let in with it for now. */
  frozen: Scalars['Boolean']['output'];
};

/** A page of exceptions. */
export type TicketExceptionConnection = {
  __typename?: 'TicketExceptionConnection';
  /** The items, each with its cursor. */
  edges: Array<TicketExceptionEdge>;
  /** The items alone. */
  nodes: Array<TicketException>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type TicketExceptionEdge = {
  __typename?: 'TicketExceptionEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: TicketException;
};

/** A scan that was made without a network. */
export type ScanInput = {
  /** A UUID of the device's own choice: the same scan is uploaded with the same id, however often. */
  id: Scalars['ID']['input'];
  /** What the QR code said. */
  code: Scalars['String']['input'];
  /** By the device's clock; what is later than now counts as now. */
  scannedAt: Scalars['DateTime']['input'];
  /** Where, 1 to 100 characters. */
  gate?: InputMaybe<Scalars['String']['input']>;
};

/** For uploadScans. */
export type UploadScansInput = {
  /** At which event. */
  eventId: Scalars['ID']['input'];
  /** 1 to 500. */
  scans: Array<ScanInput>;
};

/** What came of a scan that was made without a network. */
export type Scan = {
  __typename?: 'Scan';
  /** The device's id for it. */
  id: Scalars['ID']['output'];
  /** What it says of the entry that it stands for. */
  outcome: ScanOutcome;
  /** Which ticket; null for a code that is not genuine. */
  ticket?: Maybe<Ticket>;
  /** By the device's clock. */
  scannedAt: Scalars['DateTime']['output'];
  /** When we heard of it. */
  uploadedAt: Scalars['DateTime']['output'];
  /** Where. */
  gate?: Maybe<Scalars['String']['output']>;
  /** Who scanned. */
  scanner?: Maybe<User>;
  /** Of a REJECTED scan: what to change. Null otherwise. */
  problem?: Maybe<Scalars['String']['output']>;
};

/**
 * ADMITTED: somebody has entered with the ticket. DOUBLE: somebody else had, or has meanwhile. REVOKED: the ticket is cancelled, or in other hands, and its code was dead.
 * UNKNOWN: the code is not genuine. OTHER_EVENT: the ticket is for another event. REJECTED: the scan can't be taken as it is, `problem` says why; nothing of it is kept.
 */
export type ScanOutcome =
  | 'ADMITTED'
  | 'DOUBLE'
  | 'REVOKED'
  | 'UNKNOWN'
  | 'OTHER_EVENT'
  | 'REJECTED';

/** A page of scans. */
export type ScanConnection = {
  __typename?: 'ScanConnection';
  /** The items, each with its cursor. */
  edges: Array<ScanEdge>;
  /** The items alone. */
  nodes: Array<Scan>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type ScanEdge = {
  __typename?: 'ScanEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Scan;
};

/** What became of the scans, in their order. */
export type ScanUpload = {
  __typename?: 'ScanUpload';
  /** One for each. */
  scans: Array<Scan>;
};

/** What uploadScans answers. */
export type UploadScansResult = ScanUpload | NotFound;

/** What placeOrder answers. */
export type PlaceOrderResult = Order | HoldNotActive | NotFound | IdempotencyKeyReused;

/** What cancelOrder answers. */
export type CancelOrderResult = Order | OrderNotCancellable | NotFound;

/** What refundOrder answers. */
export type RefundOrderResult = Order | OrderNotRefundable | NotFound | IdempotencyKeyReused;

/** What checkIn answers. */
export type CheckInResult = Ticket | TicketForOtherEvent | TicketAlreadyUsed | TicketFrozen | NotFound | IdempotencyKeyReused;

/** For retryOrder. */
export type RetryOrderInput = {
  /** Any order. */
  orderId: Scalars['ID']['input'];
  /** Why, for the record, 1 to 500 characters. */
  note: Scalars['String']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** For nudgeOrder. */
export type NudgeOrderInput = {
  /** Any order. */
  orderId: Scalars['ID']['input'];
  /** Why, for the record, 1 to 500 characters. */
  note: Scalars['String']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** A person has retried an order's step. */
export type OrderIntervention = {
  __typename?: 'OrderIntervention';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who; one of the platform's staff. */
  by?: Maybe<User>;
  /** Why. */
  note: Scalars['String']['output'];
};

/** What retryOrder answers. */
export type RetryOrderResult = Order | NotFound | IdempotencyKeyReused;

/** What nudgeOrder answers. */
export type NudgeOrderResult = Order | NotFound | IdempotencyKeyReused;

/** What nameTicket answers. */
export type NameTicketResult = Ticket | TicketAlreadyUsed | NotFound;

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Only for its buyer, the organization (BOX_OFFICE and up, AUDITOR) and platform staff; null for anyone else. */
  order?: Maybe<Order>;
  /** Only for its holder, the organization and platform staff; null for anyone else. */
  ticket?: Maybe<Ticket>;
  /** The Ed25519 public key (a JWK) that ticket codes are signed with, for checking them offline. */
  ticketKey: Scalars['String']['output'];
  /** For platform staff: orders that have been in one step of being settled for longer than they should, longest first. */
  stuckOrders: OrderConnection;
};


/** What can be asked. */
export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryTicketArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryStuckOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Takes the hold over. The seats stay held for as long as the order awaits payment. */
  placeOrder: PlaceOrderResult;
  /** For an order that is not confirmed: voids what was authorized and frees the seats. The buyer reads `reason`. */
  cancelOrder: CancelOrderResult;
  /** For members of the organization from BOX_OFFICE up. Frees the seats of the refunded tickets. */
  refundOrder: RefundOrderResult;
  /** For members from SCANNER up. The second scan of a ticket is refused, a repeat with the same key is not a second scan. For a cancelled ticket: NotFound. Give `eventId`: a ticket for another event is then TicketForOtherEvent and stays good. Without it (which is for clients of old) a ticket is refused so only if its event is more than a day away while another event of the organization is not. */
  checkIn: CheckInResult;
  /** For platform staff: retries the step that the order waits for, and records who did so. An assessment that does not come becomes a review. An order that waits for nothing stays as it is. */
  retryOrder: RetryOrderResult;
  /**
   * As `retryOrder`.
   * @deprecated Use `retryOrder`: it does the same, and takes the same keys.
   */
  nudgeOrder: NudgeOrderResult;
  /** For the holder and BOX_OFFICE up: sets the name of the person who goes, until the ticket is used. */
  nameTicket: NameTicketResult;
  /** For the holder: offers a ticket to whoever is given the code. An offer that is open already is replaced. */
  offerTicket: OfferTicketResult;
  /** For the holder: nobody can take the ticket any more. */
  withdrawTicketOffer: WithdrawTicketOfferResult;
  /** Transfers the ticket to the viewer. Its old code is invalid at once. Refunds still go to the buyer. */
  acceptTicketOffer: AcceptTicketOfferResult;
  /**
   * As `acceptTicketOffer`.
   * @deprecated Use `acceptTicketOffer`: it does the same, and takes the same keys.
   */
  takeTicket: TakeTicketResult;
  /**
   * For members from SCANNER up: what was scanned without a network. Each scan counts once; of several with one ticket the earliest has entered. Each is judged by itself: one that can't be taken is REJECTED, and the others are taken.
   * A value that is none of its type, such as a `scannedAt` that is no time, refuses the request, and nothing is taken. Each error (20 at most) names such a value in `extensions.field`,
   * as `input.scans.17.scannedAt`: keep that scan back, and upload the others.
   */
  uploadScans: UploadScansResult;
  /** For the buyer and BOX_OFFICE up: mails the buyer the tickets once more, at most three times an hour. */
  resendTickets: ResendTicketsResult;
  /** For payments: whether and for how much orders may be paid; takes the leases on paying them. Idempotent by each payment's id. Null for one that could not be decided: ask again. */
  beginPayments: Array<Maybe<PaymentPermission>>;
  /** As `beginPayments`, for one. The version before asks for it. */
  beginPayment: PaymentPermission;
  /** For risk: lets a person's decision through, if the order still waits for it. Idempotent by the assessment's id. */
  decideOrder: Scalars['Boolean']['output'];
};


/** What can be done. */
export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


/** What can be done. */
export type MutationCancelOrderArgs = {
  orderId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done. */
export type MutationRefundOrderArgs = {
  input: RefundOrderInput;
};


/** What can be done. */
export type MutationCheckInArgs = {
  code: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  eventId?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be done. */
export type MutationRetryOrderArgs = {
  input: RetryOrderInput;
};


/** What can be done. */
export type MutationNudgeOrderArgs = {
  input: NudgeOrderInput;
};


/** What can be done. */
export type MutationNameTicketArgs = {
  ticketId: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


/** What can be done. */
export type MutationOfferTicketArgs = {
  input: OfferTicketInput;
};


/** What can be done. */
export type MutationWithdrawTicketOfferArgs = {
  ticketId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationAcceptTicketOfferArgs = {
  input: AcceptTicketOfferInput;
};


/** What can be done. */
export type MutationTakeTicketArgs = {
  input: TakeTicketInput;
};


/** What can be done. */
export type MutationUploadScansArgs = {
  input: UploadScansInput;
};


/** What can be done. */
export type MutationResendTicketsArgs = {
  input: ResendTicketsInput;
};


/** What can be done. */
export type MutationBeginPaymentsArgs = {
  payments: Array<PaymentToBeginInput>;
};


/** What can be done. */
export type MutationBeginPaymentArgs = {
  orderId: Scalars['ID']['input'];
  paymentId: Scalars['ID']['input'];
  buyerId: Scalars['ID']['input'];
  ended: Array<Scalars['ID']['input']>;
};


/** What can be done. */
export type MutationDecideOrderArgs = {
  orderId: Scalars['ID']['input'];
  assessmentId: Scalars['ID']['input'];
  allow: Scalars['Boolean']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A payment that is to begin. */
export type PaymentToBeginInput = {
  /** The order's id. */
  orderId: Scalars['ID']['input'];
  /** The payment's id. */
  paymentId: Scalars['ID']['input'];
  /** Whose order it must be. */
  buyerId: Scalars['ID']['input'];
  /** Payments of the order that failed: they have no lease on it any more. */
  ended: Array<Scalars['ID']['input']>;
};

/** Why an order can't be paid. */
export type PaymentRefusal =
  | 'NOT_FOUND'
  | 'NOT_PAYABLE';

/** Whether and for how much an order may be paid. */
export type PaymentPermission = {
  __typename?: 'PaymentPermission';
  /** Null if it may be paid. */
  refusal?: Maybe<PaymentRefusal>;
  /** In minor units. */
  amount?: Maybe<Scalars['Int']['output']>;
  /** ISO 4217. */
  currency?: Maybe<Scalars['String']['output']>;
  /** Who sells. */
  organizationId?: Maybe<Scalars['ID']['output']>;
  /** What is attended. */
  eventId?: Maybe<Scalars['ID']['output']>;
};

/** What can be followed live. */
export type Subscription = {
  __typename?: 'Subscription';
  /** The order as it is now, at once, and then after every step. For its buyer, the organization (BOX_OFFICE and up, AUDITOR) and platform staff. */
  orderChanged: Order;
  /** How far the orders of a cancelled event are done with, at once, and then whenever it has gone on. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff. */
  eventCancellationChanged: EventCancellation;
};


/** What can be followed live. */
export type SubscriptionOrderChangedArgs = {
  orderId: Scalars['ID']['input'];
};


/** What can be followed live. */
export type SubscriptionEventCancellationChangedArgs = {
  eventId: Scalars['ID']['input'];
};

export type User = {
  __typename?: 'User';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Newest first. Only for the user and platform staff. */
  orders?: Maybe<OrderConnection>;
  /** What the user has bought, newest first; if `upcoming`, of events that have not begun, soonest first. Some seconds old at most. Only for the user and platform staff. */
  purchases?: Maybe<PurchaseConnection>;
  /** Newest first. Only for the user and platform staff. */
  tickets?: Maybe<TicketConnection>;
};


export type UserOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<OrderStatus>;
};


export type UserPurchasesArgs = {
  upcoming?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type UserTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<TicketStatus>;
};

/** An order that was confirmed, with what a list of one's own shows of it, at hand without asking for more. */
export type Purchase = {
  __typename?: 'Purchase';
  /** All there is to know of it. */
  order: Order;
  /** What for. */
  event: Event;
  /** What the event is called; null for some moments after it was published. */
  eventName?: Maybe<Scalars['String']['output']>;
  /** Where it is. */
  place?: Maybe<Scalars['String']['output']>;
  /** When it begins. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was bought. */
  confirmedAt: Scalars['DateTime']['output'];
  /** How many tickets. */
  tickets: Scalars['Int']['output'];
  /** What they cost. */
  total: Money;
  /** Tickets that died, by refund or by a lost dispute. */
  ticketsReturned: Scalars['Int']['output'];
  /** What had been paid for those. */
  returned: Money;
};

/** A page of purchases. */
export type PurchaseConnection = {
  __typename?: 'PurchaseConnection';
  /** The items, each with its cursor. */
  edges: Array<PurchaseEdge>;
  /** The items alone. */
  nodes: Array<Purchase>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type PurchaseEdge = {
  __typename?: 'PurchaseEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Purchase;
};

/** What was sold of an event on a day, and what came back on that day. */
export type SalesDay = {
  __typename?: 'SalesDay';
  /** As in 2027-03-28, in UTC. */
  day: Scalars['String']['output'];
  /** Of which event. */
  event: Event;
  /** Orders that were confirmed. */
  orders: Scalars['Int']['output'];
  /** Tickets that were issued. */
  tickets: Scalars['Int']['output'];
  /** As `grossSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  gross: Money;
  /** What was paid for them. */
  grossSum: MoneySum;
  /** Tickets that died, by refund or by a lost dispute, whenever they were sold. */
  ticketsReturned: Scalars['Int']['output'];
  /** As `returnedSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  returned: Money;
  /** What had been paid for those. */
  returnedSum: MoneySum;
};

/** A page of days. */
export type SalesDayConnection = {
  __typename?: 'SalesDayConnection';
  /** The items, each with its cursor. */
  edges: Array<SalesDayEdge>;
  /** The items alone. */
  nodes: Array<SalesDay>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type SalesDayEdge = {
  __typename?: 'SalesDayEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: SalesDay;
};

export type Organization = {
  __typename?: 'Organization';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** What it has sold, by day (in UTC) and event, newest first; `from` (included) and `to` (not included) as in 2027-03-28. Some seconds old at most. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  sales?: Maybe<SalesDayConnection>;
  /** Newest first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  orders?: Maybe<OrderConnection>;
};


export type OrganizationSalesArgs = {
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  eventId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganizationOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<OrderStatus>;
};

export type Event = {
  __typename?: 'Event';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** How far the orders of a cancelled event are done with. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else, and for an event that is not cancelled. */
  cancellation?: Maybe<EventCancellation>;
  /** For checking tickets without a network. For members of the organization from SCANNER up; null for anyone else, and while no order was placed. */
  checkInBundle?: Maybe<CheckInBundle>;
  /** Uploaded scans by which somebody entered who should not have, oldest first. For members of the organization from SCANNER up, AUDITOR and platform staff; null for anyone else. */
  scanConflicts?: Maybe<ScanConnection>;
};


export type EventScanConflictsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What follows the cancellation of an event: its orders are cancelled or refunded in full, some at a time. */
export type EventCancellation = {
  __typename?: 'EventCancellation';
  /** Which event. */
  event: Event;
  /** Why, as it was given. */
  reason: Scalars['String']['output'];
  /** When the orders began to be done with. */
  startedAt: Scalars['DateTime']['output'];
  /** Whether every order is done with and every refund has come to its end. */
  isFinished: Scalars['Boolean']['output'];
  /** Orders that were open or sold when it began. */
  orders: Scalars['Int']['output'];
  /** Of them, those that are cancelled, or whose refund is asked for. One that is just being paid is done with as soon as that is over. */
  ordersDone: Scalars['Int']['output'];
  /** Refunds that were asked for. */
  refunds: Scalars['Int']['output'];
  /** Of them, those that have gone back. */
  refundsDone: Scalars['Int']['output'];
  /** Of them, those that failed and wait for a person: see `Organization.failedRefunds`. */
  refundsFailed: Scalars['Int']['output'];
  /** As `toRefundSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  toRefund?: Maybe<Money>;
  /** As `refundedSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  refunded?: Maybe<Money>;
  /** What the refunds are together; null while there is none. */
  toRefundSum?: Maybe<MoneySum>;
  /** What has gone back of it; null while there is none. */
  refundedSum?: Maybe<MoneySum>;
};

export type Seat = {
  __typename?: 'Seat';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** In which part of the venue. */
  section?: Maybe<Section>;
  /** Label of the row. */
  row?: Maybe<Scalars['String']['output']>;
  /** What is written on the seat. */
  number?: Maybe<Scalars['String']['output']>;
};

export type Section = {
  __typename?: 'Section';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Unique in the venue. */
  name: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Order: Order;
  Ticket: Ticket;
  User: User;
  Organization: Organization;
  Event: Event;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Ticket:
    ( { __typename: 'Ticket' }
    & GraphQLRecursivePick<FederationTypes['Ticket'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
  Event:
    ( { __typename: 'Event' }
    & GraphQLRecursivePick<FederationTypes['Event'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ResendTicketsResult:
    | ( OrderRow )
    | ( OrderWithoutTickets )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  OfferTicketResult:
    | ( TicketOfferRow )
    | ( TicketAlreadyUsed )
    | ( TicketFrozen )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  WithdrawTicketOfferResult:
    | ( TicketRow )
    | ( NotFound )
  ;
  AcceptTicketOfferResult:
    | ( TicketRow )
    | ( TicketOfferGone )
    | ( TicketFrozen )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  TakeTicketResult:
    | ( TicketRow )
    | ( TicketOfferGone )
    | ( TicketFrozen )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  UploadScansResult:
    | ( Omit<ScanUpload, 'scans'> & { scans: Array<_RefType['Scan']> } )
    | ( NotFound )
  ;
  PlaceOrderResult:
    | ( OrderRow )
    | ( HoldNotActive )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CancelOrderResult:
    | ( OrderRow )
    | ( OrderNotCancellable )
    | ( NotFound )
  ;
  RefundOrderResult:
    | ( OrderRow )
    | ( OrderNotRefundable )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CheckInResult:
    | ( TicketRow )
    | ( Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<_RefType['Event']> } )
    | ( TicketAlreadyUsed )
    | ( TicketFrozen )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  RetryOrderResult:
    | ( OrderRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  NudgeOrderResult:
    | ( OrderRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  NameTicketResult:
    | ( TicketRow )
    | ( TicketAlreadyUsed )
    | ( NotFound )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( OrderWithoutTickets )
    | ( HoldNotActive )
    | ( OrderNotCancellable )
    | ( OrderNotRefundable )
    | ( TicketAlreadyUsed )
    | ( Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<_RefType['Event']> } )
    | ( TicketFrozen )
    | ( TicketOfferGone )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Money: ResolverTypeWrapper<Money>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  MoneySum: ResolverTypeWrapper<MoneySum>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  IdempotencyKeyReused: ResolverTypeWrapper<IdempotencyKeyReused>;
  Order: ResolverTypeWrapper<OrderRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Notification: ResolverTypeWrapper<NotificationRow>;
  NotificationKind: NotificationKind;
  NotificationStatus: NotificationStatus;
  Letter: ResolverTypeWrapper<LetterRow>;
  LetterKind: LetterKind;
  LetterStatus: LetterStatus;
  ResendTicketsInput: ResendTicketsInput;
  OrderWithoutTickets: ResolverTypeWrapper<OrderWithoutTickets>;
  ResendTicketsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResendTicketsResult']>;
  WalletKind: WalletKind;
  OrderItem: ResolverTypeWrapper<OrderItemRow>;
  PriceBreakdown: ResolverTypeWrapper<PriceBreakdown>;
  PriceLine: ResolverTypeWrapper<PriceLine>;
  PriceLineKind: PriceLineKind;
  OrderStep: ResolverTypeWrapper<OrderStepRow>;
  OrderStatus: OrderStatus;
  OrderConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Order"]>>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  Ticket: ResolverTypeWrapper<TicketRow>;
  TicketStatus: TicketStatus;
  TicketConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Ticket"]>>;
  TicketEdge: ResolverTypeWrapper<Omit<TicketEdge, 'node'> & { node: ResolversTypes['Ticket'] }>;
  PlaceOrderInput: PlaceOrderInput;
  RefundOrderInput: RefundOrderInput;
  HoldNotActive: ResolverTypeWrapper<HoldNotActive>;
  OrderNotCancellable: ResolverTypeWrapper<OrderNotCancellable>;
  OrderNotRefundable: ResolverTypeWrapper<OrderNotRefundable>;
  TicketAlreadyUsed: ResolverTypeWrapper<TicketAlreadyUsed>;
  TicketForOtherEvent: ResolverTypeWrapper<Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  TicketFrozen: ResolverTypeWrapper<TicketFrozen>;
  TicketOffer: ResolverTypeWrapper<TicketOfferRow>;
  TicketOfferGone: ResolverTypeWrapper<TicketOfferGone>;
  TicketTransfer: ResolverTypeWrapper<Omit<TicketTransfer, 'from' | 'to'> & { from?: Maybe<ResolversTypes['User']>, to?: Maybe<ResolversTypes['User']> }>;
  OfferTicketInput: OfferTicketInput;
  AcceptTicketOfferInput: AcceptTicketOfferInput;
  TakeTicketInput: TakeTicketInput;
  OfferTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OfferTicketResult']>;
  WithdrawTicketOfferResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawTicketOfferResult']>;
  AcceptTicketOfferResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptTicketOfferResult']>;
  TakeTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TakeTicketResult']>;
  CheckInBundle: ResolverTypeWrapper<CheckInBundleRow>;
  TicketException: ResolverTypeWrapper<TicketExceptionRow>;
  TicketExceptionConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["TicketException"]>>;
  TicketExceptionEdge: ResolverTypeWrapper<Omit<TicketExceptionEdge, 'node'> & { node: ResolversTypes['TicketException'] }>;
  ScanInput: ScanInput;
  UploadScansInput: UploadScansInput;
  Scan: ResolverTypeWrapper<ScanRow>;
  ScanOutcome: ScanOutcome;
  ScanConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Scan"]>>;
  ScanEdge: ResolverTypeWrapper<Omit<ScanEdge, 'node'> & { node: ResolversTypes['Scan'] }>;
  ScanUpload: ResolverTypeWrapper<Omit<ScanUpload, 'scans'> & { scans: Array<ResolversTypes['Scan']> }>;
  UploadScansResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UploadScansResult']>;
  PlaceOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceOrderResult']>;
  CancelOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelOrderResult']>;
  RefundOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundOrderResult']>;
  CheckInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckInResult']>;
  RetryOrderInput: RetryOrderInput;
  NudgeOrderInput: NudgeOrderInput;
  OrderIntervention: ResolverTypeWrapper<Omit<OrderIntervention, 'by'> & { by?: Maybe<ResolversTypes['User']> }>;
  RetryOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetryOrderResult']>;
  NudgeOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NudgeOrderResult']>;
  NameTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NameTicketResult']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PaymentToBeginInput: PaymentToBeginInput;
  PaymentRefusal: PaymentRefusal;
  PaymentPermission: ResolverTypeWrapper<PaymentPermission>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<Omit<User, 'orders' | 'purchases' | 'tickets'> & { orders?: Maybe<ResolversTypes['OrderConnection']>, purchases?: Maybe<ResolversTypes['PurchaseConnection']>, tickets?: Maybe<ResolversTypes['TicketConnection']> }>;
  Purchase: ResolverTypeWrapper<PurchaseRow>;
  PurchaseConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Purchase"]>>;
  PurchaseEdge: ResolverTypeWrapper<Omit<PurchaseEdge, 'node'> & { node: ResolversTypes['Purchase'] }>;
  SalesDay: ResolverTypeWrapper<SalesDayRow>;
  SalesDayConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["SalesDay"]>>;
  SalesDayEdge: ResolverTypeWrapper<Omit<SalesDayEdge, 'node'> & { node: ResolversTypes['SalesDay'] }>;
  Organization: ResolverTypeWrapper<Omit<Organization, 'sales' | 'orders'> & { sales?: Maybe<ResolversTypes['SalesDayConnection']>, orders?: Maybe<ResolversTypes['OrderConnection']> }>;
  Event: ResolverTypeWrapper<Omit<Event, 'cancellation' | 'checkInBundle' | 'scanConflicts'> & { cancellation?: Maybe<ResolversTypes['EventCancellation']>, checkInBundle?: Maybe<ResolversTypes['CheckInBundle']>, scanConflicts?: Maybe<ResolversTypes['ScanConnection']> }>;
  EventCancellation: ResolverTypeWrapper<EventCancellationRow>;
  Seat: ResolverTypeWrapper<Seat>;
  Section: ResolverTypeWrapper<Section>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  String: Scalars['String']['output'];
  Money: Money;
  Int: Scalars['Int']['output'];
  MoneySum: MoneySum;
  SafeInt: Scalars['SafeInt']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  NotFound: NotFound;
  IdempotencyKeyReused: IdempotencyKeyReused;
  Order: OrderRow;
  ID: Scalars['ID']['output'];
  Notification: NotificationRow;
  Letter: LetterRow;
  ResendTicketsInput: ResendTicketsInput;
  OrderWithoutTickets: OrderWithoutTickets;
  ResendTicketsResult: ResolversUnionTypes<ResolversParentTypes>['ResendTicketsResult'];
  OrderItem: OrderItemRow;
  PriceBreakdown: PriceBreakdown;
  PriceLine: PriceLine;
  OrderStep: OrderStepRow;
  OrderConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Order"]>;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  Ticket: TicketRow;
  TicketConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Ticket"]>;
  TicketEdge: Omit<TicketEdge, 'node'> & { node: ResolversParentTypes['Ticket'] };
  PlaceOrderInput: PlaceOrderInput;
  RefundOrderInput: RefundOrderInput;
  HoldNotActive: HoldNotActive;
  OrderNotCancellable: OrderNotCancellable;
  OrderNotRefundable: OrderNotRefundable;
  TicketAlreadyUsed: TicketAlreadyUsed;
  TicketForOtherEvent: Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  TicketFrozen: TicketFrozen;
  TicketOffer: TicketOfferRow;
  TicketOfferGone: TicketOfferGone;
  TicketTransfer: Omit<TicketTransfer, 'from' | 'to'> & { from?: Maybe<ResolversParentTypes['User']>, to?: Maybe<ResolversParentTypes['User']> };
  OfferTicketInput: OfferTicketInput;
  AcceptTicketOfferInput: AcceptTicketOfferInput;
  TakeTicketInput: TakeTicketInput;
  OfferTicketResult: ResolversUnionTypes<ResolversParentTypes>['OfferTicketResult'];
  WithdrawTicketOfferResult: ResolversUnionTypes<ResolversParentTypes>['WithdrawTicketOfferResult'];
  AcceptTicketOfferResult: ResolversUnionTypes<ResolversParentTypes>['AcceptTicketOfferResult'];
  TakeTicketResult: ResolversUnionTypes<ResolversParentTypes>['TakeTicketResult'];
  CheckInBundle: CheckInBundleRow;
  TicketException: TicketExceptionRow;
  TicketExceptionConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["TicketException"]>;
  TicketExceptionEdge: Omit<TicketExceptionEdge, 'node'> & { node: ResolversParentTypes['TicketException'] };
  ScanInput: ScanInput;
  UploadScansInput: UploadScansInput;
  Scan: ScanRow;
  ScanConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Scan"]>;
  ScanEdge: Omit<ScanEdge, 'node'> & { node: ResolversParentTypes['Scan'] };
  ScanUpload: Omit<ScanUpload, 'scans'> & { scans: Array<ResolversParentTypes['Scan']> };
  UploadScansResult: ResolversUnionTypes<ResolversParentTypes>['UploadScansResult'];
  PlaceOrderResult: ResolversUnionTypes<ResolversParentTypes>['PlaceOrderResult'];
  CancelOrderResult: ResolversUnionTypes<ResolversParentTypes>['CancelOrderResult'];
  RefundOrderResult: ResolversUnionTypes<ResolversParentTypes>['RefundOrderResult'];
  CheckInResult: ResolversUnionTypes<ResolversParentTypes>['CheckInResult'];
  RetryOrderInput: RetryOrderInput;
  NudgeOrderInput: NudgeOrderInput;
  OrderIntervention: Omit<OrderIntervention, 'by'> & { by?: Maybe<ResolversParentTypes['User']> };
  RetryOrderResult: ResolversUnionTypes<ResolversParentTypes>['RetryOrderResult'];
  NudgeOrderResult: ResolversUnionTypes<ResolversParentTypes>['NudgeOrderResult'];
  NameTicketResult: ResolversUnionTypes<ResolversParentTypes>['NameTicketResult'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  PaymentToBeginInput: PaymentToBeginInput;
  PaymentPermission: PaymentPermission;
  Subscription: Record<PropertyKey, never>;
  User: Omit<User, 'orders' | 'purchases' | 'tickets'> & { orders?: Maybe<ResolversParentTypes['OrderConnection']>, purchases?: Maybe<ResolversParentTypes['PurchaseConnection']>, tickets?: Maybe<ResolversParentTypes['TicketConnection']> } | FederationReferenceTypes['User'];
  Purchase: PurchaseRow;
  PurchaseConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Purchase"]>;
  PurchaseEdge: Omit<PurchaseEdge, 'node'> & { node: ResolversParentTypes['Purchase'] };
  SalesDay: SalesDayRow;
  SalesDayConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["SalesDay"]>;
  SalesDayEdge: Omit<SalesDayEdge, 'node'> & { node: ResolversParentTypes['SalesDay'] };
  Organization: Omit<Organization, 'sales' | 'orders'> & { sales?: Maybe<ResolversParentTypes['SalesDayConnection']>, orders?: Maybe<ResolversParentTypes['OrderConnection']> } | FederationReferenceTypes['Organization'];
  Event: Omit<Event, 'cancellation' | 'checkInBundle' | 'scanConflicts'> & { cancellation?: Maybe<ResolversParentTypes['EventCancellation']>, checkInBundle?: Maybe<ResolversParentTypes['CheckInBundle']>, scanConflicts?: Maybe<ResolversParentTypes['ScanConnection']> } | FederationReferenceTypes['Event'];
  EventCancellation: EventCancellationRow;
  Seat: Seat;
  Section: Section;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'OrderWithoutTickets' | 'HoldNotActive' | 'OrderNotCancellable' | 'OrderNotRefundable' | 'TicketAlreadyUsed' | 'TicketForOtherEvent' | 'TicketFrozen' | 'TicketOfferGone', ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MoneySumResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['MoneySum']> = {
  amount?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NotFoundResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdempotencyKeyReusedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['IdempotencyKeyReused']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['OrderItem']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['PriceBreakdown'], ParentType, ContextType>;
  promoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['OrderStep']>, ParentType, ContextType>;
  notifications?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  letters?: Resolver<Array<ResolversTypes['Letter']>, ParentType, ContextType>;
  pdf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<OrderPdfArgs, 'locale'>>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['OrderIntervention']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Notification']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['NotificationStatus'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LetterResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Letter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LetterKind'], ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LetterStatus'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type OrderWithoutTicketsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderWithoutTickets']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResendTicketsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ResendTicketsResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'OrderWithoutTickets' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type OrderItemResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderItem']> = {
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['PriceBreakdown'], ParentType, ContextType>;
};

export type PriceBreakdownResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceBreakdown']> = {
  base?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PriceLine']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PriceLineResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceLine']> = {
  kind?: Resolver<ResolversTypes['PriceLineKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  included?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OrderStepResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type TicketResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Ticket'], FederationReferenceType extends FederationReferenceTypes['Ticket'] = FederationReferenceTypes['Ticket']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Ticket']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  orderNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  frozen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  qr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pdf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TicketPdfArgs, 'locale'>>;
  wallet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TicketWalletArgs, 'kind' | 'locale'>>;
  offer?: Resolver<Maybe<ResolversTypes['TicketOffer']>, ParentType, ContextType>;
  transfers?: Resolver<Array<ResolversTypes['TicketTransfer']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TicketEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TicketEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
};

export type HoldNotActiveResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldNotActive']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotCancellableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderNotCancellable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotRefundableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderNotRefundable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketAlreadyUsedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketAlreadyUsed']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketForOtherEventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketForOtherEvent']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  eventName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketFrozenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketFrozen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketOfferResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketOffer']> = {
  ticket?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketOfferGoneResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketOfferGone']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketTransferResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketTransfer']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type OfferTicketResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OfferTicketResult']> = {
  __resolveType: TypeResolveFn<'TicketOffer' | 'TicketAlreadyUsed' | 'TicketFrozen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type WithdrawTicketOfferResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['WithdrawTicketOfferResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'NotFound', ParentType, ContextType>;
};

export type AcceptTicketOfferResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AcceptTicketOfferResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TicketOfferGone' | 'TicketFrozen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type TakeTicketResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TakeTicketResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TicketOfferGone' | 'TicketFrozen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CheckInBundleResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CheckInBundle']> = {
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  exceptions?: Resolver<ResolversTypes['TicketExceptionConnection'], ParentType, ContextType, Partial<CheckInBundleExceptionsArgs>>;
};

export type TicketExceptionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketException']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frozen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TicketExceptionConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketExceptionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TicketExceptionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TicketException']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TicketExceptionEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketExceptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TicketException'], ParentType, ContextType>;
};

export type ScanResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Scan']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ScanOutcome'], ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  scannedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uploadedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scanner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScanConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ScanConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScanEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Scan']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScanEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ScanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Scan'], ParentType, ContextType>;
};

export type ScanUploadResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ScanUpload']> = {
  scans?: Resolver<Array<ResolversTypes['Scan']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UploadScansResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UploadScansResult']> = {
  __resolveType: TypeResolveFn<'ScanUpload' | 'NotFound', ParentType, ContextType>;
};

export type PlaceOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PlaceOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'HoldNotActive' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CancelOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CancelOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'OrderNotCancellable' | 'NotFound', ParentType, ContextType>;
};

export type RefundOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefundOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'OrderNotRefundable' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CheckInResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CheckInResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TicketForOtherEvent' | 'TicketAlreadyUsed' | 'TicketFrozen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type OrderInterventionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderIntervention']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RetryOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RetryOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type NudgeOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NudgeOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type NameTicketResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NameTicketResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TicketAlreadyUsed' | 'NotFound', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'id'>>;
  ticketKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stuckOrders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<QueryStuckOrdersArgs>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  placeOrder?: Resolver<ResolversTypes['PlaceOrderResult'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['CancelOrderResult'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'orderId'>>;
  refundOrder?: Resolver<ResolversTypes['RefundOrderResult'], ParentType, ContextType, RequireFields<MutationRefundOrderArgs, 'input'>>;
  checkIn?: Resolver<ResolversTypes['CheckInResult'], ParentType, ContextType, RequireFields<MutationCheckInArgs, 'code'>>;
  retryOrder?: Resolver<ResolversTypes['RetryOrderResult'], ParentType, ContextType, RequireFields<MutationRetryOrderArgs, 'input'>>;
  nudgeOrder?: Resolver<ResolversTypes['NudgeOrderResult'], ParentType, ContextType, RequireFields<MutationNudgeOrderArgs, 'input'>>;
  nameTicket?: Resolver<ResolversTypes['NameTicketResult'], ParentType, ContextType, RequireFields<MutationNameTicketArgs, 'ticketId' | 'name'>>;
  offerTicket?: Resolver<ResolversTypes['OfferTicketResult'], ParentType, ContextType, RequireFields<MutationOfferTicketArgs, 'input'>>;
  withdrawTicketOffer?: Resolver<ResolversTypes['WithdrawTicketOfferResult'], ParentType, ContextType, RequireFields<MutationWithdrawTicketOfferArgs, 'ticketId'>>;
  acceptTicketOffer?: Resolver<ResolversTypes['AcceptTicketOfferResult'], ParentType, ContextType, RequireFields<MutationAcceptTicketOfferArgs, 'input'>>;
  takeTicket?: Resolver<ResolversTypes['TakeTicketResult'], ParentType, ContextType, RequireFields<MutationTakeTicketArgs, 'input'>>;
  uploadScans?: Resolver<ResolversTypes['UploadScansResult'], ParentType, ContextType, RequireFields<MutationUploadScansArgs, 'input'>>;
  resendTickets?: Resolver<ResolversTypes['ResendTicketsResult'], ParentType, ContextType, RequireFields<MutationResendTicketsArgs, 'input'>>;
  beginPayments?: Resolver<Array<Maybe<ResolversTypes['PaymentPermission']>>, ParentType, ContextType, RequireFields<MutationBeginPaymentsArgs, 'payments'>>;
  beginPayment?: Resolver<ResolversTypes['PaymentPermission'], ParentType, ContextType, RequireFields<MutationBeginPaymentArgs, 'orderId' | 'paymentId' | 'buyerId' | 'ended'>>;
  decideOrder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDecideOrderArgs, 'orderId' | 'assessmentId' | 'allow'>>;
};

export type PaymentPermissionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PaymentPermission']> = {
  refusal?: Resolver<Maybe<ResolversTypes['PaymentRefusal']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Subscription']> = {
  orderChanged?: SubscriptionResolver<ResolversTypes['Order'], "orderChanged", ParentType, ContextType, RequireFields<SubscriptionOrderChangedArgs, 'orderId'>>;
  eventCancellationChanged?: SubscriptionResolver<ResolversTypes['EventCancellation'], "eventCancellationChanged", ParentType, ContextType, RequireFields<SubscriptionEventCancellationChangedArgs, 'eventId'>>;
};

export type UserResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, Partial<UserOrdersArgs>>;
  purchases?: Resolver<Maybe<ResolversTypes['PurchaseConnection']>, ParentType, ContextType, Partial<UserPurchasesArgs>>;
  tickets?: Resolver<Maybe<ResolversTypes['TicketConnection']>, ParentType, ContextType, Partial<UserTicketsArgs>>;
};

export type PurchaseResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Purchase']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  eventName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  ticketsReturned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PurchaseConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PurchaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PurchaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Purchase']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PurchaseEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PurchaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Purchase'], ParentType, ContextType>;
};

export type SalesDayResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesDay']> = {
  day?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  grossSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  ticketsReturned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  returnedSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
};

export type SalesDayConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesDayConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SalesDayEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SalesDay']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SalesDayEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesDayEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SalesDay'], ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sales?: Resolver<Maybe<ResolversTypes['SalesDayConnection']>, ParentType, ContextType, Partial<OrganizationSalesArgs>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, Partial<OrganizationOrdersArgs>>;
};

export type EventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cancellation?: Resolver<Maybe<ResolversTypes['EventCancellation']>, ParentType, ContextType>;
  checkInBundle?: Resolver<Maybe<ResolversTypes['CheckInBundle']>, ParentType, ContextType>;
  scanConflicts?: Resolver<Maybe<ResolversTypes['ScanConnection']>, ParentType, ContextType, Partial<EventScanConflictsArgs>>;
};

export type EventCancellationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventCancellation']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isFinished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ordersDone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refundsDone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refundsFailed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  toRefund?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  refunded?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  toRefundSum?: Resolver<Maybe<ResolversTypes['MoneySum']>, ParentType, ContextType>;
  refundedSum?: Resolver<Maybe<ResolversTypes['MoneySum']>, ParentType, ContextType>;
};

export type SeatResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Seat']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Section']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DateTime?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  MoneySum?: MoneySumResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  Letter?: LetterResolvers<ContextType>;
  OrderWithoutTickets?: OrderWithoutTicketsResolvers<ContextType>;
  ResendTicketsResult?: ResendTicketsResultResolvers<ContextType>;
  OrderItem?: OrderItemResolvers<ContextType>;
  PriceBreakdown?: PriceBreakdownResolvers<ContextType>;
  PriceLine?: PriceLineResolvers<ContextType>;
  OrderStep?: OrderStepResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketConnection?: TicketConnectionResolvers<ContextType>;
  TicketEdge?: TicketEdgeResolvers<ContextType>;
  HoldNotActive?: HoldNotActiveResolvers<ContextType>;
  OrderNotCancellable?: OrderNotCancellableResolvers<ContextType>;
  OrderNotRefundable?: OrderNotRefundableResolvers<ContextType>;
  TicketAlreadyUsed?: TicketAlreadyUsedResolvers<ContextType>;
  TicketForOtherEvent?: TicketForOtherEventResolvers<ContextType>;
  TicketFrozen?: TicketFrozenResolvers<ContextType>;
  TicketOffer?: TicketOfferResolvers<ContextType>;
  TicketOfferGone?: TicketOfferGoneResolvers<ContextType>;
  TicketTransfer?: TicketTransferResolvers<ContextType>;
  OfferTicketResult?: OfferTicketResultResolvers<ContextType>;
  WithdrawTicketOfferResult?: WithdrawTicketOfferResultResolvers<ContextType>;
  AcceptTicketOfferResult?: AcceptTicketOfferResultResolvers<ContextType>;
  TakeTicketResult?: TakeTicketResultResolvers<ContextType>;
  CheckInBundle?: CheckInBundleResolvers<ContextType>;
  TicketException?: TicketExceptionResolvers<ContextType>;
  TicketExceptionConnection?: TicketExceptionConnectionResolvers<ContextType>;
  TicketExceptionEdge?: TicketExceptionEdgeResolvers<ContextType>;
  Scan?: ScanResolvers<ContextType>;
  ScanConnection?: ScanConnectionResolvers<ContextType>;
  ScanEdge?: ScanEdgeResolvers<ContextType>;
  ScanUpload?: ScanUploadResolvers<ContextType>;
  UploadScansResult?: UploadScansResultResolvers<ContextType>;
  PlaceOrderResult?: PlaceOrderResultResolvers<ContextType>;
  CancelOrderResult?: CancelOrderResultResolvers<ContextType>;
  RefundOrderResult?: RefundOrderResultResolvers<ContextType>;
  CheckInResult?: CheckInResultResolvers<ContextType>;
  OrderIntervention?: OrderInterventionResolvers<ContextType>;
  RetryOrderResult?: RetryOrderResultResolvers<ContextType>;
  NudgeOrderResult?: NudgeOrderResultResolvers<ContextType>;
  NameTicketResult?: NameTicketResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PaymentPermission?: PaymentPermissionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Purchase?: PurchaseResolvers<ContextType>;
  PurchaseConnection?: PurchaseConnectionResolvers<ContextType>;
  PurchaseEdge?: PurchaseEdgeResolvers<ContextType>;
  SalesDay?: SalesDayResolvers<ContextType>;
  SalesDayConnection?: SalesDayConnectionResolvers<ContextType>;
  SalesDayEdge?: SalesDayEdgeResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventCancellation?: EventCancellationResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
};


