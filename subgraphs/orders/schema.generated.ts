// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EventCancellation as EventCancellationRow } from './entities/event-cancellation.ts';
import type { OrderItem as OrderItemRow } from './entities/order-item.ts';
import type { Order as OrderRow } from './entities/order.ts';
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
  /** A moment as RFC 3339 has it, in UTC when we tell it. */
  DateTime: { input: Date; output: Date; }
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
  /** Who has pushed it on, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<OrderIntervention>>;
};

/** A seat and what it costs. */
export type OrderItem = {
  __typename?: 'OrderItem';
  /** Which seat. */
  seat?: Maybe<Seat>;
  /** As it was when the hold was made. */
  price: Money;
};

/** One step of an order. */
export type OrderStep = {
  __typename?: 'OrderStep';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** What it became. */
  status: OrderStatus;
  /** Why, for a person. */
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
  /** What it was bought with. */
  order: Order;
  /** Where to sit. */
  seat?: Maybe<Seat>;
  /** Whether it still lets somebody in. */
  status: TicketStatus;
  /** Whether the buyer's bank disputes the payment: until that is decided nobody is let in with it. */
  frozen: Scalars['Boolean']['output'];
  /** Whose it is. */
  holder?: Maybe<User>;
  /** The person who goes: a guest, a passenger. Only for the buyer, the organization and platform staff. */
  holderName?: Maybe<Scalars['String']['output']>;
  /** What the QR code says: signed, checkable offline with the public key. Only its holder and the organization's scanners see it. */
  code?: Maybe<Scalars['String']['output']>;
  /** The code as a QR code in SVG; for whom `code` is for. */
  qr?: Maybe<Scalars['String']['output']>;
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

/** The buyer's bank disputes the payment: nobody is let in with this ticket until that is decided. */
export type TicketFrozen = Error & {
  __typename?: 'TicketFrozen';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** What placeOrder answers. */
export type PlaceOrderResult = Order | HoldNotActive | NotFound | IdempotencyKeyReused;

/** What cancelOrder answers. */
export type CancelOrderResult = Order | OrderNotCancellable | NotFound;

/** What refundOrder answers. */
export type RefundOrderResult = Order | OrderNotRefundable | NotFound | IdempotencyKeyReused;

/** What checkIn answers. */
export type CheckInResult = Ticket | TicketAlreadyUsed | TicketFrozen | NotFound | IdempotencyKeyReused;

/** For nudgeOrder. */
export type NudgeOrderInput = {
  /** Any order. */
  orderId: Scalars['ID']['input'];
  /** Why, for the record, 1 to 500 characters. */
  note: Scalars['String']['input'];
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** A person has pushed an order on. */
export type OrderIntervention = {
  __typename?: 'OrderIntervention';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who; one of the platform's staff. */
  by?: Maybe<User>;
  /** Why. */
  note: Scalars['String']['output'];
};

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
  /** For an order that is not confirmed: voids what was authorized and frees the seats. */
  cancelOrder: CancelOrderResult;
  /** For members of the organization from BOX_OFFICE up. Frees the seats of the refunded tickets. */
  refundOrder: RefundOrderResult;
  /** For members from SCANNER up. The second scan of a ticket is refused, a repeat with the same key is not a second scan. For a cancelled ticket: NotFound. */
  checkIn: CheckInResult;
  /** For platform staff: what the order waits for is asked for once more, and who did so is written down. An assessment that does not come becomes a review. An order that waits for nothing stays as it is. */
  nudgeOrder: NudgeOrderResult;
  /** For the buyer and BOX_OFFICE up: sets the name of the person who goes, until the ticket is used. */
  nameTicket: NameTicketResult;
  /** For payments: whether and for how much an order may be paid; takes the lease on paying it for this payment. `ended` are payments of the order that failed: they have no lease any more. Idempotent by the payment's id. */
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

/** Whether and for how much an order may be paid. */
export type PaymentPermission = {
  __typename?: 'PaymentPermission';
  /** NOT_FOUND, NOT_PAYABLE, or null if it may be paid. */
  refusal?: Maybe<Scalars['String']['output']>;
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
  /** The order as it is now, at once, and then after every step. For its buyer and the organization. */
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
  /** Newest first. Only for the user and platform staff. */
  tickets?: Maybe<TicketConnection>;
};


export type UserOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<OrderStatus>;
};


export type UserTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<TicketStatus>;
};

export type Organization = {
  __typename?: 'Organization';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Newest first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  orders?: Maybe<OrderConnection>;
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
  /** Of them, those that are cancelled, or whose refund is asked for. */
  ordersDone: Scalars['Int']['output'];
  /** Refunds that were asked for. */
  refunds: Scalars['Int']['output'];
  /** Of them, those that have gone back. */
  refundsDone: Scalars['Int']['output'];
  /** Of them, those that failed and wait for a person: see `Organization.failedRefunds`. */
  refundsFailed: Scalars['Int']['output'];
  /** What the refunds are together; null while there is none. */
  toRefund?: Maybe<Money>;
  /** What has gone back of it; null while there is none. */
  refunded?: Maybe<Money>;
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
    | ( TicketAlreadyUsed )
    | ( TicketFrozen )
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
    | ( HoldNotActive )
    | ( OrderNotCancellable )
    | ( OrderNotRefundable )
    | ( TicketAlreadyUsed )
    | ( TicketFrozen )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Money: ResolverTypeWrapper<Money>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  IdempotencyKeyReused: ResolverTypeWrapper<IdempotencyKeyReused>;
  Order: ResolverTypeWrapper<OrderRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  OrderItem: ResolverTypeWrapper<OrderItemRow>;
  OrderStep: ResolverTypeWrapper<OrderStep>;
  OrderStatus: OrderStatus;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OrderEdge']>, nodes: Array<ResolversTypes['Order']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  Ticket: ResolverTypeWrapper<TicketRow>;
  TicketStatus: TicketStatus;
  TicketConnection: ResolverTypeWrapper<Omit<TicketConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TicketEdge']>, nodes: Array<ResolversTypes['Ticket']> }>;
  TicketEdge: ResolverTypeWrapper<Omit<TicketEdge, 'node'> & { node: ResolversTypes['Ticket'] }>;
  PlaceOrderInput: PlaceOrderInput;
  RefundOrderInput: RefundOrderInput;
  HoldNotActive: ResolverTypeWrapper<HoldNotActive>;
  OrderNotCancellable: ResolverTypeWrapper<OrderNotCancellable>;
  OrderNotRefundable: ResolverTypeWrapper<OrderNotRefundable>;
  TicketAlreadyUsed: ResolverTypeWrapper<TicketAlreadyUsed>;
  TicketFrozen: ResolverTypeWrapper<TicketFrozen>;
  PlaceOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceOrderResult']>;
  CancelOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelOrderResult']>;
  RefundOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundOrderResult']>;
  CheckInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckInResult']>;
  NudgeOrderInput: NudgeOrderInput;
  OrderIntervention: ResolverTypeWrapper<Omit<OrderIntervention, 'by'> & { by?: Maybe<ResolversTypes['User']> }>;
  NudgeOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NudgeOrderResult']>;
  NameTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NameTicketResult']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PaymentPermission: ResolverTypeWrapper<PaymentPermission>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<Omit<User, 'orders' | 'tickets'> & { orders?: Maybe<ResolversTypes['OrderConnection']>, tickets?: Maybe<ResolversTypes['TicketConnection']> }>;
  Organization: ResolverTypeWrapper<Omit<Organization, 'orders'> & { orders?: Maybe<ResolversTypes['OrderConnection']> }>;
  Event: ResolverTypeWrapper<Omit<Event, 'cancellation'> & { cancellation?: Maybe<ResolversTypes['EventCancellation']> }>;
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
  CurrencyCode: Scalars['CurrencyCode']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  NotFound: NotFound;
  IdempotencyKeyReused: IdempotencyKeyReused;
  Order: OrderRow;
  ID: Scalars['ID']['output'];
  OrderItem: OrderItemRow;
  OrderStep: OrderStep;
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OrderEdge']>, nodes: Array<ResolversParentTypes['Order']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  Ticket: TicketRow;
  TicketConnection: Omit<TicketConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TicketEdge']>, nodes: Array<ResolversParentTypes['Ticket']> };
  TicketEdge: Omit<TicketEdge, 'node'> & { node: ResolversParentTypes['Ticket'] };
  PlaceOrderInput: PlaceOrderInput;
  RefundOrderInput: RefundOrderInput;
  HoldNotActive: HoldNotActive;
  OrderNotCancellable: OrderNotCancellable;
  OrderNotRefundable: OrderNotRefundable;
  TicketAlreadyUsed: TicketAlreadyUsed;
  TicketFrozen: TicketFrozen;
  PlaceOrderResult: ResolversUnionTypes<ResolversParentTypes>['PlaceOrderResult'];
  CancelOrderResult: ResolversUnionTypes<ResolversParentTypes>['CancelOrderResult'];
  RefundOrderResult: ResolversUnionTypes<ResolversParentTypes>['RefundOrderResult'];
  CheckInResult: ResolversUnionTypes<ResolversParentTypes>['CheckInResult'];
  NudgeOrderInput: NudgeOrderInput;
  OrderIntervention: Omit<OrderIntervention, 'by'> & { by?: Maybe<ResolversParentTypes['User']> };
  NudgeOrderResult: ResolversUnionTypes<ResolversParentTypes>['NudgeOrderResult'];
  NameTicketResult: ResolversUnionTypes<ResolversParentTypes>['NameTicketResult'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  PaymentPermission: PaymentPermission;
  Subscription: Record<PropertyKey, never>;
  User: Omit<User, 'orders' | 'tickets'> & { orders?: Maybe<ResolversParentTypes['OrderConnection']>, tickets?: Maybe<ResolversParentTypes['TicketConnection']> } | FederationReferenceTypes['User'];
  Organization: Omit<Organization, 'orders'> & { orders?: Maybe<ResolversParentTypes['OrderConnection']> } | FederationReferenceTypes['Organization'];
  Event: Omit<Event, 'cancellation'> & { cancellation?: Maybe<ResolversParentTypes['EventCancellation']> } | FederationReferenceTypes['Event'];
  EventCancellation: EventCancellationRow;
  Seat: Seat;
  Section: Section;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'HoldNotActive' | 'OrderNotCancellable' | 'OrderNotRefundable' | 'TicketAlreadyUsed' | 'TicketFrozen', ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

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
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['OrderStep']>, ParentType, ContextType>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['OrderIntervention']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderItemResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderItem']> = {
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  frozen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  qr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type TicketFrozenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketFrozen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'Ticket' | 'TicketAlreadyUsed' | 'TicketFrozen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type OrderInterventionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrderIntervention']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  nudgeOrder?: Resolver<ResolversTypes['NudgeOrderResult'], ParentType, ContextType, RequireFields<MutationNudgeOrderArgs, 'input'>>;
  nameTicket?: Resolver<ResolversTypes['NameTicketResult'], ParentType, ContextType, RequireFields<MutationNameTicketArgs, 'ticketId' | 'name'>>;
  beginPayment?: Resolver<ResolversTypes['PaymentPermission'], ParentType, ContextType, RequireFields<MutationBeginPaymentArgs, 'orderId' | 'paymentId' | 'buyerId' | 'ended'>>;
  decideOrder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDecideOrderArgs, 'orderId' | 'assessmentId' | 'allow'>>;
};

export type PaymentPermissionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PaymentPermission']> = {
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  tickets?: Resolver<Maybe<ResolversTypes['TicketConnection']>, ParentType, ContextType, Partial<UserTicketsArgs>>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, Partial<OrganizationOrdersArgs>>;
};

export type EventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cancellation?: Resolver<Maybe<ResolversTypes['EventCancellation']>, ParentType, ContextType>;
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
  CurrencyCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderItem?: OrderItemResolvers<ContextType>;
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
  TicketFrozen?: TicketFrozenResolvers<ContextType>;
  PlaceOrderResult?: PlaceOrderResultResolvers<ContextType>;
  CancelOrderResult?: CancelOrderResultResolvers<ContextType>;
  RefundOrderResult?: RefundOrderResultResolvers<ContextType>;
  CheckInResult?: CheckInResultResolvers<ContextType>;
  OrderIntervention?: OrderInterventionResolvers<ContextType>;
  NudgeOrderResult?: NudgeOrderResultResolvers<ContextType>;
  NameTicketResult?: NameTicketResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PaymentPermission?: PaymentPermissionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventCancellation?: EventCancellationResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
};


