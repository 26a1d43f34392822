// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { BooksCheck as BooksCheckRow } from './entities/books-check.ts';
import type { BooksFinding as BooksFindingRow } from './entities/books-finding.ts';
import type { Discrepancy as DiscrepancyRow } from './entities/discrepancy.ts';
import type { Dispute as DisputeRow } from './entities/dispute.ts';
import type { Payment as PaymentRow } from './entities/payment.ts';
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

/** One try to pay for an order. */
export type Payment = {
  __typename?: 'Payment';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** What is paid for. */
  order?: Maybe<Order>;
  /** How much. */
  amount: Money;
  /** How much of it was given back. */
  refunded: Money;
  /** How far it is. */
  status: PaymentStatus;
  /** Of the provider, such as `card_declined`. */
  failureCode?: Maybe<Scalars['String']['output']>;
  /** While it is PENDING: what the buyer has to do before it goes on, such as 3-D Secure. Only for the buyer; null for anyone else. */
  nextAction?: Maybe<PaymentNextAction>;
  /** What goes back of it, oldest first. */
  refunds: Array<Refund>;
  /** The buyer's bank wanting the money back, oldest first. Only for the organization (BOX_OFFICE and up, AUDITOR) and platform staff; empty for anyone else. */
  disputes: Array<Dispute>;
  /** The bank's early word that it was fraud, such as `made_with_stolen_card`. Only for the organization and platform staff; null for anyone else. */
  fraudWarning?: Maybe<Scalars['String']['output']>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
};

/** What the buyer has to do at the provider's. */
export type PaymentNextAction = {
  __typename?: 'PaymentNextAction';
  /** Which of the other fields says how. */
  kind: PaymentNextActionKind;
  /** REDIRECT: where to send the buyer's browser. */
  url?: Maybe<Scalars['String']['output']>;
  /** PROVIDER_SDK: what the provider's own library in the browser goes on with. Keep it out of logs. */
  clientSecret?: Maybe<Scalars['String']['output']>;
};

/** REDIRECT: the buyer's browser is sent to a page. PROVIDER_SDK: the provider's own library in the browser takes over. */
export type PaymentNextActionKind =
  | 'REDIRECT'
  | 'PROVIDER_SDK';

/** Money that goes back to the buyer. */
export type Refund = {
  __typename?: 'Refund';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Of which payment. */
  payment?: Maybe<Payment>;
  /** How much. */
  amount: Money;
  /** Why, as the box office gave it. */
  reason: Scalars['String']['output'];
  /** How far it is. */
  status: RefundStatus;
  /** FAILED: why, of the provider, such as `expired_or_canceled_card`. */
  failureCode?: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
};

/** FAILED: the provider will not give it back, or has it back; `retryRefund` tries once more. */
export type RefundStatus =
  | 'PENDING'
  | 'DONE'
  | 'FAILED';

