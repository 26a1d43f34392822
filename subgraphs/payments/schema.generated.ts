// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Balance as BalanceRow } from './entities/balance.ts';
import type { BooksCheck as BooksCheckRow } from './entities/books-check.ts';
import type { BooksFinding as BooksFindingRow } from './entities/books-finding.ts';
import type { Discrepancy as DiscrepancyRow } from './entities/discrepancy.ts';
import type { Dispute as DisputeRow } from './entities/dispute.ts';
import type { Payment as PaymentRow } from './entities/payment.ts';
import type { Payout as PayoutRow } from './entities/payout.ts';
import type { Reconciliation as ReconciliationRow } from './entities/reconciliation.ts';
import type { Refund as RefundRow } from './entities/refund.ts';
import type { StatementEntry as StatementEntryRow } from './entities/statement-entry.ts';
import type { Statement as StatementRow } from './entities/statement.ts';
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
  /** RFC 3339 date and time, from year 1970 to 9999. Answers are always in UTC. */
  DateTime: { input: Date; output: Date; }
  /** Integer that JSON numbers represent exactly: from -(2^53 - 1) to 2^53 - 1. */
  SafeInt: { input: number; output: number; }
  /** ISO 4217 currency code. */
  CurrencyCode: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A refusal: an expected error that a client can handle. */
export type Error = {
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** Amount in minor units: 1250 is 12.50 USD or 1250 JPY. */
  amount: Scalars['Int']['output'];
  /** ISO 4217 code. */
  currency: Scalars['CurrencyCode']['output'];
};

/** A sum of amounts of money. */
export type MoneySum = {
  __typename?: 'MoneySum';
  /** Amount in minor units, as `Money.amount`. */
  amount: Scalars['SafeInt']['output'];
  /** ISO 4217 code. */
  currency: Scalars['CurrencyCode']['output'];
};

/** The object does not exist, or the viewer may not see it. */
export type NotFound = Error & {
  __typename?: 'NotFound';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The idempotency key was already used with a different input. Nothing was changed. */
export type IdempotencyKeyReused = Error & {
  __typename?: 'IdempotencyKeyReused';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** How a customer pays at the counter. TERMINAL: a card terminal that Boxoffice does not drive. COMPLIMENTARY: the tickets cost nothing. */
export type Tender =
  | 'CASH'
  | 'TERMINAL'
  | 'COMPLIMENTARY';

/** An attempt to pay for an order. */
export type Payment = {
  __typename?: 'Payment';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Order. */
  order?: Maybe<Order>;
  /** Amount. */
  amount: Money;
  /** Sum of refunds, with what pays for other orders in exchange for tickets. */
  refunded: Money;
  /** Part of `refunded` that pays for other orders in exchange for tickets. It did not go back to the buyer. */
  credited: Money;
  /** Whether it is what exchanged tickets are worth. The money was captured by a payment of their order, and refunds go back to that card. */
  isCredit: Scalars['Boolean']['output'];
  /** Status. */
  status: PaymentStatus;
  /** How the customer paid at the counter; null for a payment at the provider. */
  tender?: Maybe<Tender>;
  /** Number on the slip of the terminal. Only for the organization and platform staff; null for anyone else. */
  tenderReference?: Maybe<Scalars['String']['output']>;
  /** Failure code from the provider, such as `card_declined`. */
  failureCode?: Maybe<Scalars['String']['output']>;
  /** While PENDING: action required from the buyer, such as 3-D Secure. Only for the buyer; null for anyone else. */
  nextAction?: Maybe<PaymentNextAction>;
  /** Refunds, oldest first. */
  refunds: Array<Refund>;
  /**
   * Disputes (chargebacks), oldest first; of a credit those of the payment that has its money. Only for the organization (BOX_OFFICE and up, AUDITOR) and
   * platform staff; empty for anyone else.
   */
  disputes: Array<Dispute>;
  /** Early fraud warning from the bank, such as `made_with_stolen_card`. Only for the organization and platform staff; null for anyone else. */
  fraudWarning?: Maybe<Scalars['String']['output']>;
  /** Start of the payment. */
  createdAt: Scalars['DateTime']['output'];
};

/** Action that the provider requires from the buyer. */
export type PaymentNextAction = {
  __typename?: 'PaymentNextAction';
  /** Kind of action; it determines which other field is set. */
  kind: PaymentNextActionKind;
  /** REDIRECT: URL to open in the buyer's browser. */
  url?: Maybe<Scalars['String']['output']>;
  /** PROVIDER_SDK: secret for the provider's browser library. Do not log it. */
  clientSecret?: Maybe<Scalars['String']['output']>;
};

/** REDIRECT: open a page in the buyer's browser. PROVIDER_SDK: continue with the provider's browser library. */
export type PaymentNextActionKind =
  | 'REDIRECT'
  | 'PROVIDER_SDK';

/** A refund to the buyer. */
export type Refund = {
  __typename?: 'Refund';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Payment. */
  payment?: Maybe<Payment>;
  /** Amount. */
  amount: Money;
  /** Reason given by the box office. */
  reason: Scalars['String']['output'];
  /** Status. */
  status: RefundStatus;
  /** For FAILED: failure code from the provider, such as `expired_or_canceled_card`; `pay_out_at_counter`: see `payOutRefund`. */
  failureCode?: Maybe<Scalars['String']['output']>;
  /** Time of the request. */
  createdAt: Scalars['DateTime']['output'];
};

/** FAILED: the provider refused the refund, or the money was returned to the provider. Retry it with `retryRefund`. */
export type RefundStatus =
  | 'PENDING'
  | 'DONE'
  | 'FAILED';

/** A page of refunds. */
export type RefundConnection = {
  __typename?: 'RefundConnection';
  /** The items, each with its cursor. */
  edges: Array<RefundEdge>;
  /** The items without cursors. */
  nodes: Array<Refund>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type RefundEdge = {
  __typename?: 'RefundEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Refund;
};

/** A dispute: the buyer's bank reclaims the money. The order's tickets are frozen until the dispute is decided. */
export type Dispute = {
  __typename?: 'Dispute';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Payment. */
  payment?: Maybe<Payment>;
  /** Amount. */
  amount: Money;
  /** Reason from the provider, such as `fraudulent`. */
  reason: Scalars['String']['output'];
  /** Status. */
  status: DisputeStatus;
  /** Time at which the dispute became known. */
  openedAt: Scalars['DateTime']['output'];
  /** Time of the bank's decision. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** WON: the organization keeps the money. LOST: the buyer gets the money back, and the order's tickets are cancelled. */
export type DisputeStatus =
  | 'OPEN'
  | 'WON'
  | 'LOST';

/** A page of disputes. */
export type DisputeConnection = {
  __typename?: 'DisputeConnection';
  /** The items, each with its cursor. */
  edges: Array<DisputeEdge>;
  /** The items without cursors. */
  nodes: Array<Dispute>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type DisputeEdge = {
  __typename?: 'DisputeEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Dispute;
};

/** Account statement of an organization in one currency. Amounts owed to the organization are positive. Entries are double-entry bookkeeping and never change. */
export type Statement = {
  __typename?: 'Statement';
  /** Start of the period (inclusive). */
  from: Scalars['DateTime']['output'];
  /** End of the period (exclusive). */
  to: Scalars['DateTime']['output'];
  /** Same as `openingSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  opening: Money;
  /** Same as `capturedSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  captured: Money;
  /** Same as `refundedSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  refunded: Money;
  /** Same as `chargedBackSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  chargedBack: Money;
  /** Same as `paidOutSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  paidOut: Money;
  /** Same as `closingSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  closing: Money;
  /** Balance owed to the organization at the start. */
  openingSum: MoneySum;
  /** Sum captured from buyers. */
  capturedSum: MoneySum;
  /** Sum refunded to buyers, less returned refunds: negative or 0. */
  refundedSum: MoneySum;
  /** Sum of chargebacks: negative or 0. */
  chargedBackSum: MoneySum;
  /** Sum of payouts, less returned ones: negative or 0; 0 for the statement of an order. */
  paidOutSum: MoneySum;
  /** Net sum of credits for exchanged tickets: of an order what it got or gave, for a period 0. */
  creditedSum: MoneySum;
  /** Balance owed to the organization at the end: the sum of the fields above. */
  closingSum: MoneySum;
  /** Entries of orders, oldest first. Payouts are in `Organization.payouts`; balances count them. */
  entries: StatementEntryConnection;
};


/** Account statement of an organization in one currency. Amounts owed to the organization are positive. Entries are double-entry bookkeeping and never change. */
export type StatementEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An entry of the ledger. */
export type StatementEntry = {
  __typename?: 'StatementEntry';
  /** Time of booking. */
  at: Scalars['DateTime']['output'];
  /** Kind of entry. */
  what: StatementEntryKind;
  /** Amount; positive in favour of the organization. */
  amount: Money;
  /** Same as `balanceSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  balance: Money;
  /** Balance owed to the organization after this entry. */
  balanceSum: MoneySum;
  /** Order. */
  order: Order;
  /** Payment. */
  payment?: Maybe<Payment>;
};

/**
 * REFUND_RETURNED: a refund that the bank returned. CHARGEBACK: a lost dispute. CREDIT_GIVEN, CREDIT_TAKEN: what exchanged tickets are worth, of their order
 * and of the new one.
 */
export type StatementEntryKind =
  | 'CAPTURE'
  | 'REFUND'
  | 'REFUND_RETURNED'
  | 'CHARGEBACK'
  | 'CREDIT_GIVEN'
  | 'CREDIT_TAKEN';

/** A page of entries. */
export type StatementEntryConnection = {
  __typename?: 'StatementEntryConnection';
  /** The items, each with its cursor. */
  edges: Array<StatementEntryEdge>;
  /** The items without cursors. */
  nodes: Array<StatementEntry>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type StatementEntryEdge = {
  __typename?: 'StatementEntryEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: StatementEntry;
};

/** A transfer to an organization, as platform staff recorded it. Boxoffice moves no money. */
export type Payout = {
  __typename?: 'Payout';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Amount. */
  amount: Money;
  /** Start of the period that is settled (inclusive); null for all that came before its end. */
  from?: Maybe<Scalars['DateTime']['output']>;
  /** End of the period that is settled (exclusive). */
  until: Scalars['DateTime']['output'];
  /** Reference of the bank's transfer. */
  reference: Scalars['String']['output'];
  /** Time at which it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Time at which the transfer was recorded as returned by the bank; null if it was not. */
  returnedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the transfer was returned. */
  returnReason?: Maybe<Scalars['String']['output']>;
};

/** A page of payouts. */
export type PayoutConnection = {
  __typename?: 'PayoutConnection';
  /** The items, each with its cursor. */
  edges: Array<PayoutEdge>;
  /** The items without cursors. */
  nodes: Array<Payout>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type PayoutEdge = {
  __typename?: 'PayoutEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Payout;
};

/** What an organization is owed in a currency: its sales less refunds, chargebacks and payouts. */
export type Balance = {
  __typename?: 'Balance';
  /** The organization. */
  organization: Organization;
  /** What it is owed; negative if it owes this. */
  amount: MoneySum;
};

/** A page of balances. */
export type BalanceConnection = {
  __typename?: 'BalanceConnection';
  /** The items, each with its cursor. */
  edges: Array<BalanceEdge>;
  /** The items without cursors. */
  nodes: Array<Balance>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type BalanceEdge = {
  __typename?: 'BalanceEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Balance;
};

/** Input of recordPayout. */
export type RecordPayoutInput = {
  /** The organization that got the money. */
  organizationId: Scalars['ID']['input'];
  /** Amount in minor units, at least 1. */
  amount: Scalars['Int']['input'];
  /** ISO 4217 code. */
  currency: Scalars['CurrencyCode']['input'];
  /**
   * Start of the period that is settled (inclusive), before `until`. Default: the end of the organization's last earlier period in the currency; null if it
   * has none.
   */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of the period that is settled (exclusive); not in the future. */
  until: Scalars['DateTime']['input'];
  /** Reference of the bank's transfer: one line of 1 to 140 characters, once for each organization. */
  reference: Scalars['String']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** The amount exceeds what the organization is owed for the period, or now. Nothing was recorded. */
export type PayoutTooHigh = Error & {
  __typename?: 'PayoutTooHigh';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** The most that can be recorded for this period. */
  owed: MoneySum;
};

/** The organization has a payout with this reference. Nothing was recorded. */
export type PayoutReferenceTaken = Error & {
  __typename?: 'PayoutReferenceTaken';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** The payout with this reference. */
  payout: Payout;
};

/** Result of recordPayout. */
export type RecordPayoutResult = Payout | PayoutTooHigh | PayoutReferenceTaken | NotFound | IdempotencyKeyReused;

/** Result of returnPayout. */
export type ReturnPayoutResult = Payout | NotFound;

/** A reconciliation: compares ledger, payments, orders and the provider's records. */
export type Reconciliation = {
  __typename?: 'Reconciliation';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Start time. */
  startedAt: Scalars['DateTime']['output'];
  /** End time; null while it is running. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of payments compared with the provider's records. */
  payments: Scalars['Int']['output'];
};

/** A page of reconciliations. */
export type ReconciliationConnection = {
  __typename?: 'ReconciliationConnection';
  /** The items, each with its cursor. */
  edges: Array<ReconciliationEdge>;
  /** The items without cursors. */
  nodes: Array<Reconciliation>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type ReconciliationEdge = {
  __typename?: 'ReconciliationEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Reconciliation;
};

/** A difference found by reconciliation. It stays open until a reconciliation no longer finds it. */
export type Discrepancy = {
  __typename?: 'Discrepancy';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Kind of difference. */
  kind: DiscrepancyKind;
  /** Payment concerned, if any. */
  payment?: Maybe<Payment>;
  /** Order concerned, if any. */
  order?: Maybe<Order>;
  /** Human-readable values of both sides. */
  detail: Scalars['String']['output'];
  /** Time of the first finding. */
  foundAt: Scalars['DateTime']['output'];
  /** Time at which a reconciliation no longer found it. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * LEDGER_AND_PAYMENT: a payment differs from its ledger entries. PAYMENT_AND_ORDER: the captured amount differs from the order.
 * PAYMENT_AND_PROVIDER: a payment differs from the provider's record. UNKNOWN_TO_US: only the provider has the payment.
 * OPEN_TOO_LONG: a payment or refund does not end. LEDGER_BALANCE: debits and credits of a currency differ.
 */
export type DiscrepancyKind =
  | 'LEDGER_AND_PAYMENT'
  | 'PAYMENT_AND_ORDER'
  | 'PAYMENT_AND_PROVIDER'
  | 'UNKNOWN_TO_US'
  | 'OPEN_TOO_LONG'
  | 'LEDGER_BALANCE';

/** A page of discrepancies. */
export type DiscrepancyConnection = {
  __typename?: 'DiscrepancyConnection';
  /** The items, each with its cursor. */
  edges: Array<DiscrepancyEdge>;
  /** The items without cursors. */
  nodes: Array<Discrepancy>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type DiscrepancyEdge = {
  __typename?: 'DiscrepancyEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Discrepancy;
};

/** Same as Reconciliation. */
export type BooksCheck = {
  __typename?: 'BooksCheck';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Start time. */
  startedAt: Scalars['DateTime']['output'];
  /** End time; null while it is running. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of payments compared with the provider's records. */
  payments: Scalars['Int']['output'];
};

/** A page of checks. */
export type BooksCheckConnection = {
  __typename?: 'BooksCheckConnection';
  /** The items, each with its cursor. */
  edges: Array<BooksCheckEdge>;
  /** The items without cursors. */
  nodes: Array<BooksCheck>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type BooksCheckEdge = {
  __typename?: 'BooksCheckEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: BooksCheck;
};

/** Same as Discrepancy. */
export type BooksFinding = {
  __typename?: 'BooksFinding';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Kind of difference. */
  kind: BooksFindingKind;
  /** Payment concerned, if any. */
  payment?: Maybe<Payment>;
  /** Order concerned, if any. */
  order?: Maybe<Order>;
  /** Human-readable values of both sides. */
  detail: Scalars['String']['output'];
  /** Time of the first finding. */
  foundAt: Scalars['DateTime']['output'];
  /** Time at which a reconciliation no longer found it. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * LEDGER_AND_PAYMENT: a payment differs from its ledger entries. PAYMENT_AND_ORDER: the captured amount differs from the order.
 * PAYMENT_AND_PROVIDER: a payment differs from the provider's record. UNKNOWN_TO_US: only the provider has the payment.
 * OPEN_TOO_LONG: a payment or refund does not end. LEDGER_BALANCE: debits and credits of a currency differ.
 */
export type BooksFindingKind =
  | 'LEDGER_AND_PAYMENT'
  | 'PAYMENT_AND_ORDER'
  | 'PAYMENT_AND_PROVIDER'
  | 'UNKNOWN_TO_US'
  | 'OPEN_TOO_LONG'
  | 'LEDGER_BALANCE';

/** A page of findings. */
export type BooksFindingConnection = {
  __typename?: 'BooksFindingConnection';
  /** The items, each with its cursor. */
  edges: Array<BooksFindingEdge>;
  /** The items without cursors. */
  nodes: Array<BooksFinding>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type BooksFindingEdge = {
  __typename?: 'BooksFindingEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: BooksFinding;
};

/** Position of a page in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page starts after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge: pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** AUTHORIZED: the amount is reserved. SUCCEEDED: the amount was captured. CANCELLED: the authorization was voided. */
export type PaymentStatus =
  | 'PENDING'
  | 'AUTHORIZED'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'CANCELLED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED';

/**
 * Input of payOrder. The built-in test provider accepts these values of `paymentMethod`:
 * `pm_card_visa` (succeeds), `pm_card_declined` and `pm_card_insufficient_funds` (declined),
 * `pm_card_slow` (succeeds after 5 seconds),
 * `pm_card_timeout` (the first call times out although the provider accepts it; the retry succeeds),
 * `pm_card_risky` (succeeds, and risk requires a review), `pm_card_fraud` (risk declines the order).
 */
export type PayOrderInput = {
  /** An order of the viewer that awaits payment. */
  orderId: Scalars['ID']['input'];
  /** Payment method token from the provider. An order with nothing due needs none; a token is not used then. Without one, any other order is PaymentDeclined: `payment_method_missing`. */
  paymentMethod?: InputMaybe<Scalars['String']['input']>;
  /** URL to which the provider redirects the browser after 3-D Secure: https, or http on localhost, at most 2,000 characters. Without it, `nextAction` is for the provider's browser library. */
  returnUrl?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** The provider declined the payment. The buyer can try another payment method. */
export type PaymentDeclined = Error & {
  __typename?: 'PaymentDeclined';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Failure code from the provider, such as `card_declined`. */
  failureCode: Scalars['String']['output'];
  /** The failed payment. */
  payment: Payment;
};

/** The order does not await payment, or another payment is in progress. */
export type OrderNotPayable = Error & {
  __typename?: 'OrderNotPayable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of payOrder. If the provider is slow, the `Payment` is PENDING: follow it with `orderChanged`. */
export type PayOrderResult = Payment | PaymentDeclined | OrderNotPayable | NotFound | IdempotencyKeyReused;

/** Page of a person's stored data. */
export type PersonalDataPage = {
  __typename?: 'PersonalDataPage';
  /** Name of the table. */
  table: Scalars['String']['output'];
  /** Rows of the person, as a JSON array. */
  rows: Scalars['String']['output'];
  /** Cursor of the next page; null after the last. */
  next?: Maybe<Scalars['String']['output']>;
};

/** Queries. */
export type Query = {
  __typename?: 'Query';
  /** For a job of users. Stored data of a person, page by page; null if nothing is exported. */
  personalData?: Maybe<PersonalDataPage>;
  /** One payment. Only for its buyer, the organization (BOX_OFFICE and up, AUDITOR) and platform staff; null for anyone else. */
  payment?: Maybe<Payment>;
  /** For platform staff. Reconciliations, newest first. One runs every night. */
  reconciliations: ReconciliationConnection;
  /** For platform staff. Discrepancies, newest first. `open`: true for unresolved ones, false for resolved ones. */
  discrepancies: DiscrepancyConnection;
  /** For platform staff. Balances of organizations that are not 0 now, in the order of their IDs: whom `recordPayout` concerns. */
  balances: BalanceConnection;
  /**
   * Same as `reconciliations`.
   * @deprecated Use `reconciliations`: it is the same list.
   */
  booksChecks: BooksCheckConnection;
  /**
   * Same as `discrepancies`.
   * @deprecated Use `discrepancies`: it is the same list.
   */
  booksFindings: BooksFindingConnection;
};


/** Queries. */
export type QueryPersonalDataArgs = {
  userId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


/** Queries. */
export type QueryReconciliationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryDiscrepanciesArgs = {
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryBalancesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryBooksChecksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryBooksFindingsArgs = {
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Mutations. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Pays an order. After a declined payment the order stays AWAITING_PAYMENT, and another payment method may be tried until it expires. */
  payOrder: PayOrderResult;
  /** For BOX_OFFICE and up, and platform staff. Retries a FAILED refund; any other refund stays as it is. */
  retryRefund: RetryRefundResult;
  /** For platform staff. Records a transfer to an organization: it is owed that much less. Boxoffice moves no money. */
  recordPayout: RecordPayoutResult;
  /**
   * For platform staff. Records that the bank returned the transfer: the organization is owed the amount again. `reason`: one line of 1 to 500
   * characters. A returned payout stays as it is.
   */
  returnPayout: ReturnPayoutResult;
  /** For platform staff. Starts a reconciliation, or returns a running one. */
  reconcile: Reconciliation;
  /**
   * Same as `reconcile`.
   * @deprecated Use `reconcile`: it does the same.
   */
  checkBooks: BooksCheck;
};


/** Mutations. */
export type MutationPayOrderArgs = {
  input: PayOrderInput;
};


/** Mutations. */
export type MutationRetryRefundArgs = {
  refundId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationRecordPayoutArgs = {
  input: RecordPayoutInput;
};


/** Mutations. */
export type MutationReturnPayoutArgs = {
  payoutId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

/** Result of retryRefund. */
export type RetryRefundResult = Refund | NotFound;

export type Organization = {
  __typename?: 'Organization';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /**
   * Account statements from `from` (inclusive) to `to` (exclusive; default: now), one for each currency.
   * For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else.
   */
  statements?: Maybe<Array<Statement>>;
  /** Payouts, newest first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  payouts?: Maybe<PayoutConnection>;
  /** Refunds that failed and need a person, oldest first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  failedRefunds?: Maybe<RefundConnection>;
  /** Open disputes, oldest first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  openDisputes?: Maybe<DisputeConnection>;
};


export type OrganizationStatementsArgs = {
  from: Scalars['DateTime']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type OrganizationPayoutsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganizationFailedRefundsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganizationOpenDisputesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Order = {
  __typename?: 'Order';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Payments, oldest first. */
  payments?: Maybe<Array<Payment>>;
  /** Account statement of the order; null without entries. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  statement?: Maybe<Statement>;
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
  Payment: Payment;
  Refund: Refund;
  Organization: Organization;
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
  Refund:
    ( { __typename: 'Refund' }
    & GraphQLRecursivePick<FederationTypes['Refund'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  RecordPayoutResult:
    | ( PayoutRow )
    | ( PayoutTooHigh )
    | ( Omit<PayoutReferenceTaken, 'payout'> & { payout: _RefType['Payout'] } )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  ReturnPayoutResult:
    | ( PayoutRow )
    | ( NotFound )
  ;
  PayOrderResult:
    | ( PaymentRow )
    | ( Omit<PaymentDeclined, 'payment'> & { payment: _RefType['Payment'] } )
    | ( OrderNotPayable )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  RetryRefundResult:
    | ( RefundRow )
    | ( NotFound )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( PayoutTooHigh )
    | ( Omit<PayoutReferenceTaken, 'payout'> & { payout: _RefType['Payout'] } )
    | ( Omit<PaymentDeclined, 'payment'> & { payment: _RefType['Payment'] } )
    | ( OrderNotPayable )
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
  NotFound: ResolverTypeWrapper<NotFound>;
  IdempotencyKeyReused: ResolverTypeWrapper<IdempotencyKeyReused>;
  Tender: Tender;
  Payment: ResolverTypeWrapper<PaymentRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PaymentNextAction: ResolverTypeWrapper<PaymentNextAction>;
  PaymentNextActionKind: PaymentNextActionKind;
  Refund: ResolverTypeWrapper<RefundRow>;
  RefundStatus: RefundStatus;
  RefundConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Refund"]>>;
  RefundEdge: ResolverTypeWrapper<Omit<RefundEdge, 'node'> & { node: ResolversTypes['Refund'] }>;
  Dispute: ResolverTypeWrapper<DisputeRow>;
  DisputeStatus: DisputeStatus;
  DisputeConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Dispute"]>>;
  DisputeEdge: ResolverTypeWrapper<Omit<DisputeEdge, 'node'> & { node: ResolversTypes['Dispute'] }>;
  Statement: ResolverTypeWrapper<StatementRow>;
  StatementEntry: ResolverTypeWrapper<StatementEntryRow>;
  StatementEntryKind: StatementEntryKind;
  StatementEntryConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["StatementEntry"]>>;
  StatementEntryEdge: ResolverTypeWrapper<Omit<StatementEntryEdge, 'node'> & { node: ResolversTypes['StatementEntry'] }>;
  Payout: ResolverTypeWrapper<PayoutRow>;
  PayoutConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Payout"]>>;
  PayoutEdge: ResolverTypeWrapper<Omit<PayoutEdge, 'node'> & { node: ResolversTypes['Payout'] }>;
  Balance: ResolverTypeWrapper<BalanceRow>;
  BalanceConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Balance"]>>;
  BalanceEdge: ResolverTypeWrapper<Omit<BalanceEdge, 'node'> & { node: ResolversTypes['Balance'] }>;
  RecordPayoutInput: RecordPayoutInput;
  PayoutTooHigh: ResolverTypeWrapper<PayoutTooHigh>;
  PayoutReferenceTaken: ResolverTypeWrapper<Omit<PayoutReferenceTaken, 'payout'> & { payout: ResolversTypes['Payout'] }>;
  RecordPayoutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordPayoutResult']>;
  ReturnPayoutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnPayoutResult']>;
  Reconciliation: ResolverTypeWrapper<ReconciliationRow>;
  ReconciliationConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Reconciliation"]>>;
  ReconciliationEdge: ResolverTypeWrapper<Omit<ReconciliationEdge, 'node'> & { node: ResolversTypes['Reconciliation'] }>;
  Discrepancy: ResolverTypeWrapper<DiscrepancyRow>;
  DiscrepancyKind: DiscrepancyKind;
  DiscrepancyConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Discrepancy"]>>;
  DiscrepancyEdge: ResolverTypeWrapper<Omit<DiscrepancyEdge, 'node'> & { node: ResolversTypes['Discrepancy'] }>;
  BooksCheck: ResolverTypeWrapper<BooksCheckRow>;
  BooksCheckConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["BooksCheck"]>>;
  BooksCheckEdge: ResolverTypeWrapper<Omit<BooksCheckEdge, 'node'> & { node: ResolversTypes['BooksCheck'] }>;
  BooksFinding: ResolverTypeWrapper<BooksFindingRow>;
  BooksFindingKind: BooksFindingKind;
  BooksFindingConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["BooksFinding"]>>;
  BooksFindingEdge: ResolverTypeWrapper<Omit<BooksFindingEdge, 'node'> & { node: ResolversTypes['BooksFinding'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaymentStatus: PaymentStatus;
  PayOrderInput: PayOrderInput;
  PaymentDeclined: ResolverTypeWrapper<Omit<PaymentDeclined, 'payment'> & { payment: ResolversTypes['Payment'] }>;
  OrderNotPayable: ResolverTypeWrapper<OrderNotPayable>;
  PayOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PayOrderResult']>;
  PersonalDataPage: ResolverTypeWrapper<PersonalDataPage>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetryRefundResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetryRefundResult']>;
  Organization: ResolverTypeWrapper<Omit<Organization, 'statements' | 'payouts' | 'failedRefunds' | 'openDisputes'> & { statements?: Maybe<Array<ResolversTypes['Statement']>>, payouts?: Maybe<ResolversTypes['PayoutConnection']>, failedRefunds?: Maybe<ResolversTypes['RefundConnection']>, openDisputes?: Maybe<ResolversTypes['DisputeConnection']> }>;
  Order: ResolverTypeWrapper<Omit<Order, 'payments' | 'statement'> & { payments?: Maybe<Array<ResolversTypes['Payment']>>, statement?: Maybe<ResolversTypes['Statement']> }>;
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
  NotFound: NotFound;
  IdempotencyKeyReused: IdempotencyKeyReused;
  Payment: PaymentRow;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  PaymentNextAction: PaymentNextAction;
  Refund: RefundRow;
  RefundConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Refund"]>;
  RefundEdge: Omit<RefundEdge, 'node'> & { node: ResolversParentTypes['Refund'] };
  Dispute: DisputeRow;
  DisputeConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Dispute"]>;
  DisputeEdge: Omit<DisputeEdge, 'node'> & { node: ResolversParentTypes['Dispute'] };
  Statement: StatementRow;
  StatementEntry: StatementEntryRow;
  StatementEntryConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["StatementEntry"]>;
  StatementEntryEdge: Omit<StatementEntryEdge, 'node'> & { node: ResolversParentTypes['StatementEntry'] };
  Payout: PayoutRow;
  PayoutConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Payout"]>;
  PayoutEdge: Omit<PayoutEdge, 'node'> & { node: ResolversParentTypes['Payout'] };
  Balance: BalanceRow;
  BalanceConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Balance"]>;
  BalanceEdge: Omit<BalanceEdge, 'node'> & { node: ResolversParentTypes['Balance'] };
  RecordPayoutInput: RecordPayoutInput;
  PayoutTooHigh: PayoutTooHigh;
  PayoutReferenceTaken: Omit<PayoutReferenceTaken, 'payout'> & { payout: ResolversParentTypes['Payout'] };
  RecordPayoutResult: ResolversUnionTypes<ResolversParentTypes>['RecordPayoutResult'];
  ReturnPayoutResult: ResolversUnionTypes<ResolversParentTypes>['ReturnPayoutResult'];
  Reconciliation: ReconciliationRow;
  ReconciliationConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Reconciliation"]>;
  ReconciliationEdge: Omit<ReconciliationEdge, 'node'> & { node: ResolversParentTypes['Reconciliation'] };
  Discrepancy: DiscrepancyRow;
  DiscrepancyConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Discrepancy"]>;
  DiscrepancyEdge: Omit<DiscrepancyEdge, 'node'> & { node: ResolversParentTypes['Discrepancy'] };
  BooksCheck: BooksCheckRow;
  BooksCheckConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["BooksCheck"]>;
  BooksCheckEdge: Omit<BooksCheckEdge, 'node'> & { node: ResolversParentTypes['BooksCheck'] };
  BooksFinding: BooksFindingRow;
  BooksFindingConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["BooksFinding"]>;
  BooksFindingEdge: Omit<BooksFindingEdge, 'node'> & { node: ResolversParentTypes['BooksFinding'] };
  PageInfo: PageInfo;
  PayOrderInput: PayOrderInput;
  PaymentDeclined: Omit<PaymentDeclined, 'payment'> & { payment: ResolversParentTypes['Payment'] };
  OrderNotPayable: OrderNotPayable;
  PayOrderResult: ResolversUnionTypes<ResolversParentTypes>['PayOrderResult'];
  PersonalDataPage: PersonalDataPage;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  RetryRefundResult: ResolversUnionTypes<ResolversParentTypes>['RetryRefundResult'];
  Organization: Omit<Organization, 'statements' | 'payouts' | 'failedRefunds' | 'openDisputes'> & { statements?: Maybe<Array<ResolversParentTypes['Statement']>>, payouts?: Maybe<ResolversParentTypes['PayoutConnection']>, failedRefunds?: Maybe<ResolversParentTypes['RefundConnection']>, openDisputes?: Maybe<ResolversParentTypes['DisputeConnection']> } | FederationReferenceTypes['Organization'];
  Order: Omit<Order, 'payments' | 'statement'> & { payments?: Maybe<Array<ResolversParentTypes['Payment']>>, statement?: Maybe<ResolversParentTypes['Statement']> } | FederationReferenceTypes['Order'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'PayoutTooHigh' | 'PayoutReferenceTaken' | 'PaymentDeclined' | 'OrderNotPayable', ParentType, ContextType>;
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

export type NotFoundResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdempotencyKeyReusedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['IdempotencyKeyReused']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  credited?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  isCredit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  tender?: Resolver<Maybe<ResolversTypes['Tender']>, ParentType, ContextType>;
  tenderReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failureCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextAction?: Resolver<Maybe<ResolversTypes['PaymentNextAction']>, ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  disputes?: Resolver<Array<ResolversTypes['Dispute']>, ParentType, ContextType>;
  fraudWarning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentNextActionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PaymentNextAction']> = {
  kind?: Resolver<ResolversTypes['PaymentNextActionKind'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clientSecret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RefundResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Refund'], FederationReferenceType extends FederationReferenceTypes['Refund'] = FederationReferenceTypes['Refund']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Refund']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
  failureCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefundConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RefundEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RefundEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefundEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Refund'], ParentType, ContextType>;
};

export type DisputeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Dispute']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DisputeStatus'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DisputeConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DisputeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DisputeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Dispute']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DisputeEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DisputeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Dispute'], ParentType, ContextType>;
};

export type StatementResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Statement']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  captured?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  chargedBack?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  paidOut?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  openingSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  capturedSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  refundedSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  chargedBackSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  paidOutSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  creditedSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  closingSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['StatementEntryConnection'], ParentType, ContextType, Partial<StatementEntriesArgs>>;
};

export type StatementEntryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['StatementEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['StatementEntryKind'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  balanceSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export type StatementEntryConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['StatementEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatementEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StatementEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatementEntryEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['StatementEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StatementEntry'], ParentType, ContextType>;
};

export type PayoutResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Payout']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  returnedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  returnReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayoutConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PayoutConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PayoutEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Payout']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PayoutEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PayoutEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payout'], ParentType, ContextType>;
};

export type BalanceResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Balance']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
};

export type BalanceConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BalanceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BalanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Balance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BalanceEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BalanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Balance'], ParentType, ContextType>;
};

export type PayoutTooHighResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PayoutTooHigh']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owed?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayoutReferenceTakenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PayoutReferenceTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payout?: Resolver<ResolversTypes['Payout'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordPayoutResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RecordPayoutResult']> = {
  __resolveType: TypeResolveFn<'Payout' | 'PayoutTooHigh' | 'PayoutReferenceTaken' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ReturnPayoutResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReturnPayoutResult']> = {
  __resolveType: TypeResolveFn<'Payout' | 'NotFound', ParentType, ContextType>;
};

export type ReconciliationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Reconciliation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  payments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReconciliationConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReconciliationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReconciliationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Reconciliation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReconciliationEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReconciliationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reconciliation'], ParentType, ContextType>;
};

export type DiscrepancyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Discrepancy']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DiscrepancyKind'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DiscrepancyConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DiscrepancyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DiscrepancyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Discrepancy']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DiscrepancyEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DiscrepancyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Discrepancy'], ParentType, ContextType>;
};

export type BooksCheckResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BooksCheck']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  payments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BooksCheckConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BooksCheckConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BooksCheckEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BooksCheck']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BooksCheckEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BooksCheckEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BooksCheck'], ParentType, ContextType>;
};

export type BooksFindingResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BooksFinding']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['BooksFindingKind'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BooksFindingConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BooksFindingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BooksFindingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BooksFinding']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BooksFindingEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BooksFindingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BooksFinding'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentDeclinedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PaymentDeclined']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotPayableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderNotPayable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PayOrderResult']> = {
  __resolveType: TypeResolveFn<'Payment' | 'PaymentDeclined' | 'OrderNotPayable' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type PersonalDataPageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PersonalDataPage']> = {
  table?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  personalData?: Resolver<Maybe<ResolversTypes['PersonalDataPage']>, ParentType, ContextType, RequireFields<QueryPersonalDataArgs, 'userId'>>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  reconciliations?: Resolver<ResolversTypes['ReconciliationConnection'], ParentType, ContextType, Partial<QueryReconciliationsArgs>>;
  discrepancies?: Resolver<ResolversTypes['DiscrepancyConnection'], ParentType, ContextType, Partial<QueryDiscrepanciesArgs>>;
  balances?: Resolver<ResolversTypes['BalanceConnection'], ParentType, ContextType, Partial<QueryBalancesArgs>>;
  booksChecks?: Resolver<ResolversTypes['BooksCheckConnection'], ParentType, ContextType, Partial<QueryBooksChecksArgs>>;
  booksFindings?: Resolver<ResolversTypes['BooksFindingConnection'], ParentType, ContextType, Partial<QueryBooksFindingsArgs>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  payOrder?: Resolver<ResolversTypes['PayOrderResult'], ParentType, ContextType, RequireFields<MutationPayOrderArgs, 'input'>>;
  retryRefund?: Resolver<ResolversTypes['RetryRefundResult'], ParentType, ContextType, RequireFields<MutationRetryRefundArgs, 'refundId'>>;
  recordPayout?: Resolver<ResolversTypes['RecordPayoutResult'], ParentType, ContextType, RequireFields<MutationRecordPayoutArgs, 'input'>>;
  returnPayout?: Resolver<ResolversTypes['ReturnPayoutResult'], ParentType, ContextType, RequireFields<MutationReturnPayoutArgs, 'payoutId' | 'reason'>>;
  reconcile?: Resolver<ResolversTypes['Reconciliation'], ParentType, ContextType>;
  checkBooks?: Resolver<ResolversTypes['BooksCheck'], ParentType, ContextType>;
};

export type RetryRefundResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RetryRefundResult']> = {
  __resolveType: TypeResolveFn<'Refund' | 'NotFound', ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  statements?: Resolver<Maybe<Array<ResolversTypes['Statement']>>, ParentType, ContextType, RequireFields<OrganizationStatementsArgs, 'from'>>;
  payouts?: Resolver<Maybe<ResolversTypes['PayoutConnection']>, ParentType, ContextType, Partial<OrganizationPayoutsArgs>>;
  failedRefunds?: Resolver<Maybe<ResolversTypes['RefundConnection']>, ParentType, ContextType, Partial<OrganizationFailedRefundsArgs>>;
  openDisputes?: Resolver<Maybe<ResolversTypes['DisputeConnection']>, ParentType, ContextType, Partial<OrganizationOpenDisputesArgs>>;
};

export type OrderResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payments?: Resolver<Maybe<Array<ResolversTypes['Payment']>>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DateTime?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  MoneySum?: MoneySumResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentNextAction?: PaymentNextActionResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundConnection?: RefundConnectionResolvers<ContextType>;
  RefundEdge?: RefundEdgeResolvers<ContextType>;
  Dispute?: DisputeResolvers<ContextType>;
  DisputeConnection?: DisputeConnectionResolvers<ContextType>;
  DisputeEdge?: DisputeEdgeResolvers<ContextType>;
  Statement?: StatementResolvers<ContextType>;
  StatementEntry?: StatementEntryResolvers<ContextType>;
  StatementEntryConnection?: StatementEntryConnectionResolvers<ContextType>;
  StatementEntryEdge?: StatementEntryEdgeResolvers<ContextType>;
  Payout?: PayoutResolvers<ContextType>;
  PayoutConnection?: PayoutConnectionResolvers<ContextType>;
  PayoutEdge?: PayoutEdgeResolvers<ContextType>;
  Balance?: BalanceResolvers<ContextType>;
  BalanceConnection?: BalanceConnectionResolvers<ContextType>;
  BalanceEdge?: BalanceEdgeResolvers<ContextType>;
  PayoutTooHigh?: PayoutTooHighResolvers<ContextType>;
  PayoutReferenceTaken?: PayoutReferenceTakenResolvers<ContextType>;
  RecordPayoutResult?: RecordPayoutResultResolvers<ContextType>;
  ReturnPayoutResult?: ReturnPayoutResultResolvers<ContextType>;
  Reconciliation?: ReconciliationResolvers<ContextType>;
  ReconciliationConnection?: ReconciliationConnectionResolvers<ContextType>;
  ReconciliationEdge?: ReconciliationEdgeResolvers<ContextType>;
  Discrepancy?: DiscrepancyResolvers<ContextType>;
  DiscrepancyConnection?: DiscrepancyConnectionResolvers<ContextType>;
  DiscrepancyEdge?: DiscrepancyEdgeResolvers<ContextType>;
  BooksCheck?: BooksCheckResolvers<ContextType>;
  BooksCheckConnection?: BooksCheckConnectionResolvers<ContextType>;
  BooksCheckEdge?: BooksCheckEdgeResolvers<ContextType>;
  BooksFinding?: BooksFindingResolvers<ContextType>;
  BooksFindingConnection?: BooksFindingConnectionResolvers<ContextType>;
  BooksFindingEdge?: BooksFindingEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaymentDeclined?: PaymentDeclinedResolvers<ContextType>;
  OrderNotPayable?: OrderNotPayableResolvers<ContextType>;
  PayOrderResult?: PayOrderResultResolvers<ContextType>;
  PersonalDataPage?: PersonalDataPageResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  RetryRefundResult?: RetryRefundResultResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
};