/** A page of refunds. */
export type RefundConnection = {
  __typename?: 'RefundConnection';
  /** The items, each with its cursor. */
  edges: Array<RefundEdge>;
  /** The items alone. */
  nodes: Array<Refund>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type RefundEdge = {
  __typename?: 'RefundEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Refund;
};

/** The buyer's bank wants the money back. Until it is decided, nobody is let in with the order's tickets. */
export type Dispute = {
  __typename?: 'Dispute';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Of which payment. */
  payment?: Maybe<Payment>;
  /** How much. */
  amount: Money;
  /** Of the provider, such as `fraudulent`. */
  reason: Scalars['String']['output'];
  /** How far it is. */
  status: DisputeStatus;
  /** When we heard of it. */
  openedAt: Scalars['DateTime']['output'];
  /** When the bank decided. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** WON: the money stays. LOST: it went back to the buyer, and the order's tickets are cancelled. */
export type DisputeStatus =
  | 'OPEN'
  | 'WON'
  | 'LOST';

/** A page of disputes. */
export type DisputeConnection = {
  __typename?: 'DisputeConnection';
  /** The items, each with its cursor. */
  edges: Array<DisputeEdge>;
  /** The items alone. */
  nodes: Array<Dispute>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type DisputeEdge = {
  __typename?: 'DisputeEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Dispute;
};

/** What was booked for an organization in one currency, from its side: what it is owed is positive. Double entry, and never changed afterwards. */
export type Statement = {
  __typename?: 'Statement';
  /** From when. */
  from: Scalars['DateTime']['output'];
  /** Until when; this moment itself is not meant. */
  to: Scalars['DateTime']['output'];
  /** As `openingSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  opening: Money;
  /** As `capturedSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  captured: Money;
  /** As `refundedSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  refunded: Money;
  /** As `chargedBackSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  chargedBack: Money;
  /** As `closingSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  closing: Money;
  /** What was owed to it at the beginning. */
  openingSum: MoneySum;
  /** What was taken of buyers. */
  capturedSum: MoneySum;
  /** What went back to them, less what came back again: negative, or 0. */
  refundedSum: MoneySum;
  /** What their banks took back: negative, or 0. */
  chargedBackSum: MoneySum;
  /** What is owed to it at the end: all of these together. */
  closingSum: MoneySum;
  /** Every entry, oldest first. */
  entries: StatementEntryConnection;
};


/** What was booked for an organization in one currency, from its side: what it is owed is positive. Double entry, and never changed afterwards. */
export type StatementEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One movement of money. */
export type StatementEntry = {
  __typename?: 'StatementEntry';
  /** When it was booked. */
  at: Scalars['DateTime']['output'];
  /** Which kind of movement. */
  what: StatementEntryKind;
  /** How much, from the organization's side. */
  amount: Money;
  /** As `balanceSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  balance: Money;
  /** What it is owed after it. */
  balanceSum: MoneySum;
  /** For which order. */
  order: Order;
  /** Of which payment. */
  payment?: Maybe<Payment>;
};

/** REFUND_RETURNED: a refund that came back. CHARGEBACK: a dispute that was lost. */
export type StatementEntryKind =
  | 'CAPTURE'
  | 'REFUND'
  | 'REFUND_RETURNED'
  | 'CHARGEBACK';

/** A page of entries. */
export type StatementEntryConnection = {
  __typename?: 'StatementEntryConnection';
  /** The items, each with its cursor. */
  edges: Array<StatementEntryEdge>;
  /** The items alone. */
  nodes: Array<StatementEntry>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type StatementEntryEdge = {
  __typename?: 'StatementEntryEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: StatementEntry;
};

/** One comparison of the ledger, the payments, the orders and the provider's own books. */
export type Reconciliation = {
  __typename?: 'Reconciliation';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** When it was done; null while it is running. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many payments were compared with the provider's books. */
  payments: Scalars['Int']['output'];
};

/** A page of reconciliations. */
export type ReconciliationConnection = {
  __typename?: 'ReconciliationConnection';
  /** The items, each with its cursor. */
  edges: Array<ReconciliationEdge>;
  /** The items alone. */
  nodes: Array<Reconciliation>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type ReconciliationEdge = {
  __typename?: 'ReconciliationEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Reconciliation;
};

/** A difference between books. It stays one discrepancy until a reconciliation finds no difference. */
export type Discrepancy = {
  __typename?: 'Discrepancy';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Between which books. */
  kind: DiscrepancyKind;
  /** Which payment, if it is about one. */
  payment?: Maybe<Payment>;
  /** Which order, if it is about one. */
  order?: Maybe<Order>;
  /** What each side says, for a person. */
  detail: Scalars['String']['output'];
  /** When it was found first. */
  foundAt: Scalars['DateTime']['output'];
  /** When a reconciliation found no difference any more. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * LEDGER_AND_PAYMENT: a payment and what is booked for it. PAYMENT_AND_ORDER: what was captured and what the order says. PAYMENT_AND_PROVIDER: a payment and the provider's. UNKNOWN_TO_US: a payment that only the provider knows. OPEN_TOO_LONG: a payment or refund that does not come
 * to its end. LEDGER_BALANCE: debits and credits of a currency.
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
  /** The items alone. */
  nodes: Array<Discrepancy>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type DiscrepancyEdge = {
  __typename?: 'DiscrepancyEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Discrepancy;
};

/** As Reconciliation. */
export type BooksCheck = {
  __typename?: 'BooksCheck';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** When it was done; null while it is under way. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many payments were compared with the provider's books. */
  payments: Scalars['Int']['output'];
};

/** A page of checks. */
export type BooksCheckConnection = {
  __typename?: 'BooksCheckConnection';
  /** The items, each with its cursor. */
  edges: Array<BooksCheckEdge>;
  /** The items alone. */
  nodes: Array<BooksCheck>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type BooksCheckEdge = {
  __typename?: 'BooksCheckEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: BooksCheck;
};

/** As Discrepancy. */
export type BooksFinding = {
  __typename?: 'BooksFinding';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** What does not agree with what. */
  kind: BooksFindingKind;
  /** Which payment, if it is about one. */
  payment?: Maybe<Payment>;
  /** Which order, if it is about one. */
  order?: Maybe<Order>;
  /** What is on either side, for a person. */
  detail: Scalars['String']['output'];
  /** When it was found first. */
  foundAt: Scalars['DateTime']['output'];
  /** When a check did not find it any more. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * LEDGER_AND_PAYMENT: a payment and what is booked for it. PAYMENT_AND_ORDER: what was captured and what the order says. PAYMENT_AND_PROVIDER: a payment and the provider's. UNKNOWN_TO_US: a payment that only the provider knows. OPEN_TOO_LONG: a payment or refund that does not come
 * to its end. LEDGER_BALANCE: debits and credits of a currency.
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
  /** The items alone. */
  nodes: Array<BooksFinding>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type BooksFindingEdge = {
  __typename?: 'BooksFindingEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: BooksFinding;
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

/** AUTHORIZED: the money is set aside. SUCCEEDED: it was taken. CANCELLED: what was set aside was let go. */
export type PaymentStatus =
  | 'PENDING'
  | 'AUTHORIZED'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'CANCELLED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED';

/**
 * `paymentMethod` is a token of the provider. The built-in test provider takes `pm_card_visa` (succeeds),
 * `pm_card_declined` (declined), `pm_card_insufficient_funds` (declined), `pm_card_slow` (succeeds after 5 seconds),
 * `pm_card_timeout` (the first call times out after the provider took it; the retry finds out), `pm_card_risky` (succeeds, and
 * risk asks for a review) and `pm_card_fraud` (risk says no).
 */
export type PayOrderInput = {
  /** An order of the viewer that awaits payment. */
  orderId: Scalars['ID']['input'];
  /** A token of the provider. */
  paymentMethod: Scalars['String']['input'];
  /** Where the provider sends the buyer's browser after 3-D Secure: an https URL, at most 2,000 characters. Left out: the payment's `nextAction` is for the provider's own library. */
  returnUrl?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** The provider said no. The order can be paid with another card. */
export type PaymentDeclined = Error & {
  __typename?: 'PaymentDeclined';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** Of the provider, such as `card_declined`. */
  failureCode: Scalars['String']['output'];
  /** The try that failed. */
  payment: Payment;
};

/** The order does not await payment, or is being paid with another payment. */
export type OrderNotPayable = Error & {
  __typename?: 'OrderNotPayable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** A `Payment` may still be PENDING when the provider is slow: `orderChanged` tells the rest. */
export type PayOrderResult = Payment | PaymentDeclined | OrderNotPayable | NotFound | IdempotencyKeyReused;

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Only for its buyer, the organization (BOX_OFFICE and up, AUDITOR) and platform staff; null for anyone else. */
  payment?: Maybe<Payment>;
  /** For platform staff: reconciliations, newest first. There is one every night. */
  reconciliations: ReconciliationConnection;
  /** For platform staff: differences between books, newest first; with `open`, only those that are not resolved, or only those that are. */
  discrepancies: DiscrepancyConnection;
  /**
   * As `reconciliations`.
   * @deprecated Use `reconciliations`: it is the same list.
   */
  booksChecks: BooksCheckConnection;
  /**
   * As `discrepancies`.
   * @deprecated Use `discrepancies`: it is the same list.
   */
  booksFindings: BooksFindingConnection;
};


/** What can be asked. */
export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryReconciliationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryDiscrepanciesArgs = {
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryBooksChecksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryBooksFindingsArgs = {
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** A declined payment leaves the order AWAITING_PAYMENT until it expires: another card may be tried. */
  payOrder: PayOrderResult;
  /** For members of the organization from BOX_OFFICE up and platform staff: a refund that FAILED is tried once more; any other stays as it is. */
  retryRefund: RetryRefundResult;
  /** For platform staff: begins a reconciliation now, or answers with the one that is running. */
  reconcile: Reconciliation;
  /**
   * As `reconcile`.
   * @deprecated Use `reconcile`: it does the same.
   */
  checkBooks: BooksCheck;
};


/** What can be done. */
export type MutationPayOrderArgs = {
  input: PayOrderInput;
};


/** What can be done. */
export type MutationRetryRefundArgs = {
  refundId: Scalars['ID']['input'];
};

/** What retryRefund answers. */
export type RetryRefundResult = Refund | NotFound;

export type Organization = {
  __typename?: 'Organization';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** What was booked for it from `from` until `to` (now if left out), a statement for each currency. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  statements?: Maybe<Array<Statement>>;
  /** Refunds that failed and wait for a person, oldest first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  failedRefunds?: Maybe<RefundConnection>;
  /** Disputes that are not decided yet, oldest first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  openDisputes?: Maybe<DisputeConnection>;
};


export type OrganizationStatementsArgs = {
  from: Scalars['DateTime']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
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
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Oldest first. */
  payments?: Maybe<Array<Payment>>;
  /** All that was booked for it; null while there is nothing. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
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
  Payment: ResolverTypeWrapper<PaymentRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
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
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PaymentStatus: PaymentStatus;
  PayOrderInput: PayOrderInput;
  PaymentDeclined: ResolverTypeWrapper<Omit<PaymentDeclined, 'payment'> & { payment: ResolversTypes['Payment'] }>;
  OrderNotPayable: ResolverTypeWrapper<OrderNotPayable>;
  PayOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PayOrderResult']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetryRefundResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetryRefundResult']>;
  Organization: ResolverTypeWrapper<Omit<Organization, 'statements' | 'failedRefunds' | 'openDisputes'> & { statements?: Maybe<Array<ResolversTypes['Statement']>>, failedRefunds?: Maybe<ResolversTypes['RefundConnection']>, openDisputes?: Maybe<ResolversTypes['DisputeConnection']> }>;
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
  Boolean: Scalars['Boolean']['output'];
  PayOrderInput: PayOrderInput;
  PaymentDeclined: Omit<PaymentDeclined, 'payment'> & { payment: ResolversParentTypes['Payment'] };
  OrderNotPayable: OrderNotPayable;
  PayOrderResult: ResolversUnionTypes<ResolversParentTypes>['PayOrderResult'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  RetryRefundResult: ResolversUnionTypes<ResolversParentTypes>['RetryRefundResult'];
  Organization: Omit<Organization, 'statements' | 'failedRefunds' | 'openDisputes'> & { statements?: Maybe<Array<ResolversParentTypes['Statement']>>, failedRefunds?: Maybe<ResolversParentTypes['RefundConnection']>, openDisputes?: Maybe<ResolversParentTypes['DisputeConnection']> } | FederationReferenceTypes['Organization'];
  Order: Omit<Order, 'payments' | 'statement'> & { payments?: Maybe<Array<ResolversParentTypes['Payment']>>, statement?: Maybe<ResolversParentTypes['Statement']> } | FederationReferenceTypes['Order'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'PaymentDeclined' | 'OrderNotPayable', ParentType, ContextType>;
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
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
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
  closing?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  openingSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  capturedSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  refundedSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  chargedBackSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
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

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  reconciliations?: Resolver<ResolversTypes['ReconciliationConnection'], ParentType, ContextType, Partial<QueryReconciliationsArgs>>;
  discrepancies?: Resolver<ResolversTypes['DiscrepancyConnection'], ParentType, ContextType, Partial<QueryDiscrepanciesArgs>>;
  booksChecks?: Resolver<ResolversTypes['BooksCheckConnection'], ParentType, ContextType, Partial<QueryBooksChecksArgs>>;
  booksFindings?: Resolver<ResolversTypes['BooksFindingConnection'], ParentType, ContextType, Partial<QueryBooksFindingsArgs>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  payOrder?: Resolver<ResolversTypes['PayOrderResult'], ParentType, ContextType, RequireFields<MutationPayOrderArgs, 'input'>>;
  retryRefund?: Resolver<ResolversTypes['RetryRefundResult'], ParentType, ContextType, RequireFields<MutationRetryRefundArgs, 'refundId'>>;
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
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  RetryRefundResult?: RetryRefundResultResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
};


