// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AdmissionCounts as AdmissionCountsRow } from './entities/admission-counts.ts';
import type { Answer as AnswerRow } from './entities/answer.ts';
import type { CheckInBundle as CheckInBundleRow } from './entities/check-in-bundle.ts';
import type { CounterSale as CounterSaleRow } from './entities/counter-sale.ts';
import type { Drawer as DrawerRow } from './entities/drawer.ts';
import type { EventCancellation as EventCancellationRow } from './entities/event-cancellation.ts';
import type { ExchangePolicy as ExchangePolicyRow } from './entities/exchange-policy.ts';
import type { Exchange as ExchangeRow } from './entities/exchange.ts';
import type { ExchangedTicket as ExchangedTicketRow } from './entities/exchanged-ticket.ts';
import type { GateCount as GateCountRow } from './entities/gate-count.ts';
import type { Gate as GateRow } from './entities/gate.ts';
import type { Hold as HoldRow } from './entities/hold.ts';
import type { Invoice as InvoiceRow } from './entities/invoice.ts';
import type { Letter as LetterRow } from './entities/letter.ts';
import type { Notification as NotificationRow } from './entities/notification.ts';
import type { OrderItem as OrderItemRow } from './entities/order-item.ts';
import type { OrderStep as OrderStepRow } from './entities/order-step.ts';
import type { Order as OrderRow } from './entities/order.ts';
import type { OrganizerLetter as OrganizerLetterRow } from './entities/organizer-letter.ts';
import type { Passage as PassageRow } from './entities/passage.ts';
import type { Purchase as PurchaseRow } from './entities/purchase.ts';
import type { RefundOffer as RefundOfferRow } from './entities/refund-offer.ts';
import type { ReturnPolicy as ReturnPolicyRow } from './entities/return-policy.ts';
import type { ReturnedTicket as ReturnedTicketRow } from './entities/returned-ticket.ts';
import type { SalesDay as SalesDayRow } from './entities/sales-day.ts';
import type { Scan as ScanRow } from './entities/scan.ts';
import type { TenderTakings as TenderTakingsRow } from './entities/tender-takings.ts';
import type { TicketException as TicketExceptionRow } from './entities/ticket-exception.ts';
import type { TicketOffer as TicketOfferRow } from './entities/ticket-offer.ts';
import type { Ticket as TicketRow } from './entities/ticket.ts';
import type { TransferPolicy as TransferPolicyRow } from './entities/transfer-policy.ts';
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
  /** IANA time zone name. */
  TimeZone: { input: string; output: string; }
  /** ISO 3166-1 alpha-2 country code. */
  CountryCode: { input: string; output: string; }
  /** ISO 4217 currency code. */
  CurrencyCode: { input: string; output: string; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
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

/** A purchase of tickets, usually for one event. The events of an order have one organization and one currency. */
export type Order = {
  __typename?: 'Order';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Short number for people, printed on tickets. */
  number: Scalars['String']['output'];
  /** Status. */
  status: OrderStatus;
  /** Buyer; null for an order that was sold at the counter without a guest. */
  buyer?: Maybe<User>;
  /** Event; of several events that of `PlaceOrderInput.holdId`. */
  event?: Maybe<Event>;
  /** All events of the order, that of `event` first. */
  events: Array<Event>;
  /** Seats and their prices. */
  items: Array<OrderItem>;
  /** Total price of the seats. */
  total: Money;
  /** What the buyer pays: the total, less what exchanged tickets pay. */
  amountDue: Money;
  /** Tickets that pay for this order; null for any other order. Only for readers of the whole order. */
  exchange?: Maybe<Exchange>;
  /** What the buyer would get for giving these tickets back. It changes nothing. Null for anyone else than the buyer. */
  returnQuote?: Maybe<ReturnQuoteResult>;
  /** Parts of the total. */
  breakdown: PriceBreakdown;
  /** Promo code of the order, if any. Of several holds their codes, with commas between. */
  promoCode?: Maybe<Scalars['String']['output']>;
  /** Sum of all refunds, including pending ones, and of what exchanged tickets paid for other orders. */
  refunded: Money;
  /** Tickets; empty until the order is CONFIRMED. */
  tickets: Array<Ticket>;
  /** Time of placement. */
  createdAt: Scalars['DateTime']['output'];
  /** While the order awaits payment or review: the time at which its seats go back on sale. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Status changes, oldest first. */
  history: Array<OrderStep>;
  /** Mail about the order, oldest first. The buyer sees mail to the buyer. The organization (BOX_OFFICE and up) and platform staff see all mail. */
  notifications: Array<Notification>;
  /**
   * Same as `notifications`.
   * @deprecated Use `notifications`: it is the same list.
   */
  letters: Array<Letter>;
  /**
   * Choice between the tickets and the money, after the event was rescheduled; null if there is none. Of several the first that is open, or else the
   * first. Only for readers of the whole order.
   */
  refundOffer?: Maybe<RefundOffer>;
  /** Choices between the tickets and the money, in the order of `events`: at most one for each. Empty for readers of a part of the order. */
  refundOffers: Array<RefundOffer>;
  /**
   * Printable tickets as a base64 PDF (ISO 32000). It contains all VALID tickets whose code the viewer may see.
   * Null if there are none, and shortly after the event was published.
   * `locale` is a BCP 47 language tag for dates and, where translated, texts.
   */
  pdf?: Maybe<Scalars['String']['output']>;
  /** Invoice and credit notes, by number. Written shortly after the order is confirmed or tickets are cancelled. Only for readers of the whole order. */
  invoices: Array<Invoice>;
  /** Address that the buyer gave for the invoice; null if none. Only for readers of the whole order. */
  invoiceAddress?: Maybe<InvoiceAddress>;
  /** Whether `setInvoiceAddress` is possible: the organizer asks for an address, and the invoice is not written yet. */
  asksInvoiceAddress: Scalars['Boolean']['output'];
  /**
   * Answers to questions of the organizer: first those about the order, then those about its tickets. The viewer's own answers; for members from BOX_OFFICE
   * up, AUDITOR and platform staff all of them.
   */
  answers: Array<Answer>;
  /** How the order was sold at the counter; null for any other order. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  counterSale?: Maybe<CounterSale>;
  /** Retries by platform staff, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<OrderIntervention>>;
};


/** A purchase of tickets, usually for one event. The events of an order have one organization and one currency. */
export type OrderReturnQuoteArgs = {
  ticketIds: Array<Scalars['ID']['input']>;
};


/** A purchase of tickets, usually for one event. The events of an order have one organization and one currency. */
export type OrderPdfArgs = {
  locale?: Scalars['String']['input'];
};

/** The last answer to a question of the organizer. The question is as it was when it was answered, also after it was changed or deleted. */
export type Answer = {
  __typename?: 'Answer';
  /** ID of the question, see `Event.questions`. */
  questionId: Scalars['ID']['output'];
  /** The question. */
  question: Scalars['String']['output'];
  /** Event that asked it. */
  event: Event;
  /** Seat that it is about, by its ID; null for an answer about the order. */
  seatId?: Maybe<Scalars['ID']['output']>;
  /** The answer as a text. Options are their labels with semicolons between, `yes` and `no` are English. */
  text: Scalars['String']['output'];
  /** For YES_NO: the answer. */
  yes?: Maybe<Scalars['Boolean']['output']>;
  /** For NUMBER: the answer. */
  number?: Maybe<Scalars['Float']['output']>;
  /** For DATE: the day, such as 2027-03-28. */
  date?: Maybe<Scalars['String']['output']>;
  /** For CHOOSE_ONE and CHOOSE_SEVERAL: IDs of the options. Empty for other kinds. */
  optionIds: Array<Scalars['ID']['output']>;
  /** Time of the answer. */
  answeredAt: Scalars['DateTime']['output'];
};

/** An answer to a question. Give the field for the kind of the question. Without one, or with an empty one, the question is not answered. */
export type AnswerInput = {
  /** ID of the question, see `Event.questions`. */
  questionId: Scalars['ID']['input'];
  /** For a question about each ticket: ID of the seat. Omit it for a question about the order. */
  seatId?: InputMaybe<Scalars['ID']['input']>;
  /** For SHORT_TEXT: a line of at most 200 characters; for LONG_TEXT: at most 2,000 characters; for PHONE: a number with its country code. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** For YES_NO. */
  yes?: InputMaybe<Scalars['Boolean']['input']>;
  /** For NUMBER. */
  number?: InputMaybe<Scalars['Float']['input']>;
  /** For DATE: a day, such as 2027-03-28. */
  date?: InputMaybe<Scalars['String']['input']>;
  /** For CHOOSE_ONE: one option; for CHOOSE_SEVERAL: any of the options. */
  optionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Address of a buyer for the invoice. */
export type InvoiceAddressInput = {
  /** Name, 1 to 150 characters in one line. */
  name: Scalars['String']['input'];
  /** Company, 1 to 150 characters in one line. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** VAT identification number with its country code, such as DE123456789. */
  vatId?: InputMaybe<Scalars['String']['input']>;
  /** Street with house number, 1 to 150 characters in one line. */
  street: Scalars['String']['input'];
  /** Postal code, 1 to 20 characters. */
  postalCode: Scalars['String']['input'];
  /** Town or city, 1 to 100 characters. */
  city: Scalars['String']['input'];
  /** Country. */
  country: Scalars['CountryCode']['input'];
};

/** Input of answerQuestions. */
export type AnswerQuestionsInput = {
  /** An order of the viewer, or of the viewer's organization. */
  orderId: Scalars['ID']['input'];
  /** 1 to 1,000 answers. Other answers stay as they are. */
  answers: Array<AnswerInput>;
};

/** Input of answerTicketQuestions. */
export type AnswerTicketQuestionsInput = {
  /** A ticket of the viewer, or of the viewer's organization. */
  ticketId: Scalars['ID']['input'];
  /** 1 to 1,000 answers to questions about the ticket; `seatId` may be omitted. Other answers stay as they are. */
  answers: Array<AnswerInput>;
};

/** What is wrong with an answer. */
export type AnswerProblemReason =
  /** The question needs an answer. */
  | 'MISSING'
  /** Only yes is accepted. */
  | 'MUST_BE_YES'
  /** The answer does not fit the question. */
  | 'NOT_VALID'
  /** The question is not asked, or not about this seat, or it is answered twice. */
  | 'NOT_ASKED';

/** An answer that is missing or not accepted. */
export type AnswerProblem = {
  __typename?: 'AnswerProblem';
  /** ID of the question; null for the invoice address. */
  questionId?: Maybe<Scalars['ID']['output']>;
  /** ID of the seat; null for a question about the order. */
  seatId?: Maybe<Scalars['ID']['output']>;
  /** The question; null for the invoice address, and if it is not asked. */
  question?: Maybe<Scalars['String']['output']>;
  /** What is wrong. */
  reason: AnswerProblemReason;
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Answers are missing or not valid. Nothing was changed; a hold stays active. Ask for what `problems` names, and send all answers with a new idempotency key. */
export type AnswersRefused = Error & {
  __typename?: 'AnswersRefused';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** All problems, in the order of the answers, and then of the questions. */
  problems: Array<AnswerProblem>;
};

/** The event has started, or the order or the ticket has ended. Nothing was changed. */
export type AnswersClosed = Error & {
  __typename?: 'AnswersClosed';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of answerQuestions. */
export type AnswerQuestionsResult = Order | AnswersRefused | AnswersClosed | NotFound;

/** Result of answerTicketQuestions. */
export type AnswerTicketQuestionsResult = Ticket | AnswersRefused | AnswersClosed | NotFound;

/** How a customer pays at the counter. TERMINAL: a card terminal that Boxoffice does not drive. COMPLIMENTARY: the tickets cost nothing. */
export type Tender =
  | 'CASH'
  | 'TERMINAL'
  | 'COMPLIMENTARY';

/** What the clerk entered for an order that was sold at the counter. */
export type CounterSale = {
  __typename?: 'CounterSale';
  /** How the customer paid. */
  tender: Tender;
  /** CASH: amount that the customer gave. */
  given?: Maybe<Money>;
  /** CASH: amount that the clerk gives back. */
  change?: Maybe<Money>;
  /** TERMINAL: number on the slip. */
  reference?: Maybe<Scalars['String']['output']>;
  /** COMPLIMENTARY: why the tickets cost nothing. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Drawer that the sale was entered in. */
  drawer: Drawer;
  /** Time of the sale. */
  at: Scalars['DateTime']['output'];
};

/** Shift of a clerk at the counter, with its cash. A closed drawer never changes. */
export type Drawer = {
  __typename?: 'Drawer';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Clerk who opened it. */
  clerk?: Maybe<User>;
  /** Cash at the opening. */
  openingFloat: Money;
  /** Time of the opening. */
  openedAt: Scalars['DateTime']['output'];
  /** Time of the closing; null while it is open. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Person who closed it: the clerk, or a MANAGER. */
  closedBy?: Maybe<User>;
  /** Cash that should be in it: the float with all sales and refunds in cash. */
  expected: MoneySum;
  /** Cash that was counted at the closing. */
  counted?: Maybe<MoneySum>;
  /** Counted less expected cash: negative if cash is missing. */
  difference?: Maybe<MoneySum>;
  /** Note of the closing. */
  note?: Maybe<Scalars['String']['output']>;
  /** Sales and refunds by tender. */
  takings: Array<TenderTakings>;
};

/** Sales and refunds at the counter by one tender, in one currency. */
export type TenderTakings = {
  __typename?: 'TenderTakings';
  /** How the customers paid. */
  tender: Tender;
  /** Number of sales, less those that failed. */
  sales: Scalars['Int']['output'];
  /** Number of tickets that were sold, less those that were refunded. */
  tickets: Scalars['Int']['output'];
  /** Sum of the sales. */
  sold: MoneySum;
  /** Sum of the refunds: negative or 0. */
  refunded: MoneySum;
  /** Sum of the two fields above. */
  net: MoneySum;
};

/** A page of drawers. */
export type DrawerConnection = {
  __typename?: 'DrawerConnection';
  /** The items, each with its cursor. */
  edges: Array<DrawerEdge>;
  /** The items without cursors. */
  nodes: Array<Drawer>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type DrawerEdge = {
  __typename?: 'DrawerEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Drawer;
};

/** Input of openDrawer. */
export type OpenDrawerInput = {
  /** The organization. */
  organizationId: Scalars['ID']['input'];
  /** Currency of its sales. */
  currency: Scalars['CurrencyCode']['input'];
  /** Cash in the drawer, in minor units, from 0 to 100,000,000. */
  openingFloat: Scalars['Int']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of closeDrawer. */
export type CloseDrawerInput = {
  /** An open drawer. */
  drawerId: Scalars['ID']['input'];
  /** Cash that was counted, in minor units. */
  counted: Scalars['Int']['input'];
  /** Note, such as the reason for a difference: 1 to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of sellAtCounter. */
export type SellAtCounterInput = {
  /** The organization that sells. */
  organizationId: Scalars['ID']['input'];
  /** An active hold that was made with `atCounter`, or `reservationId` instead. */
  holdId?: InputMaybe<Scalars['ID']['input']>;
  /** At most nine further such holds, at the same event or at others of the same organization and currency. */
  moreHoldIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** An OPEN reservation of the organization (`Organization.reservations`): all of its seats are sold, at its total. */
  reservationId?: InputMaybe<Scalars['ID']['input']>;
  /** Names of attendees, in the order of the seats, 1 to 100 characters each. Surplus names are ignored. */
  names?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Answers to `Event.questions` of the events, at most 1,000. None is required at the counter. */
  answers?: InputMaybe<Array<AnswerInput>>;
  /** Address for the invoice, if an event (`Event.invoiceAddress`) or the organization asks for it. */
  invoiceAddress?: InputMaybe<InvoiceAddressInput>;
  /** Guest who gets the tickets and letters, from `startGuestSession`. Default: the tickets belong to nobody. */
  guestId?: InputMaybe<Scalars['ID']['input']>;
  /** How the customer pays. */
  tender: Tender;
  /** Total that the customer was told, in minor units; 0 for COMPLIMENTARY. If the order has another one, the answer is SaleTotalChanged. */
  expectedTotal: Scalars['Int']['input'];
  /** For CASH: amount that the customer gives, at least expectedTotal. Default: expectedTotal. */
  given?: InputMaybe<Scalars['Int']['input']>;
  /** For TERMINAL: number on the slip, 1 to 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** For COMPLIMENTARY: why the tickets cost nothing, 1 to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of payOutRefund. */
export type PayOutRefundInput = {
  /** An order that was sold at the counter. */
  orderId: Scalars['ID']['input'];
  /** A refund of the order that waits for a clerk; see `Organization.failedRefunds`. */
  refundId: Scalars['ID']['input'];
  /** For TERMINAL: number on the slip of the refund, 1 to 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** The viewer has no open drawer at the organization, or it has another currency. Nothing was changed. */
export type DrawerNotOpen = Error & {
  __typename?: 'DrawerNotOpen';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The viewer has an open drawer already. Nothing was changed. */
export type DrawerAlreadyOpen = Error & {
  __typename?: 'DrawerAlreadyOpen';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** The open drawer; null if it is of another organization. */
  drawer?: Maybe<Drawer>;
};

/** A sale of the drawer is not finished yet. Nothing was changed. */
export type DrawerBusy = Error & {
  __typename?: 'DrawerBusy';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The order would have another total or currency. It was not sold, and its seats are back on sale. A reservation with another total stays open instead. */
export type SaleTotalChanged = Error & {
  __typename?: 'SaleTotalChanged';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** What the order would cost. */
  total: Money;
};

/** The refund was handed out already, or is not one of the counter. Nothing was changed. */
export type RefundNotDue = Error & {
  __typename?: 'RefundNotDue';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of openDrawer. */
export type OpenDrawerResult = Drawer | DrawerAlreadyOpen | NotFound | IdempotencyKeyReused;

/** Result of closeDrawer. */
export type CloseDrawerResult = Drawer | DrawerNotOpen | DrawerBusy | NotFound | IdempotencyKeyReused;

/** Result of sellAtCounter. */
export type SellAtCounterResult = Order | HoldNotActive | ReservationNotOpen | HoldsNotCombinable | DrawerNotOpen | SaleTotalChanged | AnswersRefused | NotFound | IdempotencyKeyReused;

/** The reservation was sold or cancelled, or has expired. Nothing was changed. */
export type ReservationNotOpen = Error & {
  __typename?: 'ReservationNotOpen';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** ID of the reservation. */
  reservationId?: Maybe<Scalars['ID']['output']>;
};

/** Result of payOutRefund. */
export type PayOutRefundResult = Order | RefundNotDue | DrawerNotOpen | NotFound | IdempotencyKeyReused;

/** INVOICE: for a confirmed order. CREDIT_NOTE: for cancelled tickets; it corrects the invoice. */
export type InvoiceKind =
  | 'INVOICE'
  | 'CREDIT_NOTE';

/** An invoice or a credit note. Its number and content never change. */
export type Invoice = {
  __typename?: 'Invoice';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Kind. */
  kind: InvoiceKind;
  /** Number: the organization's prefix and a sequence that has no gaps, over invoices and credit notes. */
  number: Scalars['String']['output'];
  /** Number of the invoice that a credit note corrects; null for an invoice. */
  corrects?: Maybe<Scalars['String']['output']>;
  /** Order. */
  order: Order;
  /** Time of issue. */
  issuedAt: Scalars['DateTime']['output'];
  /** The organizer's details at the time of issue. */
  issuer: InvoiceIssuer;
  /** The buyer's details; null if the buyer gave none before the issue. */
  recipient?: Maybe<InvoiceAddress>;
  /** Lines, one for each ticket. Amounts are negative on a credit note. */
  lines: Array<InvoiceLine>;
  /** Total without taxes. */
  net: Money;
  /** Taxes by name and rate. */
  taxes: Array<InvoiceTax>;
  /** Total, the sum of the lines. The sum over all documents of an order is what was paid and not given back. */
  total: Money;
  /** The document as a base64 PDF (ISO 32000). `locale` is a BCP 47 language tag. */
  pdf: Scalars['String']['output'];
};


/** An invoice or a credit note. Its number and content never change. */
export type InvoicePdfArgs = {
  locale?: Scalars['String']['input'];
};

/** A ticket on an invoice. */
export type InvoiceLine = {
  __typename?: 'InvoiceLine';
  /** Event. */
  event: Event;
  /** Name of the event at the time of issue; null shortly after the event was published. */
  eventName?: Maybe<Scalars['String']['output']>;
  /** Price tier. */
  description: Scalars['String']['output'];
  /** Section, row and seat, as on the ticket. */
  place: Scalars['String']['output'];
  /** Parts of the price. */
  breakdown: PriceBreakdown;
};

/** A tax on an invoice. */
export type InvoiceTax = {
  __typename?: 'InvoiceTax';
  /** Name given by the organization, such as VAT. */
  name: Scalars['String']['output'];
  /** Rate in percent; null for orders of earlier versions. */
  ratePercent?: Maybe<Scalars['Float']['output']>;
  /** Price without taxes of the lines with this tax. */
  net: Money;
  /** Amount of the tax. */
  amount: Money;
};

/** The organizer's details on an invoice. */
export type InvoiceIssuer = {
  __typename?: 'InvoiceIssuer';
  /** Legal name. */
  name: Scalars['String']['output'];
  /** Postal address, in lines. */
  address: Scalars['String']['output'];
  /** VAT identification number, if any. */
  vatId?: Maybe<Scalars['String']['output']>;
  /** Text below the lines, if any. */
  note?: Maybe<Scalars['String']['output']>;
};

/** Address of a buyer on an invoice. */
export type InvoiceAddress = {
  __typename?: 'InvoiceAddress';
  /** Name. */
  name: Scalars['String']['output'];
  /** Company, if any. */
  company?: Maybe<Scalars['String']['output']>;
  /** Postal address, in lines. */
  address: Scalars['String']['output'];
  /** VAT identification number, if any. */
  vatId?: Maybe<Scalars['String']['output']>;
  /** Street with house number; null if the address was given in lines. */
  street?: Maybe<Scalars['String']['output']>;
  /** Postal code; null if the address was given in lines. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** Town or city; null if the address was given in lines. */
  city?: Maybe<Scalars['String']['output']>;
  /** Country; null if the address was given in lines. */
  country?: Maybe<Scalars['CountryCode']['output']>;
};

/** How an organization writes invoices. */
export type Invoicing = {
  __typename?: 'Invoicing';
  /** Whether orders that are confirmed from now on have invoices. Credit notes follow for all orders with an invoice. */
  isOn: Scalars['Boolean']['output'];
  /** Whether buyers may give an address. */
  asksAddress: Scalars['Boolean']['output'];
  /** First part of the numbers. */
  prefix: Scalars['String']['output'];
  /** Legal name. */
  issuerName: Scalars['String']['output'];
  /** Postal address, in lines. */
  issuerAddress: Scalars['String']['output'];
  /** VAT identification number, if any. */
  vatId?: Maybe<Scalars['String']['output']>;
  /** Text below the lines, if any. */
  note?: Maybe<Scalars['String']['output']>;
};

/** Input of setInvoicing. Replaces all settings. */
export type SetInvoicingInput = {
  /** The organization. */
  organizationId: Scalars['ID']['input'];
  /** Whether orders that are confirmed from now on have invoices. */
  isOn: Scalars['Boolean']['input'];
  /** Whether buyers may give an address. Default: true. */
  asksAddress?: InputMaybe<Scalars['Boolean']['input']>;
  /** First part of the numbers: 1 to 12 of A to Z, 0 to 9, - and /. A change does not restart the sequence. */
  prefix: Scalars['String']['input'];
  /** Legal name, 1 to 150 characters in one line. */
  issuerName: Scalars['String']['input'];
  /** Postal address, 1 to 500 characters. */
  issuerAddress: Scalars['String']['input'];
  /** VAT identification number with its country code, such as DE123456789. */
  vatId?: InputMaybe<Scalars['String']['input']>;
  /** Text below the lines, such as the reason for an exemption: 1 to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Result of setInvoicing. */
export type SetInvoicingResult = Invoicing | NotFound;

/** Input of setInvoiceAddress. Replaces the address. */
export type SetInvoiceAddressInput = {
  /** An order for which an address is asked: see `Order.asksInvoiceAddress`. */
  orderId: Scalars['ID']['input'];
  /** Name, 1 to 150 characters in one line. */
  name: Scalars['String']['input'];
  /** Company, 1 to 150 characters in one line. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** Postal address in lines, 1 to 500 characters. Give either this, or street, postalCode, city and country. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** VAT identification number with its country code, such as DE123456789. */
  vatId?: InputMaybe<Scalars['String']['input']>;
  /** Street with house number, 1 to 150 characters in one line. */
  street?: InputMaybe<Scalars['String']['input']>;
  /** Postal code, 1 to 20 characters. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Town or city, 1 to 100 characters. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Country. */
  country?: InputMaybe<Scalars['CountryCode']['input']>;
};

/** The organizer asks for no address for this order, or its invoice is written. */
export type InvoiceAddressClosed = Error & {
  __typename?: 'InvoiceAddressClosed';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of setInvoiceAddress. */
export type SetInvoiceAddressResult = Order | InvoiceAddressClosed | NotFound;

/** A page of invoices. */
export type InvoiceConnection = {
  __typename?: 'InvoiceConnection';
  /** The items, each with its cursor. */
  edges: Array<InvoiceEdge>;
  /** The items without cursors. */
  nodes: Array<Invoice>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type InvoiceEdge = {
  __typename?: 'InvoiceEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Invoice;
};

/** A buyer's choice between the tickets and the money. */
export type RefundOffer = {
  __typename?: 'RefundOffer';
  /** The rescheduled event. Only its tickets are refunded. */
  event: Event;
  /** Time until which the buyer may answer. Without an answer the tickets are kept. */
  until: Scalars['DateTime']['output'];
  /** The buyer's answer, if any. */
  answer?: Maybe<RefundAnswer>;
  /** Whether the buyer may answer, or answer otherwise. REFUND is final. */
  isOpen: Scalars['Boolean']['output'];
};

/** Answer to an offer of a refund. */
export type RefundAnswer =
  | 'KEEP'
  | 'REFUND';

/** Input of answerRefundOffer. */
export type AnswerRefundOfferInput = {
  /** An order of the viewer, with an open offer. */
  orderId: Scalars['ID']['input'];
  /** KEEP can be changed until the offer ends. REFUND is final. */
  answer: RefundAnswer;
  /** The event whose offer is answered. Default: that of `Order.refundOffer`. */
  eventId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** The offer of a refund has ended, was accepted, or does not exist for this order. */
export type RefundOfferEnded = Error & {
  __typename?: 'RefundOfferEnded';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of answerRefundOffer. */
export type AnswerRefundOfferResult = Order | RefundOfferEnded | OrderNotRefundable | NotFound | IdempotencyKeyReused;

/** Answers to the last offer of refunds of an event, by order. */
export type EventRefundOffer = {
  __typename?: 'EventRefundOffer';
  /** Time until which buyers may answer. */
  until: Scalars['DateTime']['output'];
  /** Number of orders with the offer. */
  orders: Scalars['Int']['output'];
  /** Number of orders whose buyers answered KEEP. */
  kept: Scalars['Int']['output'];
  /** Number of orders whose buyers answered REFUND. */
  refunded: Scalars['Int']['output'];
};

/**
 * A letter of the organizer to people with tickets. `{name}`, `{event}`, `{date}`, `{place}`, `{order}` and `{organizer}` in subject and body are replaced.
 * The organizer, the place, contact, terms and a link to unsubscribe are added.
 */
export type OrganizerLetter = {
  __typename?: 'OrganizerLetter';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Event. */
  event: Event;
  /** Subject, as it was written. */
  subject: Scalars['String']['output'];
  /** Body, as it was written. */
  body: Scalars['String']['output'];
  /** Price tier of the recipients' tickets; null for all. */
  tierName?: Maybe<Scalars['String']['output']>;
  /** Section of the recipients' tickets; null for all. */
  section?: Maybe<Section>;
  /** The member who sent it. */
  writtenBy?: Maybe<User>;
  /** Time at which it was sent. */
  writtenAt: Scalars['DateTime']['output'];
  /** Whether a letter to each recipient is written. Then the numbers are complete. */
  isWritten: Scalars['Boolean']['output'];
  /** Number of recipients, each with one letter. */
  recipients: Scalars['Int']['output'];
  /** Number of letters that wait: for the mail server, for a verified address or for the recipient's next day. */
  pending: Scalars['Int']['output'];
  /** Number of letters sent. */
  sent: Scalars['Int']['output'];
  /** Number of letters that failed, as in NotificationStatus. */
  failed: Scalars['Int']['output'];
  /** Number of letters skipped, as in NotificationStatus. */
  skipped: Scalars['Int']['output'];
};

/** A letter of the organizer before it is sent, as a made-up recipient would get it. */
export type LetterPreview = {
  __typename?: 'LetterPreview';
  /** Subject. */
  subject: Scalars['String']['output'];
  /** Plain text. */
  text: Scalars['String']['output'];
  /** HTML. */
  html: Scalars['String']['output'];
  /** Number of people who would get a letter now. */
  recipients: Scalars['Int']['output'];
  /** Number of people with such tickets who want no letters of the organizer. */
  unsubscribed: Scalars['Int']['output'];
};

/** Input of sendLetter. */
export type SendLetterInput = {
  /** A published event of the organization that is not over. */
  eventId: Scalars['ID']['input'];
  /**
   * 1 to 150 characters in one line. `{name}`, `{event}`, `{date}`, `{place}`, `{order}` and `{organizer}` are replaced; other words in braces are
   * refused.
   */
  subject: Scalars['String']['input'];
  /** 1 to 5000 characters of plain text, with the same placeholders. A blank line begins a paragraph. */
  body: Scalars['String']['input'];
  /** Only to people with a ticket of this price tier. Default: all tiers. */
  tierName?: InputMaybe<Scalars['String']['input']>;
  /** Only to people with a ticket in this section. Default: all sections. */
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Result of sendLetter. */
export type SendLetterResult = OrganizerLetter | NotFound | IdempotencyKeyReused;

/** Whether a person gets letters of an organizer. Letters about the person's own orders are always sent. */
export type LetterSubscription = {
  __typename?: 'LetterSubscription';
  /** The organizer. */
  organization: Organization;
  /** Whether letters are sent. */
  isSubscribed: Scalars['Boolean']['output'];
};

/** Input of setLetterSubscription. */
export type LetterSubscriptionInput = {
  /** Code of the link in a letter. */
  code: Scalars['String']['input'];
  /** Whether letters are sent. */
  isSubscribed: Scalars['Boolean']['input'];
};

/** Result of setLetterSubscription. */
export type SetLetterSubscriptionResult = LetterSubscription | NotFound;

/** An e-mail about an order. Addresses are not stored. */
export type Notification = {
  __typename?: 'Notification';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Occasion of the mail. */
  kind: NotificationKind;
  /** Recipient. */
  recipient?: Maybe<User>;
  /** Delivery status. */
  status: NotificationStatus;
  /** Time of the occasion. */
  writtenAt: Scalars['DateTime']['output'];
  /** Time of delivery, or of the final failure. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * ORDER_ENDED: the order was paid and then ended without tickets. TICKETS_CANCELLED: the tickets were refunded, or the organization lost a dispute.
 * TICKET_RECEIVED: a transfer, to the new holder. TICKET_HANDED_ON: a transfer, to the previous holder.
 * TICKET_MOVED: the ticket has another seat, see Mutation.moveTicket. TICKETS_EXCHANGED: as ORDER_CONFIRMED, in exchange for tickets.
 * TICKETS_RETURNED: the buyer gave tickets back, see Mutation.returnTickets.
 * EVENT_CHANGED: the event has a new start or place. EVENT_REMINDER: a day before the event. ORGANIZER_LETTER: see Mutation.sendLetter.
 * New values may be added: clients must handle unknown ones.
 */
export type NotificationKind =
  | 'ORDER_CONFIRMED'
  | 'ORDER_ENDED'
  | 'TICKETS_CANCELLED'
  | 'TICKET_RECEIVED'
  | 'TICKET_HANDED_ON'
  | 'TICKET_MOVED'
  | 'TICKETS_EXCHANGED'
  | 'TICKETS_RETURNED'
  | 'EVENT_CHANGED'
  | 'EVENT_REMINDER'
  | 'ORGANIZER_LETTER';

/**
 * FAILED: the mail server refused the mail, or was unavailable for three days.
 * SKIPPED: the mail was outdated before it was sent, the recipient wants no letters of the organizer, or the account was deleted.
 */
export type NotificationStatus =
  | 'PENDING'
  | 'SENT'
  | 'FAILED'
  | 'SKIPPED';

/** Same as Notification, for clients that use `letters`. */
export type Letter = {
  __typename?: 'Letter';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Occasion of the mail. */
  kind: LetterKind;
  /** Recipient. */
  recipient?: Maybe<User>;
  /** Delivery status. */
  status: LetterStatus;
  /** Time of the occasion. */
  writtenAt: Scalars['DateTime']['output'];
  /** Time of delivery, or of the final failure. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * ORDER_ENDED: the order was paid and then ended without tickets. TICKETS_CANCELLED: the tickets were refunded, or the organization lost a dispute.
 * TICKET_RECEIVED: a transfer, to the new holder. TICKET_HANDED_ON: a transfer, to the previous holder.
 * TICKET_MOVED: the ticket has another seat, see Mutation.moveTicket. TICKETS_EXCHANGED: as ORDER_CONFIRMED, in exchange for tickets.
 * TICKETS_RETURNED: the buyer gave tickets back, see Mutation.returnTickets.
 * EVENT_CHANGED: the event has a new start or place. EVENT_REMINDER: a day before the event. ORGANIZER_LETTER: see Mutation.sendLetter.
 * New values may be added: clients must handle unknown ones.
 */
export type LetterKind =
  | 'ORDER_CONFIRMED'
  | 'ORDER_ENDED'
  | 'TICKETS_CANCELLED'
  | 'TICKET_RECEIVED'
  | 'TICKET_HANDED_ON'
  | 'TICKET_MOVED'
  | 'TICKETS_EXCHANGED'
  | 'TICKETS_RETURNED'
  | 'EVENT_CHANGED'
  | 'EVENT_REMINDER'
  | 'ORGANIZER_LETTER';

/**
 * FAILED: the mail server refused the mail, or was unavailable for three days.
 * NEEDLESS: the mail was outdated before it was sent, the recipient wants no letters of the organizer, or the account was deleted.
 */
export type LetterStatus =
  | 'PENDING'
  | 'SENT'
  | 'FAILED'
  | 'NEEDLESS';

/** Input of resendTickets. */
export type ResendTicketsInput = {
  /** An order that has tickets. */
  orderId: Scalars['ID']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** The order has no valid tickets to send. */
export type OrderWithoutTickets = Error & {
  __typename?: 'OrderWithoutTickets';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of resendTickets. */
export type ResendTicketsResult = Order | OrderWithoutTickets | NotFound | IdempotencyKeyReused;

/** Phone wallet. */
export type WalletKind =
  | 'APPLE'
  | 'GOOGLE';

/** A seat and its price. */
export type OrderItem = {
  __typename?: 'OrderItem';
  /** Event of the seat. */
  event: Event;
  /** Seat. */
  seat?: Maybe<Seat>;
  /** Name of the price, such as `Child`; null for an event with one price, and for a standard price without a name. */
  priceName?: Maybe<Scalars['String']['output']>;
  /** Price for the buyer, taken from the hold. */
  price: Money;
  /** Parts of the price. */
  breakdown: PriceBreakdown;
};

/** Parts of a price: `total` is `base` plus all lines that are not included. */
export type PriceBreakdown = {
  __typename?: 'PriceBreakdown';
  /** Base price that the organizer sets for a ticket. */
  base: Money;
  /** Discounts, fees and taxes. Each is rounded separately to a minor unit; halves are rounded up. */
  lines: Array<PriceLine>;
  /** Price that the buyer pays. */
  total: Money;
};

/** One part of a price. */
export type PriceLine = {
  __typename?: 'PriceLine';
  /** Kind of this part. */
  kind: PriceLineKind;
  /** Name given by the organization; for a discount, its code. */
  name: Scalars['String']['output'];
  /** Amount; negative for a discount. */
  amount: Money;
  /** Whether the amount before this line already contains it; otherwise it is added. */
  included: Scalars['Boolean']['output'];
  /** Rate of a tax in percent. Null for other lines, and for taxes of older prices. */
  ratePercent?: Maybe<Scalars['Float']['output']>;
};

/**
 * Fees are calculated from the price after the discount. Free tickets have no fees.
 * Taxes are calculated from the price with its fees. Included tax = price × rate / (100 % + rates of all included taxes).
 * Added tax = rate × (price − included taxes).
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** A status change of an order. */
export type OrderStep = {
  __typename?: 'OrderStep';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** New status. */
  status: OrderStatus;
  /** Human-readable reason. Notes of reviewers are only for the organization (BOX_OFFICE and up) and platform staff; null for the buyer. */
  note?: Maybe<Scalars['String']['output']>;
};

/**
 * AWAITING_PAYMENT -> PROCESSING (payment authorized) -> CONFIRMED (payment captured, seats sold, tickets issued).
 * IN_REVIEW: the payment is authorized, and a person decides. DECLINED: the risk assessment or the reviewer refused the order.
 * If a card is declined, the order stays AWAITING_PAYMENT until it is paid, cancelled or EXPIRED.
 * EXPIRED: not paid or reviewed in time, or its seats were lost; an authorized payment is voided.
 * CANCELLED: by the buyer, the organization or with the event, or the payment could not be captured.
 * PARTIALLY_REFUNDED, REFUNDED: some or all tickets were refunded. New values may be added: clients must handle unknown ones.
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
  /** The items without cursors. */
  nodes: Array<Order>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Order;
};

/** A ticket: the right to enter. */
export type Ticket = {
  __typename?: 'Ticket';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /**
   * Order of the ticket.
   * A viewer who may see the ticket but not the order (`Query.order`) gets ID, number, status, event, time, and the visible tickets.
   * Items and sums then cover only the tickets of the viewer, and all other fields are null or empty.
   */
  order: Order;
  /** Order number, for staff at the entrance. */
  orderNumber: Scalars['String']['output'];
  /** Event of the ticket. */
  event: Event;
  /** Seat. */
  seat?: Maybe<Seat>;
  /** Name of the price, such as `Child`; null for an event with one price, and for a standard price without a name. */
  priceName?: Maybe<Scalars['String']['output']>;
  /** State of the ticket. A VALID ticket may still be frozen. */
  status: TicketStatus;
  /** Whether the payment is disputed. A frozen ticket is not valid for entry until the dispute is decided. */
  frozen: Scalars['Boolean']['output'];
  /** Current holder. */
  holder?: Maybe<User>;
  /** Name of the attendee or passenger. Only for the holder, the buyer, the organization and platform staff. */
  holderName?: Maybe<Scalars['String']['output']>;
  /**
   * Answers to questions of the organizer about the ticket. The viewer's own answers; for members from BOX_OFFICE up, AUDITOR and platform staff all of
   * them.
   */
  answers: Array<Answer>;
  /**
   * Content of the QR code. It is signed: scanners check it offline with `Query.ticketKey`. Only for the holder and members of the organization from
   * SCANNER up. Null until `Event.codesShownFrom`.
   */
  code?: Maybe<Scalars['String']['output']>;
  /** QR code as SVG. Visible to the same viewers as `code`. */
  qr?: Maybe<Scalars['String']['output']>;
  /**
   * Printable ticket as a base64 PDF (ISO 32000). Visible to the same viewers as `code`.
   * Null unless the ticket is VALID, and shortly after its event was published. `locale`: see Order.pdf.
   */
  pdf?: Maybe<Scalars['String']['output']>;
  /**
   * Ticket for a phone wallet, as JSON: pass.json for APPLE, event ticket class and object for GOOGLE.
   * The issuer has to add its identifiers and signature. Visible to the same viewers as `code`.
   */
  wallet?: Maybe<Scalars['String']['output']>;
  /** Open transfer offer, if any. Only for the holder; null for anyone else. */
  offer?: Maybe<TicketOffer>;
  /** Transfers of the ticket, oldest first. Only for the organization (SCANNER and up, AUDITOR) and platform staff; empty for anyone else. */
  transfers: Array<TicketTransfer>;
  /** Whether the attendee is inside: checked in, and not checked out since. */
  inside: Scalars['Boolean']['output'];
  /** Entries and exits, oldest first. Only for the organization (SCANNER and up, AUDITOR) and platform staff; empty for anyone else. */
  passages: Array<Passage>;
};


/** A ticket: the right to enter. */
export type TicketPdfArgs = {
  locale?: Scalars['String']['input'];
};


/** A ticket: the right to enter. */
export type TicketWalletArgs = {
  kind: WalletKind;
  locale?: Scalars['String']['input'];
};

/** An entry or exit with a ticket. */
export type Passage = {
  __typename?: 'Passage';
  /** ENTRY or EXIT. */
  kind: PassageKind;
  /** When it happened. For an offline scan the time of the device's clock. */
  at: Scalars['DateTime']['output'];
  /** The user who scanned the ticket. */
  by?: Maybe<User>;
  /** Gate, if the scan named one. */
  gate?: Maybe<Gate>;
  /** When it was undone; null otherwise. */
  undoneAt?: Maybe<Scalars['DateTime']['output']>;
  /** The user who undid it. */
  undoneBy?: Maybe<User>;
  /** Reason for the undo. */
  undoReason?: Maybe<Scalars['String']['output']>;
};

/** Direction of a passage. */
export type PassageKind =
  | 'ENTRY'
  | 'EXIT';

/** An entrance of an event. A check-in that names a gate is admitted only there and then. */
export type Gate = {
  __typename?: 'Gate';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Event. */
  event: Event;
  /** Name; unique among the event's gates. */
  name: Scalars['String']['output'];
  /** Sections whose tickets are admitted here; null: all sections. */
  sections?: Maybe<Array<Section>>;
  /** Admits tickets from this time on; null: no limit. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  /** Admits tickets until this time; null: no limit. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the gate was removed: it admits nobody. */
  removed: Scalars['Boolean']['output'];
};

/** ONCE: a ticket enters once, and again after each exit scan. DAILY: also once on each further day, in the event's time zone. */
export type EntryRule =
  | 'ONCE'
  | 'DAILY';

/** Numbers of an event's admission. At most a second old. */
export type AdmissionCounts = {
  __typename?: 'AdmissionCounts';
  /** Event. */
  event: Event;
  /** Tickets that are not cancelled. */
  tickets: Scalars['Int']['output'];
  /** Tickets with at least one entry. */
  admitted: Scalars['Int']['output'];
  /** Tickets that are inside now. */
  inside: Scalars['Int']['output'];
  /** Entries by gate. Entries without a gate are in none of them. */
  gates: Array<GateCount>;
};

/** Entries at one gate. */
export type GateCount = {
  __typename?: 'GateCount';
  /** Gate. */
  gate: Gate;
  /** Entries that were not undone. */
  entries: Scalars['Int']['output'];
};

/** USED: the ticket was checked in. CANCELLED: it was refunded, or the organization lost a dispute. */
export type TicketStatus =
  | 'VALID'
  | 'USED'
  | 'CANCELLED';

/** A page of tickets. */
export type TicketConnection = {
  __typename?: 'TicketConnection';
  /** The items, each with its cursor. */
  edges: Array<TicketEdge>;
  /** The items without cursors. */
  nodes: Array<Ticket>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type TicketEdge = {
  __typename?: 'TicketEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Ticket;
};

/** Input of placeOrder. */
export type PlaceOrderInput = {
  /** An active hold of the viewer. */
  holdId: Scalars['ID']['input'];
  /**
   * At most nine further active holds of the viewer, at the same event or at others of the same organization and currency. Either all holds become one
   * order, or none.
   */
  moreHoldIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Names of attendees, in the order of the hold's seats, and then those of `moreHoldIds`, 1 to 100 characters each. Surplus names are ignored. */
  names?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Answers to `Event.questions` of the events, at most 1,000. */
  answers?: InputMaybe<Array<AnswerInput>>;
  /** Address for the invoice, if an event (`Event.invoiceAddress`) or the organization asks for it. */
  invoiceAddress?: InputMaybe<InvoiceAddressInput>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of refundOrder. */
export type RefundOrderInput = {
  /** A confirmed order. */
  orderId: Scalars['ID']['input'];
  /** VALID or USED tickets of the order, 1 to 50. Default: all. */
  ticketIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Reason for the buyer and the accounts, 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** For an order that was paid by terminal at the counter: number on the slip of the refund, 1 to 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** The hold has expired, was released, or already belongs to another order. */
export type HoldNotActive = Error & {
  __typename?: 'HoldNotActive';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** ID of the hold. */
  holdId?: Maybe<Scalars['ID']['output']>;
};

/** The holds can't be one order. Nothing was changed: place an order for each. */
export type HoldsNotCombinable = Error & {
  __typename?: 'HoldsNotCombinable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** ID of the first hold that does not fit the ones before. */
  holdId?: Maybe<Scalars['ID']['output']>;
  /** Why. */
  reason: HoldsNotCombinableReason;
};

/**
 * OTHER_ORGANIZATION, OTHER_CURRENCY: than that of the first hold. TOTAL_TOO_HIGH: the total of all would exceed 2,147,483,647 minor units.
 * PACKAGE_IN_PART: other holds of its package are missing: see Hold.packageHoldIds.
 */
export type HoldsNotCombinableReason =
  | 'OTHER_ORGANIZATION'
  | 'OTHER_CURRENCY'
  | 'TOTAL_TOO_HIGH'
  | 'PACKAGE_IN_PART';

/** The order is confirmed or has ended, so it can't be cancelled. */
export type OrderNotCancellable = Error & {
  __typename?: 'OrderNotCancellable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The order is not confirmed, nothing is left to refund, or the payment is disputed. */
export type OrderNotRefundable = Error & {
  __typename?: 'OrderNotRefundable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The ticket was already checked in. */
export type TicketAlreadyUsed = Error & {
  __typename?: 'TicketAlreadyUsed';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Time of check-in. */
  usedAt: Scalars['DateTime']['output'];
};

/** The ticket is for another event. It stays valid. */
export type TicketForOtherEvent = Error & {
  __typename?: 'TicketForOtherEvent';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Event of the ticket. */
  event?: Maybe<Event>;
  /** Name of that event, if known. */
  eventName?: Maybe<Scalars['String']['output']>;
  /** Start time of that event, if known. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The payment is disputed: the ticket is not valid for entry until the dispute is decided. */
export type TicketFrozen = Error & {
  __typename?: 'TicketFrozen';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The gate does not admit the ticket, or not now. The ticket stays as it is. */
export type GateRefused = Error & {
  __typename?: 'GateRefused';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Why. */
  reason: GateRefusal;
  /** Names of the gates that admit the ticket's section. */
  gates: Array<Scalars['String']['output']>;
  /** Opening time of the gate, for NOT_OPEN. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
};

/** NOT_OPEN: the gate opens later. CLOSED: it has closed. OTHER_SECTION: it does not admit the section of the ticket. */
export type GateRefusal =
  | 'NOT_OPEN'
  | 'CLOSED'
  | 'OTHER_SECTION';

/** The ticket has no entry, or was checked out since. */
export type TicketNotInside = Error & {
  __typename?: 'TicketNotInside';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Another gate of the event has this name. */
export type GateNameTaken = Error & {
  __typename?: 'GateNameTaken';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Offer to transfer a ticket. Anyone who has the code can accept it: give it to one person only. */
export type TicketOffer = {
  __typename?: 'TicketOffer';
  /** Offered ticket. */
  ticket: Ticket;
  /** Code for `acceptTicketOffer`. Only for the holder; null for anyone else. */
  code?: Maybe<Scalars['String']['output']>;
  /** Expiry of the offer, a week after it was made. */
  expiresAt: Scalars['DateTime']['output'];
};

/** The offer has ended: it was accepted or withdrawn, it has expired, or the ticket was used or refunded. */
export type TicketOfferGone = Error & {
  __typename?: 'TicketOfferGone';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Transfer of a ticket to another user. It invalidates the previous code. */
export type TicketTransfer = {
  __typename?: 'TicketTransfer';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** Previous holder. */
  from?: Maybe<User>;
  /** New holder. */
  to?: Maybe<User>;
};

/** Input of offerTicket. */
export type OfferTicketInput = {
  /** A VALID ticket of the viewer. */
  ticketId: Scalars['ID']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of acceptTicketOffer. */
export type AcceptTicketOfferInput = {
  /** Code of the offer, from the holder. */
  code: Scalars['String']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of takeTicket. */
export type TakeTicketInput = {
  /** Code of the offer, from the holder. */
  code: Scalars['String']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of moveTicket. */
export type MoveTicketInput = {
  /** A VALID ticket of the organization. */
  ticketId: Scalars['ID']['input'];
  /** A free seat of the same event and price tier. */
  seatId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters. The holder sees it. */
  reason: Scalars['String']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Why a ticket can't be moved. */
export type TicketNotMovableReason =
  /** The seat is held, sold or blocked. */
  | 'SEAT_TAKEN'
  /** The seat was of another ticket of the order, which is refunded or being moved. */
  | 'SEAT_OF_ORDER'
  /** The ticket has this seat already. */
  | 'SAME_SEAT'
  /** The seat is in another price tier, or not for the price of the ticket. */
  | 'OTHER_PRICE'
  /** Places of general admission are not numbered. */
  | 'GENERAL_ADMISSION'
  /** The holder has offered the ticket to someone. */
  | 'OFFERED'
  /** Another move of the ticket is not finished yet. */
  | 'MOVE_IN_PROGRESS'
  /** The ticket is being exchanged for another one. */
  | 'EXCHANGE_IN_PROGRESS'
  /** The event is cancelled or over. */
  | 'EVENT_OVER';

/** The ticket can't be moved to this seat. Ticket and seats stay as they are. */
export type TicketNotMovable = Error & {
  __typename?: 'TicketNotMovable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Why. */
  reason: TicketNotMovableReason;
};

/** Whether and how tickets of an event are handed on to other people. */
export type TransferPolicy = {
  __typename?: 'TransferPolicy';
  /** Whether tickets are handed on; FREE unless the organizer says otherwise. */
  mode: TransferMode;
  /** Tickets are handed on from then on; null: as soon as they are issued. */
  notBefore?: Maybe<Scalars['DateTime']['output']>;
  /** Tickets are handed on until then; null: as long as they are valid. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** New tickets stay with their buyer for so many seconds. */
  coolOffSeconds: Scalars['Int']['output'];
  /** Number of tickets of the event, bought or taken, with which a person can take no further one; null: any number. */
  mostPerHolder?: Maybe<Scalars['Int']['output']>;
};

/** Whether tickets are handed on. Refunds, exchanges and the box office have rules of their own. */
export type TransferMode =
  /** As often as holders like. */
  | 'FREE'
  /** Each ticket once: who has taken it keeps it. */
  | 'ONCE'
  /** They are not handed on; who can't come gives them back, as far as the organizer takes them back. */
  | 'RETURN_ONLY'
  /** They are not handed on. */
  | 'NONE';

/** The organizer does not allow to hand the ticket on, or not now. */
export type TransferNotAllowed = Error & {
  __typename?: 'TransferNotAllowed';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Why not. */
  reason: TransferNotAllowedReason;
  /** From then on it is allowed; null if it is not only too early. */
  allowedFrom?: Maybe<Scalars['DateTime']['output']>;
};

/** Why a ticket can't be handed on. */
export type TransferNotAllowedReason =
  /** Tickets of the event are not handed on. */
  | 'NOT_ALLOWED'
  /** The ticket was handed on before, which is allowed once. */
  | 'ALREADY_TRANSFERRED'
  /** The time for it has not begun. */
  | 'TOO_EARLY'
  /** The time for it is over. */
  | 'TOO_LATE'
  /** The ticket is too new. */
  | 'COOL_OFF'
  /** The person who wants to take it has as many tickets of the event as allowed. */
  | 'HOLDER_LIMIT';

/** Input of setTransferPolicy. It replaces the policy; what is omitted has its default. */
export type SetTransferPolicyInput = {
  /** An event of the organization. */
  eventId: Scalars['ID']['input'];
  /** Whether tickets of this event are handed on. */
  mode: TransferMode;
  /** Not before. Default: as soon as they are issued. */
  notBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Until, after `notBefore`. Default: as long as they are valid. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
  /** New tickets stay with their buyer for so many seconds: 0 to 2,592,000. Default: 0. */
  coolOffSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Number of tickets of the event with which a person can take no further one: 1 to 100. Default: any number. */
  mostPerHolder?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of setTransferPolicy. */
export type SetTransferPolicyResult = Event | NotFound;

/** Input of setCodeRule. */
export type SetCodeRuleInput = {
  /** An event of the organization. */
  eventId: Scalars['ID']['input'];
  /** Codes are shown from so many minutes before the start on: 1 to 525,600, such as 1440 for a day. Null: as soon as tickets are issued. */
  minutesBefore?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of setCodeRule. */
export type SetCodeRuleResult = Event | NotFound;

/** Whether and how buyers exchange tickets for an event. */
export type ExchangePolicy = {
  __typename?: 'ExchangePolicy';
  /** Whether buyers may exchange; false unless the organizer says so. The box office always may. */
  isAllowed: Scalars['Boolean']['output'];
  /** Until how many minutes before the start of the event. */
  minutesBefore: Scalars['Int']['output'];
  /** Fee for each ticket in minor units of the event's currency, at most the price of the ticket. */
  fee: Scalars['Int']['output'];
  /** Whether the new seats may be at another event of the same organization. */
  otherEvents: Scalars['Boolean']['output'];
};

/** Input of setExchangePolicy. */
export type SetExchangePolicyInput = {
  /** An event of the organization. */
  eventId: Scalars['ID']['input'];
  /** Whether buyers may exchange tickets for this event. */
  isAllowed: Scalars['Boolean']['input'];
  /** Until how many minutes before the start of the event: 0 to 525,600. Default: 0. */
  minutesBefore?: InputMaybe<Scalars['Int']['input']>;
  /** Fee for each ticket in minor units of the event's currency: 0 to 1,000,000. Default: 0. */
  fee?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the new seats may be at another event of the same organization and currency. Default: false. */
  otherEvents?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of setExchangePolicy. */
export type SetExchangePolicyResult = Event | NotFound;

/** A ticket and what it is worth in an exchange. */
export type ExchangedTicket = {
  __typename?: 'ExchangedTicket';
  /** Ticket. */
  ticket: Ticket;
  /** What was paid for it. */
  paid: Money;
  /** Fee, which the organization keeps. */
  fee: Money;
  /** What it pays of the new seats: `paid` less `fee`. */
  worth: Money;
};

/** What an exchange would cost. Nothing is reserved but the hold. */
export type ExchangeQuote = {
  __typename?: 'ExchangeQuote';
  /** Tickets, in the given sequence. */
  tickets: Array<ExchangedTicket>;
  /** What all tickets are worth. */
  worth: Money;
  /** Total of the held seats. */
  total: Money;
  /** `total` less `worth`: to be paid; negative: to be refunded. It is `ExchangeTicketsInput.expectedDifference`. */
  difference: Money;
  /** Last moment for the exchange by the organizer's policy; null for the box office. The hold may expire before. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Result of exchangeQuote. */
export type ExchangeQuoteResult = ExchangeQuote | TicketsNotExchangeable | NotFound;

/** State of an exchange. */
export type ExchangeStatus =
  /** The new order is not confirmed. The old tickets are valid. */
  | 'OPEN'
  /** The payment is being captured. Until it is, the old tickets can't be changed or used. */
  | 'CLAIMED'
  /** The new tickets are issued, and the old ones cancelled. */
  | 'DONE'
  /** The new order has ended without tickets. The old ones are valid. */
  | 'ENDED';

/** Tickets that pay for another order. */
export type Exchange = {
  __typename?: 'Exchange';
  /** State. */
  status: ExchangeStatus;
  /** Order of the old tickets. */
  from: Order;
  /** The old tickets and what they are worth. */
  tickets: Array<ExchangedTicket>;
  /** What they pay of the new order. */
  credit: Money;
  /** What is refunded, because they are worth more than the new order. */
  refund: Money;
};

/** Input of exchangeTickets. */
export type ExchangeTicketsInput = {
  /** 1 to 50 VALID tickets of one order, which belong to its buyer. */
  ticketIds: Array<Scalars['ID']['input']>;
  /** An active hold of the viewer with the new seats; for the box office one that was made with `atCounter`. */
  holdId: Scalars['ID']['input'];
  /** Names of attendees, in the order of the new seats, 1 to 100 characters each. Surplus names are ignored. */
  names?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Answers to `Event.questions` of the new seats' event, at most 1,000. A clerk need not give any. */
  answers?: InputMaybe<Array<AnswerInput>>;
  /** Address for the invoice, if the event (`Event.invoiceAddress`) or the organization asks for it. */
  invoiceAddress?: InputMaybe<InvoiceAddressInput>;
  /** `ExchangeQuote.difference` that the buyer was shown, in minor units. If it differs now, the answer is ExchangeTotalChanged. */
  expectedDifference: Scalars['Int']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Why tickets can't be exchanged. */
export type TicketsNotExchangeableReason =
  /** The organizer allows no exchange to buyers. */
  | 'NOT_ALLOWED'
  /** The deadline has passed. */
  | 'TOO_LATE'
  /** The new seats are at another event, and the organizer does not allow that. */
  | 'OTHER_EVENT'
  /** Another organization sells the new seats. */
  | 'OTHER_ORGANIZATION'
  /** The new seats have another currency. */
  | 'OTHER_CURRENCY'
  /** A ticket was checked in. */
  | 'USED'
  /** A ticket was refunded or exchanged, or the order is not confirmed. */
  | 'REFUNDED'
  /** A ticket was transferred: it belongs to someone else than the buyer. */
  | 'TRANSFERRED'
  /** The payment is disputed. */
  | 'DISPUTED'
  /** The tickets were sold at the counter. */
  | 'SOLD_AT_COUNTER'
  /** The event is cancelled. */
  | 'EVENT_CANCELLED'
  /** Another exchange of a ticket has not ended. */
  | 'EXCHANGE_IN_PROGRESS'
  /** The new seats are held with a package, which is bought as a whole. */
  | 'SEATS_OF_PACKAGE';

/** The tickets can't be exchanged. They stay as they are. */
export type TicketsNotExchangeable = Error & {
  __typename?: 'TicketsNotExchangeable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Why. */
  reason: TicketsNotExchangeableReason;
};

/** The exchange would have another difference. Nothing was exchanged, and the held seats are back on sale. */
export type ExchangeTotalChanged = Error & {
  __typename?: 'ExchangeTotalChanged';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** What is to be paid; negative: to be refunded. */
  difference: Money;
};

/** The ticket is being exchanged for another one. Nothing was changed: try again in some moments. */
export type TicketBeingExchanged = Error & {
  __typename?: 'TicketBeingExchanged';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of exchangeTickets. */
export type ExchangeTicketsResult = Order | AnswersRefused | HoldNotActive | TicketsNotExchangeable | ExchangeTotalChanged | VerifiedBuyersOnly | NotFound | IdempotencyKeyReused;

/** Whether buyers give tickets back by themselves. */
export type ReturnMode =
  /** They don't; the box office may refund them. */
  | 'NONE'
  /** While the seats suit people on the waiting list of the event, who are offered them. */
  | 'WAITLIST'
  /** Always, until the deadline. */
  | 'ALWAYS';

/** Whether and how buyers give tickets for an event back, and get their money at once. */
export type ReturnPolicy = {
  __typename?: 'ReturnPolicy';
  /** Whether they do. */
  mode: ReturnMode;
  /** Until how many minutes before the start of the event. */
  minutesBefore: Scalars['Int']['output'];
  /** Fee for each ticket in minor units of the event's currency, at most the price of the ticket. The organization keeps it. */
  fee: Scalars['Int']['output'];
};

/** Input of setReturnPolicy. */
export type SetReturnPolicyInput = {
  /** An event of the organization. */
  eventId: Scalars['ID']['input'];
  /** Whether buyers give tickets back by themselves. */
  mode: ReturnMode;
  /** Until how many minutes before the start of the event: 0 to 525,600. Default: 0. */
  minutesBefore?: InputMaybe<Scalars['Int']['input']>;
  /** Fee for each ticket in minor units of the event's currency: 0 to 1,000,000. Default: 0. */
  fee?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of setReturnPolicy. */
export type SetReturnPolicyResult = Event | NotFound;

/** A ticket and what its buyer gets for it. */
export type ReturnedTicket = {
  __typename?: 'ReturnedTicket';
  /** Ticket. */
  ticket: Ticket;
  /** What was paid for it. */
  paid: Money;
  /** Fee, which the organization keeps. */
  fee: Money;
  /** What is refunded: `paid` less `fee`. */
  refund: Money;
};

/** What the buyer would get for tickets. Nothing is reserved. */
export type ReturnQuote = {
  __typename?: 'ReturnQuote';
  /** Tickets, in the given sequence. */
  tickets: Array<ReturnedTicket>;
  /** Sum of the refunds. It is `ReturnTicketsInput.expectedRefund`. */
  refund: Money;
  /** Last moment by the organizer's policy. */
  endsAt: Scalars['DateTime']['output'];
};

/** Result of returnQuote. */
export type ReturnQuoteResult = ReturnQuote | TicketsNotReturnable | NotFound;

/** Input of returnTickets. */
export type ReturnTicketsInput = {
  /** An order of the viewer. */
  orderId: Scalars['ID']['input'];
  /** 1 to 50 VALID tickets of the order, which belong to its buyer. */
  ticketIds: Array<Scalars['ID']['input']>;
  /** `ReturnQuote.refund` that the buyer was shown, in minor units. If it differs now, the answer is ReturnTotalChanged. */
  expectedRefund: Scalars['Int']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Why tickets can't be given back. */
export type TicketsNotReturnableReason =
  /** The organizer takes no tickets back from buyers. */
  | 'NOT_ALLOWED'
  /** The deadline has passed. */
  | 'TOO_LATE'
  /** Nobody on the waiting list would be offered all of the seats. */
  | 'NOBODY_WAITS'
  /** A ticket was checked in. */
  | 'USED'
  /** A ticket was refunded or exchanged, or the order is not confirmed. */
  | 'REFUNDED'
  /** A ticket was transferred: it belongs to someone else than the buyer. */
  | 'TRANSFERRED'
  /** The payment is disputed. */
  | 'DISPUTED'
  /** The tickets were sold at the counter. */
  | 'SOLD_AT_COUNTER'
  /** The event is cancelled. */
  | 'EVENT_CANCELLED'
  /** A ticket pays for an exchange that has not ended. */
  | 'EXCHANGE_IN_PROGRESS';

/** The tickets can't be given back. They stay as they are. */
export type TicketsNotReturnable = Error & {
  __typename?: 'TicketsNotReturnable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Why. */
  reason: TicketsNotReturnableReason;
};

/** The refund would have another total. Nothing was given back. */
export type ReturnTotalChanged = Error & {
  __typename?: 'ReturnTotalChanged';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** What would be refunded. */
  refund: Money;
};

/** Result of returnTickets. */
export type ReturnTicketsResult = Order | TicketsNotReturnable | ReturnTotalChanged | NotFound | IdempotencyKeyReused;

/** Result of moveTicket. */
export type MoveTicketResult = Ticket | TicketNotMovable | TicketAlreadyUsed | TicketFrozen | NotFound | IdempotencyKeyReused;

/** Result of offerTicket. */
export type OfferTicketResult = TicketOffer | TransferNotAllowed | TicketAlreadyUsed | TicketFrozen | TicketBeingExchanged | NotFound | IdempotencyKeyReused;

/** Result of withdrawTicketOffer. */
export type WithdrawTicketOfferResult = Ticket | NotFound;

/** Result of acceptTicketOffer. */
export type AcceptTicketOfferResult = Ticket | TransferNotAllowed | TicketOfferGone | TicketFrozen | TicketBeingExchanged | NotFound | IdempotencyKeyReused;

/** Result of takeTicket. */
export type TakeTicketResult = Ticket | TransferNotAllowed | TicketOfferGone | TicketFrozen | TicketBeingExchanged | NotFound | IdempotencyKeyReused;

/**
 * Data for checking tickets offline.
 * A code is valid if `publicKey` verifies its signature, it names this event, and `exceptions` do not invalidate its ticket.
 * If `exceptions` has the ticket, the code is valid only if its `status` is VALID, `frozen` is false and `revision` equals the code's.
 * Format of a code: `T1.`, payload in base64url, `.`, signature in base64url.
 * Payload: ticket ID (16 bytes), event ID (16 bytes), revision (2 bytes, big-endian).
 * Signature: Ed25519 (RFC 8032) over everything before the second `.`.
 */
export type CheckInBundle = {
  __typename?: 'CheckInBundle';
  /** Ed25519 public key as a JWK (RFC 8037). */
  publicKey: Scalars['String']['output'];
  /** Time of the snapshot: exceptions are as of this time. */
  at: Scalars['DateTime']['output'];
  /** Tickets that are used, cancelled, frozen or transferred. Page size: 500 by default, at most 5000. */
  exceptions: TicketExceptionConnection;
};


/**
 * Data for checking tickets offline.
 * A code is valid if `publicKey` verifies its signature, it names this event, and `exceptions` do not invalidate its ticket.
 * If `exceptions` has the ticket, the code is valid only if its `status` is VALID, `frozen` is false and `revision` equals the code's.
 * Format of a code: `T1.`, payload in base64url, `.`, signature in base64url.
 * Payload: ticket ID (16 bytes), event ID (16 bytes), revision (2 bytes, big-endian).
 * Signature: Ed25519 (RFC 8032) over everything before the second `.`.
 */
export type CheckInBundleExceptionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A ticket whose state can't be derived from its code alone. */
export type TicketException = {
  __typename?: 'TicketException';
  /** Ticket ID, as in the code. */
  id: Scalars['ID']['output'];
  /** State of the ticket. */
  status: TicketStatus;
  /** Revision of the valid code. */
  revision: Scalars['Int']['output'];
  /** Whether the ticket is frozen: not valid for entry for now. */
  frozen: Scalars['Boolean']['output'];
};

/** A page of exceptions. */
export type TicketExceptionConnection = {
  __typename?: 'TicketExceptionConnection';
  /** The items, each with its cursor. */
  edges: Array<TicketExceptionEdge>;
  /** The items without cursors. */
  nodes: Array<TicketException>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type TicketExceptionEdge = {
  __typename?: 'TicketExceptionEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: TicketException;
};

/** A scan that was made offline. */
export type ScanInput = {
  /** UUID chosen by the device. Retry an upload of the same scan with the same ID. */
  id: Scalars['ID']['input'];
  /** Content of the QR code. */
  code: Scalars['String']['input'];
  /** Time of the scan by the device's clock. A time in the future counts as now. */
  scannedAt: Scalars['DateTime']['input'];
  /** Entrance, 1 to 100 characters. */
  gate?: InputMaybe<Scalars['String']['input']>;
  /** Gate of the event. Offline scans are not judged by the gate's sections and times: the device has to do it. */
  gateId?: InputMaybe<Scalars['ID']['input']>;
  /** EXIT for an exit scan; ENTRY by default. */
  kind?: InputMaybe<PassageKind>;
};

/** Input of uploadScans. */
export type UploadScansInput = {
  /** Event. */
  eventId: Scalars['ID']['input'];
  /** 1 to 500 scans. */
  scans: Array<ScanInput>;
};

/** Result of a scan that was made offline. */
export type Scan = {
  __typename?: 'Scan';
  /** ID chosen by the device. */
  id: Scalars['ID']['output'];
  /** Outcome. */
  outcome: ScanOutcome;
  /** Ticket; null for an invalid code. */
  ticket?: Maybe<Ticket>;
  /** Time of the scan by the device's clock. */
  scannedAt: Scalars['DateTime']['output'];
  /** Time of the upload. */
  uploadedAt: Scalars['DateTime']['output'];
  /** Entrance. */
  gate?: Maybe<Scalars['String']['output']>;
  /** User who scanned. */
  scanner?: Maybe<User>;
  /** For REJECTED: what to change; null otherwise. */
  problem?: Maybe<Scalars['String']['output']>;
};

/**
 * ADMITTED: the scan is an entry. DOUBLE: the ticket was inside already. LEFT: the scan is an exit. NOT_INSIDE: an exit scan of a ticket that was not inside.
 * REVOKED: the code was invalid because the ticket was cancelled or transferred. UNKNOWN: the code is not genuine.
 * OTHER_EVENT: the ticket is for another event. REJECTED: the scan is malformed and not stored; see `problem`.
 */
export type ScanOutcome =
  | 'ADMITTED'
  | 'DOUBLE'
  | 'LEFT'
  | 'NOT_INSIDE'
  | 'REVOKED'
  | 'UNKNOWN'
  | 'OTHER_EVENT'
  | 'REJECTED';

/** A page of scans. */
export type ScanConnection = {
  __typename?: 'ScanConnection';
  /** The items, each with its cursor. */
  edges: Array<ScanEdge>;
  /** The items without cursors. */
  nodes: Array<Scan>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type ScanEdge = {
  __typename?: 'ScanEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Scan;
};

/** Results of uploaded scans. */
export type ScanUpload = {
  __typename?: 'ScanUpload';
  /** Results, in the order of the upload. */
  scans: Array<Scan>;
};

/** Result of uploadScans. */
export type UploadScansResult = ScanUpload | NotFound;

/** The event is only for accounts with a verified address: sign in, or verify the address with requestEmailCode. Nothing was changed. */
export type VerifiedBuyersOnly = Error & {
  __typename?: 'VerifiedBuyersOnly';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of placeOrder. */
export type PlaceOrderResult = Order | AnswersRefused | HoldNotActive | HoldsNotCombinable | NotFound | IdempotencyKeyReused | VerifiedBuyersOnly;

/** Result of cancelOrder. */
export type CancelOrderResult = Order | OrderNotCancellable | NotFound;

/** Result of refundOrder. */
export type RefundOrderResult = Order | OrderNotRefundable | DrawerNotOpen | NotFound | IdempotencyKeyReused;

/** Result of checkIn. */
export type CheckInResult = Ticket | TicketForOtherEvent | TicketAlreadyUsed | TicketFrozen | TicketBeingExchanged | GateRefused | NotFound | IdempotencyKeyReused;

/** Input of checkOut. */
export type CheckOutInput = {
  /** Content of the QR code. */
  code: Scalars['String']['input'];
  /** Event at this gate: a ticket for another event is refused. */
  eventId: Scalars['ID']['input'];
  /** Gate, if the exit is at one. */
  gateId?: InputMaybe<Scalars['ID']['input']>;
  /** A retry with the same key is not a second scan. */
  idempotencyKey: Scalars['String']['input'];
};

/** Result of checkOut. */
export type CheckOutResult = Ticket | TicketNotInside | TicketForOtherEvent | NotFound | IdempotencyKeyReused;

/** Input of undoCheckIn. */
export type UndoCheckInInput = {
  /** Ticket. */
  ticketId: Scalars['ID']['input'];
  /** Why, such as a wrong scan; 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** Key of this request. */
  idempotencyKey: Scalars['String']['input'];
};

/** Result of undoCheckIn. */
export type UndoCheckInResult = Ticket | TicketNotInside | NotFound | IdempotencyKeyReused;

/** Input of createGate. */
export type CreateGateInput = {
  /** Event. */
  eventId: Scalars['ID']['input'];
  /** 1 to 100 characters, unique among the event's gates. */
  name: Scalars['String']['input'];
  /** Sections whose tickets are admitted; omitted or null: all. At most 500. */
  sectionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Admits tickets from this time on. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Admits tickets until this time; after `opensAt`. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Key of this request. */
  idempotencyKey: Scalars['String']['input'];
};

/** Result of createGate. */
export type CreateGateResult = Gate | GateNameTaken | NotFound | IdempotencyKeyReused;

/** Input of updateGate. An omitted field stays as it is; null removes the limit. */
export type UpdateGateInput = {
  /** Gate. */
  gateId: Scalars['ID']['input'];
  /** 1 to 100 characters, unique among the event's gates. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Sections whose tickets are admitted; null: all. At most 500. */
  sectionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Admits tickets from this time on. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Admits tickets until this time; after `opensAt`. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of updateGate. */
export type UpdateGateResult = Gate | GateNameTaken | NotFound;

/** Result of removeGate. */
export type RemoveGateResult = Gate | NotFound;

/** Result of setEntryRule. */
export type SetEntryRuleResult = Event | NotFound;

/** Input of retryOrder. */
export type RetryOrderInput = {
  /** Any order. */
  orderId: Scalars['ID']['input'];
  /** Reason for the audit log, 1 to 500 characters. */
  note: Scalars['String']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of nudgeOrder. */
export type NudgeOrderInput = {
  /** Any order. */
  orderId: Scalars['ID']['input'];
  /** Reason for the audit log, 1 to 500 characters. */
  note: Scalars['String']['input'];
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Retry of an order's step by platform staff. */
export type OrderIntervention = {
  __typename?: 'OrderIntervention';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The member of platform staff. */
  by?: Maybe<User>;
  /** Reason. */
  note: Scalars['String']['output'];
};

/** Result of retryOrder. */
export type RetryOrderResult = Order | NotFound | IdempotencyKeyReused;

/** Result of nudgeOrder. */
export type NudgeOrderResult = Order | NotFound | IdempotencyKeyReused;

/** Result of nameTicket. */
export type NameTicketResult = Ticket | TicketAlreadyUsed | NotFound;

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
  /** One order. Only for its buyer, the organization (BOX_OFFICE and up, AUDITOR) and platform staff; null for anyone else. */
  order?: Maybe<Order>;
  /** One ticket. Only for its holder, the organization and platform staff; null for anyone else. */
  ticket?: Maybe<Ticket>;
  /** Ed25519 public key (JWK) for checking ticket codes offline. */
  ticketKey: Scalars['String']['output'];
  /** Whether the person whom the code of a letter names gets letters of its organizer; null for an unknown code. It needs no session. */
  letterSubscription?: Maybe<LetterSubscription>;
  /** For platform staff. Orders whose current step takes too long, longest first. */
  stuckOrders: OrderConnection;
};


/** Queries. */
export type QueryPersonalDataArgs = {
  userId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


/** Queries. */
export type QueryTicketArgs = {
  id: Scalars['ID']['input'];
};


/** Queries. */
export type QueryLetterSubscriptionArgs = {
  code: Scalars['String']['input'];
};


/** Queries. */
export type QueryStuckOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Mutations. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Converts a hold, or several, to an order. The seats stay held while the order awaits payment. */
  placeOrder: PlaceOrderResult;
  /** Cancels an order that is not confirmed: voids its payment and releases its seats. The buyer sees `reason`. */
  cancelOrder: CancelOrderResult;
  /**
   * For BOX_OFFICE and up. Refunds tickets, cancels them and puts their seats back on sale. The clerk hands out the refund of an order that was sold at
   * the counter, by the same tender; it is entered in the clerk's drawer.
   */
  refundOrder: RefundOrderResult;
  /**
   * For SCANNER and up. Checks a ticket in. A second scan is refused; a retry with the same key is not a second scan.
   * For a cancelled ticket the answer is NotFound.
   * Always pass `eventId`: a ticket for another event is then refused with TicketForOtherEvent and stays valid.
   * Without `eventId` (older clients), a ticket is refused as TicketForOtherEvent only in one case:
   * its event is more than a day away, and another event of the organization is not.
   * With `gateId`, the gate must be of the ticket's event, be open and admit its section: otherwise GateRefused.
   * A ticket that was checked out enters again. See `Event.entryRule` for events of several days.
   */
  checkIn: CheckInResult;
  /** For SCANNER and up. Records an exit: the ticket may enter again. */
  checkOut: CheckOutResult;
  /** For SCANNER and up. Undoes the last entry of a ticket that is inside, such as after a scan by mistake. The entry and the reason stay in `Ticket.passages`. */
  undoCheckIn: UndoCheckInResult;
  /** For MANAGER and up. Adds a gate to an event that was published. */
  createGate: CreateGateResult;
  /** For MANAGER and up. Changes a gate. */
  updateGate: UpdateGateResult;
  /** For MANAGER and up. Removes a gate: it admits nobody from now on. Repeating it changes nothing. */
  removeGate: RemoveGateResult;
  /** For MANAGER and up. Sets how often a ticket enters. */
  setEntryRule: SetEntryRuleResult;
  /**
   * For platform staff. Retries the step that the order waits for, and records the retry. A missing risk assessment becomes a review.
   * An order that waits for nothing stays as it is.
   */
  retryOrder: RetryOrderResult;
  /**
   * Same as `retryOrder`.
   * @deprecated Use `retryOrder`: it does the same, and takes the same keys.
   */
  nudgeOrder: NudgeOrderResult;
  /** For the holder, and BOX_OFFICE and up. Sets the attendee's name, until the ticket is used. */
  nameTicket: NameTicketResult;
  /**
   * For BOX_OFFICE and up. Moves a ticket to a free seat of the same event and price tier, in one step: the old seat goes back on sale. The previous code is
   * invalid at once, and the holder gets the new ticket by mail. Prices, payments and invoices stay as they are.
   */
  moveTicket: MoveTicketResult;
  /**
   * For the buyer by the organizer's policy, and for BOX_OFFICE and up. Places an order for held seats that tickets of one order pay for. If they are worth
   * less, the order awaits payment of the difference with `payOrder`; if they are worth more, the rest is refunded to the card that paid. The tickets are
   * cancelled in the moment in which the new ones are issued. If the order ends without tickets, the old ones stay valid.
   */
  exchangeTickets: ExchangeTicketsResult;
  /** For MANAGER and up. Says whether and how buyers exchange tickets for an event. Exchanges that have begun keep their fees. Idempotent. */
  setExchangePolicy: SetExchangePolicyResult;
  /** For MANAGER and up. Says whether and how tickets of an event are handed on from now on, also those that are offered already. Idempotent. */
  setTransferPolicy: SetTransferPolicyResult;
  /**
   * For the buyer by the organizer's policy. Gives tickets back: they are cancelled, the refund is requested, and the seats go back on sale, to the waiting
   * list first.
   */
  returnTickets: ReturnTicketsResult;
  /** For MANAGER and up. Says whether and how buyers give tickets for an event back. Idempotent. */
  setReturnPolicy: SetReturnPolicyResult;
  /**
   * For MANAGER and up. Says from when on codes of tickets for an event are shown. Until then nobody gets them: `Ticket.code`, `qr`, `pdf` and `wallet` are
   * null, and letters have no tickets. Codes that were shown before stay valid. Idempotent.
   */
  setCodeRule: SetCodeRuleResult;
  /** For the holder. Offers a ticket for transfer. It replaces an open offer of the same ticket. */
  offerTicket: OfferTicketResult;
  /** For the holder. Withdraws an open offer. */
  withdrawTicketOffer: WithdrawTicketOfferResult;
  /** Transfers the ticket to the viewer. The previous code is invalid at once. Refunds still go to the buyer. */
  acceptTicketOffer: AcceptTicketOfferResult;
  /**
   * Same as `acceptTicketOffer`.
   * @deprecated Use `acceptTicketOffer`: it does the same, and takes the same keys.
   */
  takeTicket: TakeTicketResult;
  /**
   * For SCANNER and up. Uploads scans that were made offline. Each scan counts once; the earliest scan of a ticket is its check-in.
   * Scans are processed separately: an invalid one is REJECTED, and the others are stored.
   * A value of a wrong type, such as an invalid `scannedAt`, fails the whole request, and nothing is stored.
   * Each error (at most 20) names such a value in `extensions.field`, such as `input.scans.17.scannedAt`. Upload the other scans without it.
   */
  uploadScans: UploadScansResult;
  /** For the buyer, and BOX_OFFICE and up. Mails the tickets to the buyer again. Limit: three times an hour, then RATE_LIMITED with `retryAfterSeconds`. */
  resendTickets: ResendTicketsResult;
  /**
   * For the buyer. Answers the offer of a refund of a rescheduled event: see `Order.refundOffer`. REFUND cancels and refunds the buyer's VALID tickets of
   * the order. Tickets that were transferred, or used, stay.
   */
  answerRefundOffer: AnswerRefundOfferResult;
  /**
   * For MANAGER and up. Sends a letter to all holders of tickets of the event, or some; see `Event.letterPreview`. Each person gets it once, unless they have
   * unsubscribed. It waits for a verified address. Limit: three letters in 24 hours for each event, then RATE_LIMITED with `retryAfterSeconds`.
   */
  sendLetter: SendLetterResult;
  /** For MANAGER and up. Sets how the organization writes invoices, and switches them on or off. Idempotent. Invoices that are written do not change. */
  setInvoicing: SetInvoicingResult;
  /** For BOX_OFFICE and up. Opens a drawer for the viewer, who may have one open drawer. */
  openDrawer: OpenDrawerResult;
  /** For its clerk, and for MANAGER and up. Closes a drawer, which then never changes. */
  closeDrawer: CloseDrawerResult;
  /**
   * For BOX_OFFICE and up. Sells seats at the counter, and enters the sale in the viewer's open drawer. The clerk has the money, so no provider is
   * asked, and risk assesses nothing. Answers when the order is CONFIRMED and has its tickets, or after 5 seconds.
   */
  sellAtCounter: SellAtCounterResult;
  /**
   * For BOX_OFFICE and up. Hands out a refund of an order that was sold at the counter, if no clerk made it, such as that of a cancelled event. It is
   * entered in the viewer's open drawer.
   */
  payOutRefund: PayOutRefundResult;
  /**
   * For the buyer, and BOX_OFFICE and up. Answers questions about the order, and about tickets that the viewer holds or that are not issued yet, until
   * the event starts. Idempotent.
   */
  answerQuestions: AnswerQuestionsResult;
  /** For the holder, and BOX_OFFICE and up. Answers questions about a ticket, until the event starts. Idempotent. */
  answerTicketQuestions: AnswerTicketQuestionsResult;
  /** For the buyer, and BOX_OFFICE and up. Sets the address for the invoice of an order, until the invoice is written. Idempotent. */
  setInvoiceAddress: SetInvoiceAddressResult;
  /** Ends or resumes letters of an organizer to the person whom the code of a letter names. It needs no session. Idempotent. */
  setLetterSubscription: SetLetterSubscriptionResult;
  /**
   * For payments. Whether orders may be paid, and the amounts; takes a payment lease on each.
   * Idempotent by each payment's ID. Null for a payment without a decision: retry it.
   */
  beginPayments: Array<Maybe<PaymentPermission>>;
  /** Like `beginPayments`, for one payment. For callers of the previous version. */
  beginPayment: PaymentPermission;
  /** For risk. Applies a reviewer's decision if the order still waits for it. Idempotent by the assessment's ID. */
  decideOrder: Scalars['Boolean']['output'];
};


/** Mutations. */
export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


/** Mutations. */
export type MutationCancelOrderArgs = {
  orderId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


/** Mutations. */
export type MutationRefundOrderArgs = {
  input: RefundOrderInput;
};


/** Mutations. */
export type MutationCheckInArgs = {
  code: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  eventId?: InputMaybe<Scalars['ID']['input']>;
  gateId?: InputMaybe<Scalars['ID']['input']>;
};


/** Mutations. */
export type MutationCheckOutArgs = {
  input: CheckOutInput;
};


/** Mutations. */
export type MutationUndoCheckInArgs = {
  input: UndoCheckInInput;
};


/** Mutations. */
export type MutationCreateGateArgs = {
  input: CreateGateInput;
};


/** Mutations. */
export type MutationUpdateGateArgs = {
  input: UpdateGateInput;
};


/** Mutations. */
export type MutationRemoveGateArgs = {
  gateId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationSetEntryRuleArgs = {
  eventId: Scalars['ID']['input'];
  rule: EntryRule;
};


/** Mutations. */
export type MutationRetryOrderArgs = {
  input: RetryOrderInput;
};


/** Mutations. */
export type MutationNudgeOrderArgs = {
  input: NudgeOrderInput;
};


/** Mutations. */
export type MutationNameTicketArgs = {
  ticketId: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


/** Mutations. */
export type MutationMoveTicketArgs = {
  input: MoveTicketInput;
};


/** Mutations. */
export type MutationExchangeTicketsArgs = {
  input: ExchangeTicketsInput;
};


/** Mutations. */
export type MutationSetExchangePolicyArgs = {
  input: SetExchangePolicyInput;
};


/** Mutations. */
export type MutationSetTransferPolicyArgs = {
  input: SetTransferPolicyInput;
};


/** Mutations. */
export type MutationReturnTicketsArgs = {
  input: ReturnTicketsInput;
};


/** Mutations. */
export type MutationSetReturnPolicyArgs = {
  input: SetReturnPolicyInput;
};


/** Mutations. */
export type MutationSetCodeRuleArgs = {
  input: SetCodeRuleInput;
};


/** Mutations. */
export type MutationOfferTicketArgs = {
  input: OfferTicketInput;
};


/** Mutations. */
export type MutationWithdrawTicketOfferArgs = {
  ticketId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationAcceptTicketOfferArgs = {
  input: AcceptTicketOfferInput;
};


/** Mutations. */
export type MutationTakeTicketArgs = {
  input: TakeTicketInput;
};


/** Mutations. */
export type MutationUploadScansArgs = {
  input: UploadScansInput;
};


/** Mutations. */
export type MutationResendTicketsArgs = {
  input: ResendTicketsInput;
};


/** Mutations. */
export type MutationAnswerRefundOfferArgs = {
  input: AnswerRefundOfferInput;
};


/** Mutations. */
export type MutationSendLetterArgs = {
  input: SendLetterInput;
};


/** Mutations. */
export type MutationSetInvoicingArgs = {
  input: SetInvoicingInput;
};


/** Mutations. */
export type MutationOpenDrawerArgs = {
  input: OpenDrawerInput;
};


/** Mutations. */
export type MutationCloseDrawerArgs = {
  input: CloseDrawerInput;
};


/** Mutations. */
export type MutationSellAtCounterArgs = {
  input: SellAtCounterInput;
};


/** Mutations. */
export type MutationPayOutRefundArgs = {
  input: PayOutRefundInput;
};


/** Mutations. */
export type MutationAnswerQuestionsArgs = {
  input: AnswerQuestionsInput;
};


/** Mutations. */
export type MutationAnswerTicketQuestionsArgs = {
  input: AnswerTicketQuestionsInput;
};


/** Mutations. */
export type MutationSetInvoiceAddressArgs = {
  input: SetInvoiceAddressInput;
};


/** Mutations. */
export type MutationSetLetterSubscriptionArgs = {
  input: LetterSubscriptionInput;
};


/** Mutations. */
export type MutationBeginPaymentsArgs = {
  payments: Array<PaymentToBeginInput>;
};


/** Mutations. */
export type MutationBeginPaymentArgs = {
  orderId: Scalars['ID']['input'];
  paymentId: Scalars['ID']['input'];
  buyerId: Scalars['ID']['input'];
  ended: Array<Scalars['ID']['input']>;
};


/** Mutations. */
export type MutationDecideOrderArgs = {
  orderId: Scalars['ID']['input'];
  assessmentId: Scalars['ID']['input'];
  allow: Scalars['Boolean']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A payment to begin. */
export type PaymentToBeginInput = {
  /** ID of the order. */
  orderId: Scalars['ID']['input'];
  /** ID of the payment. */
  paymentId: Scalars['ID']['input'];
  /** Required buyer of the order. */
  buyerId: Scalars['ID']['input'];
  /** Failed payments of the order; their leases are released. */
  ended: Array<Scalars['ID']['input']>;
};

/** Why an order can't be paid. */
export type PaymentRefusal =
  | 'NOT_FOUND'
  | 'NOT_PAYABLE';

/** Whether an order may be paid, and the amount. */
export type PaymentPermission = {
  __typename?: 'PaymentPermission';
  /** Refusal; null if the order may be paid. */
  refusal?: Maybe<PaymentRefusal>;
  /** Amount in minor units. */
  amount?: Maybe<Scalars['Int']['output']>;
  /** ISO 4217 code. */
  currency?: Maybe<Scalars['String']['output']>;
  /** ID of the organization. */
  organizationId?: Maybe<Scalars['ID']['output']>;
  /** ID of the event. */
  eventId?: Maybe<Scalars['ID']['output']>;
};

/** Subscriptions. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Current order at once, and again after every status change. Only for its buyer, the organization (BOX_OFFICE and up, AUDITOR) and platform staff. */
  orderChanged: Order;
  /** Progress of an event's cancellation at once, and again after every change. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff. */
  eventCancellationChanged: EventCancellation;
  /** Admission counts at once, and again after changes, at most once a second. For members of the organization from SCANNER up, AUDITOR and platform staff. */
  admissionsChanged: AdmissionCounts;
};


/** Subscriptions. */
export type SubscriptionOrderChangedArgs = {
  orderId: Scalars['ID']['input'];
};


/** Subscriptions. */
export type SubscriptionEventCancellationChangedArgs = {
  eventId: Scalars['ID']['input'];
};


/** Subscriptions. */
export type SubscriptionAdmissionsChangedArgs = {
  eventId: Scalars['ID']['input'];
};

export type User = {
  __typename?: 'User';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Orders, newest first. Only for the user and platform staff. */
  orders?: Maybe<OrderConnection>;
  /** Confirmed orders, newest first. With `upcoming`: only for events that have not begun, earliest first. At most some seconds old. Only for the user and platform staff. */
  purchases?: Maybe<PurchaseConnection>;
  /** Tickets, newest first. Only for the user and platform staff. */
  tickets?: Maybe<TicketConnection>;
  /** What the user would lose by deleteAccount or eraseAccount; ask before. Only for the user and platform staff. */
  deletionConsequences?: Maybe<DeletionConsequences>;
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

/** What a user would lose with the account. */
export type DeletionConsequences = {
  __typename?: 'DeletionConsequences';
  /** Valid tickets for events that have not ended. They still admit, but the user can't open, offer or exchange them, and gets no letter about a change. */
  validTickets: Scalars['Int']['output'];
  /** Orders that wait for their payment, are processed or reviewed. Their tickets go to nobody's account. */
  openOrders: Scalars['Int']['output'];
};

/** A confirmed order with the data that a list of purchases shows, in one query. */
export type Purchase = {
  __typename?: 'Purchase';
  /** The order. */
  order: Order;
  /** Event; of several the next one, or else the last one. */
  event: Event;
  /** Name of the event; null shortly after the event was published. */
  eventName?: Maybe<Scalars['String']['output']>;
  /** Place of the event. */
  place?: Maybe<Scalars['String']['output']>;
  /** Start time of the event. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Time of confirmation. */
  confirmedAt: Scalars['DateTime']['output'];
  /** Number of tickets. */
  tickets: Scalars['Int']['output'];
  /** Total price. */
  total: Money;
  /** Number of tickets cancelled by a refund or a lost dispute. */
  ticketsReturned: Scalars['Int']['output'];
  /** Amount paid for the cancelled tickets. */
  returned: Money;
};

/** A page of purchases. */
export type PurchaseConnection = {
  __typename?: 'PurchaseConnection';
  /** The items, each with its cursor. */
  edges: Array<PurchaseEdge>;
  /** The items without cursors. */
  nodes: Array<Purchase>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type PurchaseEdge = {
  __typename?: 'PurchaseEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Purchase;
};

/** Sales and returns of an event on one day of the organization's time zone. */
export type SalesDay = {
  __typename?: 'SalesDay';
  /** Day such as 2027-03-28, in the organization's time zone. */
  day: Scalars['String']['output'];
  /** Event. */
  event: Event;
  /** Number of orders confirmed. An order of several events counts for each of them, with its tickets for the event. */
  orders: Scalars['Int']['output'];
  /** Number of tickets issued. */
  tickets: Scalars['Int']['output'];
  /** Same as `grossSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  gross: Money;
  /** Amount paid for the issued tickets. */
  grossSum: MoneySum;
  /** Number of tickets cancelled on this day by a refund or a lost dispute, whenever they were sold. */
  ticketsReturned: Scalars['Int']['output'];
  /** Same as `returnedSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  returned: Money;
  /** Amount paid for the cancelled tickets. */
  returnedSum: MoneySum;
};

/** A page of days. */
export type SalesDayConnection = {
  __typename?: 'SalesDayConnection';
  /** The items, each with its cursor. */
  edges: Array<SalesDayEdge>;
  /** The items without cursors. */
  nodes: Array<SalesDay>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type SalesDayEdge = {
  __typename?: 'SalesDayEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: SalesDay;
};

/** By what a sales report tells tickets apart. */
export type SalesDimension =
  /** The day of the sale: in the event's time zone, or in that of the report of an organization. */
  | 'DAY'
  /** The event. */
  | 'EVENT'
  /** The section of the seat. */
  | 'SECTION'
  /** The price tier. */
  | 'TIER'
  /** The price within the tier, such as `Child`. */
  | 'PRICE'
  /** The promo code of the order. */
  | 'PROMO_CODE'
  /** How the customer paid at the counter; tickets that were sold online have none. */
  | 'TENDER'
  /** The sales channel that the seat was held through; tickets of the ordinary sale have none. */
  | 'CHANNEL';

/** Sales of an event or an organization. See `Event.salesReport` and `Organization.salesReport`. */
export type SalesReport = {
  __typename?: 'SalesReport';
  /** At most 1,000 rows, in the order of their dimensions. */
  rows: Array<SalesReportRow>;
  /** Whether these are all rows. If not, ask for a shorter period or fewer dimensions. The export `/exports/events/<id>/sales.csv` always has all. */
  isComplete: Scalars['Boolean']['output'];
};

/** Tickets that have the same value in each dimension. A dimension that was not asked for is null. */
export type SalesReportRow = {
  __typename?: 'SalesReportRow';
  /** Day of the sale, such as 2027-03-28. */
  day?: Maybe<Scalars['String']['output']>;
  /** The event. */
  event?: Maybe<Event>;
  /** Name of the section. */
  section?: Maybe<Scalars['String']['output']>;
  /** Name of the price tier. */
  tier?: Maybe<Scalars['String']['output']>;
  /** Name of the price; null for an event with one price for each tier. */
  price?: Maybe<Scalars['String']['output']>;
  /** Promo code of the order; null for an order without one. */
  promoCode?: Maybe<Scalars['String']['output']>;
  /** How the customer paid at the counter; null for tickets that were sold online. */
  tender?: Maybe<Tender>;
  /** Name of the sales channel; null for tickets of the ordinary sale. */
  channel?: Maybe<Scalars['String']['output']>;
  /** Number of tickets that were sold, also those that were returned later. */
  tickets: Scalars['Int']['output'];
  /** Amount paid for these tickets. */
  grossSum: MoneySum;
  /** Number of these tickets that were cancelled by a refund or a lost dispute. */
  ticketsReturned: Scalars['Int']['output'];
  /** Amount paid for the returned tickets. */
  returnedSum: MoneySum;
  /** Fees in the prices of the tickets that were not returned. */
  feesSum: MoneySum;
  /** Taxes in the prices of the tickets that were not returned. */
  taxesSum: MoneySum;
  /** What is left: `grossSum` less `returnedSum`, `feesSum` and `taxesSum`. */
  netSum: MoneySum;
};

/** Which orders to find. Fields that are not given match all orders. */
export type OrderSearch = {
  /** Number of the order, as in mails and on tickets. Case, blanks and hyphens are ignored. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Beginnings of words of a name given for a ticket, in any order; case and accents are ignored. Needs `eventId`. */
  holderName?: InputMaybe<Scalars['String']['input']>;
  /** Words of section, row and seat, in this order, such as `Parkett 4 12`; case and accents are ignored. Needs `eventId`. */
  seat?: InputMaybe<Scalars['String']['input']>;
  /** Whole mail address of the buyer, or of the holder of a ticket. Case is ignored. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** The event, or one of the events of an order of several. */
  eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Status. */
  status?: InputMaybe<OrderStatus>;
  /** Earliest time of creation. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of the times of creation, exclusive. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Which tickets of an event to find. Fields that are not given match all tickets. */
export type AttendeeSearch = {
  /** Number of the order, as in mails and on tickets. Case, blanks and hyphens are ignored. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Beginnings of words of the holder's name on the ticket, in any order; case and accents are ignored. */
  holderName?: InputMaybe<Scalars['String']['input']>;
  /** Words of section, row and seat, in this order, such as `Parkett 4 12`; case and accents are ignored. */
  seat?: InputMaybe<Scalars['String']['input']>;
  /** Whole mail address of the holder, or of the buyer. Case is ignored. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Status. */
  status?: InputMaybe<TicketStatus>;
  /** Earliest time of issue. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of the times of issue, exclusive. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Organization = {
  __typename?: 'Organization';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /**
   * Sales by event and day of the organization's time zone, newest first. `from` (inclusive) and `to` (exclusive) are days such as 2027-03-28.
   * At most some seconds old. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else.
   */
  sales?: Maybe<SalesDayConnection>;
  /**
   * Sales of all events by day, event, section, tier, price, promo code, tender and channel, or several of them. `from` is inclusive, `to` exclusive, at most
   * 366 days later. Days are those of `timeZone`, by default the organization's. At most some seconds old. For members from BOX_OFFICE up, AUDITOR and platform staff
   * who are not limited to some events; null for anyone else.
   */
  salesReport?: Maybe<SalesReport>;
  /** Drawers of the counter, the last opened first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  drawers?: Maybe<DrawerConnection>;
  /**
   * Sales and refunds at the counter on a day such as 2027-03-28 in a time zone, by default the organization's, over all drawers, by currency and tender. For members
   * from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else.
   */
  counterTakings?: Maybe<Array<TenderTakings>>;
  /** How invoices are written. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else, and until it is set. */
  invoicing?: Maybe<Invoicing>;
  /**
   * Invoices and credit notes, newest first; with `number` only that one. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone
   * else.
   */
  invoices?: Maybe<InvoiceConnection>;
  /** Orders that match all fields of the search, newest first. For the readers of `orders`; null for anyone else. */
  findOrders?: Maybe<OrderConnection>;
  /** Orders, newest first. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  orders?: Maybe<OrderConnection>;
};


export type OrganizationSalesArgs = {
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  eventId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganizationSalesReportArgs = {
  by: Array<SalesDimension>;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


export type OrganizationDrawersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganizationCounterTakingsArgs = {
  day: Scalars['String']['input'];
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


export type OrganizationInvoicesArgs = {
  number?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganizationFindOrdersArgs = {
  search: OrderSearch;
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
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Whether and how buyers exchange tickets for this event; null: they can't. */
  exchangePolicy?: Maybe<ExchangePolicy>;
  /** Whether and how tickets of this event are handed on to other people. */
  transferPolicy?: Maybe<TransferPolicy>;
  /** Whether and how buyers give tickets for this event back; null: they can't. */
  returnPolicy?: Maybe<ReturnPolicy>;
  /** Time from which codes of tickets are shown; it moves with the start. Null: as soon as tickets are issued. */
  codesShownFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Progress of the cancellation. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else, and unless the event is cancelled. */
  cancellation?: Maybe<EventCancellation>;
  /**
   * Tickets, newest first, also cancelled ones; with `search` those that match all of its fields. For members of the organization from BOX_OFFICE up,
   * AUDITOR and platform staff; null for anyone else, and for an unknown event.
   */
  attendees?: Maybe<TicketConnection>;
  /**
   * Sales of the event by day, section, tier, price, promo code, tender and channel, or several of them. `from` is inclusive, `to` exclusive. For members of the
   * organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else, and for an unknown event.
   */
  salesReport?: Maybe<SalesReport>;
  /** Answers to the last offer of refunds. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else, and without an offer. */
  refundOffer?: Maybe<EventRefundOffer>;
  /** Letters of the organizer, newest first, at most 100. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  letters?: Maybe<Array<OrganizerLetter>>;
  /** A letter before it is sent, with the arguments of `SendLetterInput`. For MANAGER and up; null for anyone else, and for an unknown section. */
  letterPreview?: Maybe<LetterPreview>;
  /** Gates, by name. For members of the organization from SCANNER up, AUDITOR and platform staff; null for anyone else. */
  gates?: Maybe<Array<Gate>>;
  /** How often a ticket enters; ONCE by default. For the readers of `gates`; null for anyone else. */
  entryRule?: Maybe<EntryRule>;
  /** Admission counts. For the readers of `gates`; null for anyone else. */
  admissions?: Maybe<AdmissionCounts>;
  /** Data for checking tickets offline. For members of the organization from SCANNER up; null for anyone else, and before the event is published. */
  checkInBundle?: Maybe<CheckInBundle>;
  /** Uploaded scans whose outcome is neither ADMITTED nor LEFT, oldest first. For members of the organization from SCANNER up, AUDITOR and platform staff; null for anyone else. */
  scanConflicts?: Maybe<ScanConnection>;
};


export type EventAttendeesArgs = {
  search?: InputMaybe<AttendeeSearch>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type EventSalesReportArgs = {
  by: Array<SalesDimension>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type EventLetterPreviewArgs = {
  subject: Scalars['String']['input'];
  body: Scalars['String']['input'];
  tierName?: InputMaybe<Scalars['String']['input']>;
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  locale?: Scalars['String']['input'];
};


export type EventScanConflictsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Progress of an event's cancellation. Its orders are cancelled or refunded in full, in batches. */
export type EventCancellation = {
  __typename?: 'EventCancellation';
  /** Event. */
  event: Event;
  /** Reason given by the organizer. */
  reason: Scalars['String']['output'];
  /** Start of processing. */
  startedAt: Scalars['DateTime']['output'];
  /** Whether all orders are processed and all refunds have ended. */
  isFinished: Scalars['Boolean']['output'];
  /** Number of orders that were open or sold at the start. */
  orders: Scalars['Int']['output'];
  /** Number of these orders that are cancelled, or whose refund is requested. An order that is being paid is processed after the payment. */
  ordersDone: Scalars['Int']['output'];
  /** Number of refunds requested. */
  refunds: Scalars['Int']['output'];
  /** Number of refunds completed. */
  refundsDone: Scalars['Int']['output'];
  /** Number of refunds that failed and need a person: see `Organization.failedRefunds`. */
  refundsFailed: Scalars['Int']['output'];
  /** Same as `toRefundSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  toRefund?: Maybe<Money>;
  /** Same as `refundedSum`; fails with OUT_OF_RANGE beyond 32 bits. */
  refunded?: Maybe<Money>;
  /** Sum of all refunds; null if there are none. */
  toRefundSum?: Maybe<MoneySum>;
  /** Sum of completed refunds; null if there are none. */
  refundedSum?: Maybe<MoneySum>;
};

export type Seat = {
  __typename?: 'Seat';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Section of the venue. */
  section?: Maybe<Section>;
  /** Row label. */
  row?: Maybe<Scalars['String']['output']>;
  /** Seat label. */
  number?: Maybe<Scalars['String']['output']>;
};

export type Section = {
  __typename?: 'Section';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name; unique in the venue. */
  name: Scalars['String']['output'];
};

export type Hold = {
  __typename?: 'Hold';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Total price of the seats, which the order will charge. */
  total: Money;
  /** Event. */
  event?: Maybe<Event>;
  /** What it would cost to exchange tickets of one order for the held seats. It changes nothing. */
  exchangeQuote: ExchangeQuoteResult;
};


export type HoldExchangeQuoteArgs = {
  ticketIds: Array<Scalars['ID']['input']>;
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
  Hold: Hold;
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
  Hold:
    ( { __typename: 'Hold' }
    & GraphQLRecursivePick<FederationTypes['Hold'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Hold'], {"total":{"amount":true,"currency":true},"event":{"id":true}}> ) );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AnswerQuestionsResult:
    | ( OrderRow )
    | ( AnswersRefused )
    | ( AnswersClosed )
    | ( NotFound )
  ;
  AnswerTicketQuestionsResult:
    | ( TicketRow )
    | ( AnswersRefused )
    | ( AnswersClosed )
    | ( NotFound )
  ;
  OpenDrawerResult:
    | ( DrawerRow )
    | ( Omit<DrawerAlreadyOpen, 'drawer'> & { drawer?: Maybe<_RefType['Drawer']> } )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CloseDrawerResult:
    | ( DrawerRow )
    | ( DrawerNotOpen )
    | ( DrawerBusy )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SellAtCounterResult:
    | ( OrderRow )
    | ( HoldNotActive )
    | ( ReservationNotOpen )
    | ( HoldsNotCombinable )
    | ( DrawerNotOpen )
    | ( SaleTotalChanged )
    | ( AnswersRefused )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  PayOutRefundResult:
    | ( OrderRow )
    | ( RefundNotDue )
    | ( DrawerNotOpen )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SetInvoicingResult:
    | ( Invoicing )
    | ( NotFound )
  ;
  SetInvoiceAddressResult:
    | ( OrderRow )
    | ( InvoiceAddressClosed )
    | ( NotFound )
  ;
  AnswerRefundOfferResult:
    | ( OrderRow )
    | ( RefundOfferEnded )
    | ( OrderNotRefundable )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SendLetterResult:
    | ( OrganizerLetterRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SetLetterSubscriptionResult:
    | ( Omit<LetterSubscription, 'organization'> & { organization: _RefType['Organization'] } )
    | ( NotFound )
  ;
  ResendTicketsResult:
    | ( OrderRow )
    | ( OrderWithoutTickets )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SetTransferPolicyResult:
    | ( Omit<Event, 'exchangePolicy' | 'transferPolicy' | 'returnPolicy' | 'cancellation' | 'attendees' | 'salesReport' | 'letters' | 'gates' | 'admissions' | 'checkInBundle' | 'scanConflicts'> & { exchangePolicy?: Maybe<_RefType['ExchangePolicy']>, transferPolicy?: Maybe<_RefType['TransferPolicy']>, returnPolicy?: Maybe<_RefType['ReturnPolicy']>, cancellation?: Maybe<_RefType['EventCancellation']>, attendees?: Maybe<_RefType['TicketConnection']>, salesReport?: Maybe<_RefType['SalesReport']>, letters?: Maybe<Array<_RefType['OrganizerLetter']>>, gates?: Maybe<Array<_RefType['Gate']>>, admissions?: Maybe<_RefType['AdmissionCounts']>, checkInBundle?: Maybe<_RefType['CheckInBundle']>, scanConflicts?: Maybe<_RefType['ScanConnection']> } )
    | ( NotFound )
  ;
  SetCodeRuleResult:
    | ( Omit<Event, 'exchangePolicy' | 'transferPolicy' | 'returnPolicy' | 'cancellation' | 'attendees' | 'salesReport' | 'letters' | 'gates' | 'admissions' | 'checkInBundle' | 'scanConflicts'> & { exchangePolicy?: Maybe<_RefType['ExchangePolicy']>, transferPolicy?: Maybe<_RefType['TransferPolicy']>, returnPolicy?: Maybe<_RefType['ReturnPolicy']>, cancellation?: Maybe<_RefType['EventCancellation']>, attendees?: Maybe<_RefType['TicketConnection']>, salesReport?: Maybe<_RefType['SalesReport']>, letters?: Maybe<Array<_RefType['OrganizerLetter']>>, gates?: Maybe<Array<_RefType['Gate']>>, admissions?: Maybe<_RefType['AdmissionCounts']>, checkInBundle?: Maybe<_RefType['CheckInBundle']>, scanConflicts?: Maybe<_RefType['ScanConnection']> } )
    | ( NotFound )
  ;
  SetExchangePolicyResult:
    | ( Omit<Event, 'exchangePolicy' | 'transferPolicy' | 'returnPolicy' | 'cancellation' | 'attendees' | 'salesReport' | 'letters' | 'gates' | 'admissions' | 'checkInBundle' | 'scanConflicts'> & { exchangePolicy?: Maybe<_RefType['ExchangePolicy']>, transferPolicy?: Maybe<_RefType['TransferPolicy']>, returnPolicy?: Maybe<_RefType['ReturnPolicy']>, cancellation?: Maybe<_RefType['EventCancellation']>, attendees?: Maybe<_RefType['TicketConnection']>, salesReport?: Maybe<_RefType['SalesReport']>, letters?: Maybe<Array<_RefType['OrganizerLetter']>>, gates?: Maybe<Array<_RefType['Gate']>>, admissions?: Maybe<_RefType['AdmissionCounts']>, checkInBundle?: Maybe<_RefType['CheckInBundle']>, scanConflicts?: Maybe<_RefType['ScanConnection']> } )
    | ( NotFound )
  ;
  ExchangeQuoteResult:
    | ( Omit<ExchangeQuote, 'tickets'> & { tickets: Array<_RefType['ExchangedTicket']> } )
    | ( TicketsNotExchangeable )
    | ( NotFound )
  ;
  ExchangeTicketsResult:
    | ( OrderRow )
    | ( AnswersRefused )
    | ( HoldNotActive )
    | ( TicketsNotExchangeable )
    | ( ExchangeTotalChanged )
    | ( VerifiedBuyersOnly )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SetReturnPolicyResult:
    | ( Omit<Event, 'exchangePolicy' | 'transferPolicy' | 'returnPolicy' | 'cancellation' | 'attendees' | 'salesReport' | 'letters' | 'gates' | 'admissions' | 'checkInBundle' | 'scanConflicts'> & { exchangePolicy?: Maybe<_RefType['ExchangePolicy']>, transferPolicy?: Maybe<_RefType['TransferPolicy']>, returnPolicy?: Maybe<_RefType['ReturnPolicy']>, cancellation?: Maybe<_RefType['EventCancellation']>, attendees?: Maybe<_RefType['TicketConnection']>, salesReport?: Maybe<_RefType['SalesReport']>, letters?: Maybe<Array<_RefType['OrganizerLetter']>>, gates?: Maybe<Array<_RefType['Gate']>>, admissions?: Maybe<_RefType['AdmissionCounts']>, checkInBundle?: Maybe<_RefType['CheckInBundle']>, scanConflicts?: Maybe<_RefType['ScanConnection']> } )
    | ( NotFound )
  ;
  ReturnQuoteResult:
    | ( Omit<ReturnQuote, 'tickets'> & { tickets: Array<_RefType['ReturnedTicket']> } )
    | ( TicketsNotReturnable )
    | ( NotFound )
  ;
  ReturnTicketsResult:
    | ( OrderRow )
    | ( TicketsNotReturnable )
    | ( ReturnTotalChanged )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  MoveTicketResult:
    | ( TicketRow )
    | ( TicketNotMovable )
    | ( TicketAlreadyUsed )
    | ( TicketFrozen )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  OfferTicketResult:
    | ( TicketOfferRow )
    | ( TransferNotAllowed )
    | ( TicketAlreadyUsed )
    | ( TicketFrozen )
    | ( TicketBeingExchanged )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  WithdrawTicketOfferResult:
    | ( TicketRow )
    | ( NotFound )
  ;
  AcceptTicketOfferResult:
    | ( TicketRow )
    | ( TransferNotAllowed )
    | ( TicketOfferGone )
    | ( TicketFrozen )
    | ( TicketBeingExchanged )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  TakeTicketResult:
    | ( TicketRow )
    | ( TransferNotAllowed )
    | ( TicketOfferGone )
    | ( TicketFrozen )
    | ( TicketBeingExchanged )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  UploadScansResult:
    | ( Omit<ScanUpload, 'scans'> & { scans: Array<_RefType['Scan']> } )
    | ( NotFound )
  ;
  PlaceOrderResult:
    | ( OrderRow )
    | ( AnswersRefused )
    | ( HoldNotActive )
    | ( HoldsNotCombinable )
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( VerifiedBuyersOnly )
  ;
  CancelOrderResult:
    | ( OrderRow )
    | ( OrderNotCancellable )
    | ( NotFound )
  ;
  RefundOrderResult:
    | ( OrderRow )
    | ( OrderNotRefundable )
    | ( DrawerNotOpen )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CheckInResult:
    | ( TicketRow )
    | ( Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<_RefType['Event']> } )
    | ( TicketAlreadyUsed )
    | ( TicketFrozen )
    | ( TicketBeingExchanged )
    | ( GateRefused )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CheckOutResult:
    | ( TicketRow )
    | ( TicketNotInside )
    | ( Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<_RefType['Event']> } )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  UndoCheckInResult:
    | ( TicketRow )
    | ( TicketNotInside )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CreateGateResult:
    | ( GateRow )
    | ( GateNameTaken )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  UpdateGateResult:
    | ( GateRow )
    | ( GateNameTaken )
    | ( NotFound )
  ;
  RemoveGateResult:
    | ( GateRow )
    | ( NotFound )
  ;
  SetEntryRuleResult:
    | ( Omit<Event, 'exchangePolicy' | 'transferPolicy' | 'returnPolicy' | 'cancellation' | 'attendees' | 'salesReport' | 'letters' | 'gates' | 'admissions' | 'checkInBundle' | 'scanConflicts'> & { exchangePolicy?: Maybe<_RefType['ExchangePolicy']>, transferPolicy?: Maybe<_RefType['TransferPolicy']>, returnPolicy?: Maybe<_RefType['ReturnPolicy']>, cancellation?: Maybe<_RefType['EventCancellation']>, attendees?: Maybe<_RefType['TicketConnection']>, salesReport?: Maybe<_RefType['SalesReport']>, letters?: Maybe<Array<_RefType['OrganizerLetter']>>, gates?: Maybe<Array<_RefType['Gate']>>, admissions?: Maybe<_RefType['AdmissionCounts']>, checkInBundle?: Maybe<_RefType['CheckInBundle']>, scanConflicts?: Maybe<_RefType['ScanConnection']> } )
    | ( NotFound )
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
    | ( AnswersRefused )
    | ( AnswersClosed )
    | ( DrawerNotOpen )
    | ( Omit<DrawerAlreadyOpen, 'drawer'> & { drawer?: Maybe<_RefType['Drawer']> } )
    | ( DrawerBusy )
    | ( SaleTotalChanged )
    | ( RefundNotDue )
    | ( ReservationNotOpen )
    | ( InvoiceAddressClosed )
    | ( RefundOfferEnded )
    | ( OrderWithoutTickets )
    | ( HoldNotActive )
    | ( HoldsNotCombinable )
    | ( OrderNotCancellable )
    | ( OrderNotRefundable )
    | ( TicketAlreadyUsed )
    | ( Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<_RefType['Event']> } )
    | ( TicketFrozen )
    | ( GateRefused )
    | ( TicketNotInside )
    | ( GateNameTaken )
    | ( TicketOfferGone )
    | ( TicketNotMovable )
    | ( TransferNotAllowed )
    | ( TicketsNotExchangeable )
    | ( ExchangeTotalChanged )
    | ( TicketBeingExchanged )
    | ( TicketsNotReturnable )
    | ( ReturnTotalChanged )
    | ( VerifiedBuyersOnly )
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
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  IdempotencyKeyReused: ResolverTypeWrapper<IdempotencyKeyReused>;
  Order: ResolverTypeWrapper<OrderRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Answer: ResolverTypeWrapper<AnswerRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AnswerInput: AnswerInput;
  InvoiceAddressInput: InvoiceAddressInput;
  AnswerQuestionsInput: AnswerQuestionsInput;
  AnswerTicketQuestionsInput: AnswerTicketQuestionsInput;
  AnswerProblemReason: AnswerProblemReason;
  AnswerProblem: ResolverTypeWrapper<AnswerProblem>;
  AnswersRefused: ResolverTypeWrapper<AnswersRefused>;
  AnswersClosed: ResolverTypeWrapper<AnswersClosed>;
  AnswerQuestionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AnswerQuestionsResult']>;
  AnswerTicketQuestionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AnswerTicketQuestionsResult']>;
  Tender: Tender;
  CounterSale: ResolverTypeWrapper<CounterSaleRow>;
  Drawer: ResolverTypeWrapper<DrawerRow>;
  TenderTakings: ResolverTypeWrapper<TenderTakingsRow>;
  DrawerConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Drawer"]>>;
  DrawerEdge: ResolverTypeWrapper<Omit<DrawerEdge, 'node'> & { node: ResolversTypes['Drawer'] }>;
  OpenDrawerInput: OpenDrawerInput;
  CloseDrawerInput: CloseDrawerInput;
  SellAtCounterInput: SellAtCounterInput;
  PayOutRefundInput: PayOutRefundInput;
  DrawerNotOpen: ResolverTypeWrapper<DrawerNotOpen>;
  DrawerAlreadyOpen: ResolverTypeWrapper<Omit<DrawerAlreadyOpen, 'drawer'> & { drawer?: Maybe<ResolversTypes['Drawer']> }>;
  DrawerBusy: ResolverTypeWrapper<DrawerBusy>;
  SaleTotalChanged: ResolverTypeWrapper<SaleTotalChanged>;
  RefundNotDue: ResolverTypeWrapper<RefundNotDue>;
  OpenDrawerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OpenDrawerResult']>;
  CloseDrawerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CloseDrawerResult']>;
  SellAtCounterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SellAtCounterResult']>;
  ReservationNotOpen: ResolverTypeWrapper<ReservationNotOpen>;
  PayOutRefundResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PayOutRefundResult']>;
  InvoiceKind: InvoiceKind;
  Invoice: ResolverTypeWrapper<InvoiceRow>;
  InvoiceLine: ResolverTypeWrapper<Omit<InvoiceLine, 'event'> & { event: ResolversTypes['Event'] }>;
  InvoiceTax: ResolverTypeWrapper<InvoiceTax>;
  InvoiceIssuer: ResolverTypeWrapper<InvoiceIssuer>;
  InvoiceAddress: ResolverTypeWrapper<InvoiceAddress>;
  Invoicing: ResolverTypeWrapper<Invoicing>;
  SetInvoicingInput: SetInvoicingInput;
  SetInvoicingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetInvoicingResult']>;
  SetInvoiceAddressInput: SetInvoiceAddressInput;
  InvoiceAddressClosed: ResolverTypeWrapper<InvoiceAddressClosed>;
  SetInvoiceAddressResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetInvoiceAddressResult']>;
  InvoiceConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Invoice"]>>;
  InvoiceEdge: ResolverTypeWrapper<Omit<InvoiceEdge, 'node'> & { node: ResolversTypes['Invoice'] }>;
  RefundOffer: ResolverTypeWrapper<RefundOfferRow>;
  RefundAnswer: RefundAnswer;
  AnswerRefundOfferInput: AnswerRefundOfferInput;
  RefundOfferEnded: ResolverTypeWrapper<RefundOfferEnded>;
  AnswerRefundOfferResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AnswerRefundOfferResult']>;
  EventRefundOffer: ResolverTypeWrapper<EventRefundOffer>;
  OrganizerLetter: ResolverTypeWrapper<OrganizerLetterRow>;
  LetterPreview: ResolverTypeWrapper<LetterPreview>;
  SendLetterInput: SendLetterInput;
  SendLetterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SendLetterResult']>;
  LetterSubscription: ResolverTypeWrapper<Omit<LetterSubscription, 'organization'> & { organization: ResolversTypes['Organization'] }>;
  LetterSubscriptionInput: LetterSubscriptionInput;
  SetLetterSubscriptionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetLetterSubscriptionResult']>;
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
  Passage: ResolverTypeWrapper<PassageRow>;
  PassageKind: PassageKind;
  Gate: ResolverTypeWrapper<GateRow>;
  EntryRule: EntryRule;
  AdmissionCounts: ResolverTypeWrapper<AdmissionCountsRow>;
  GateCount: ResolverTypeWrapper<GateCountRow>;
  TicketStatus: TicketStatus;
  TicketConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Ticket"]>>;
  TicketEdge: ResolverTypeWrapper<Omit<TicketEdge, 'node'> & { node: ResolversTypes['Ticket'] }>;
  PlaceOrderInput: PlaceOrderInput;
  RefundOrderInput: RefundOrderInput;
  HoldNotActive: ResolverTypeWrapper<HoldNotActive>;
  HoldsNotCombinable: ResolverTypeWrapper<HoldsNotCombinable>;
  HoldsNotCombinableReason: HoldsNotCombinableReason;
  OrderNotCancellable: ResolverTypeWrapper<OrderNotCancellable>;
  OrderNotRefundable: ResolverTypeWrapper<OrderNotRefundable>;
  TicketAlreadyUsed: ResolverTypeWrapper<TicketAlreadyUsed>;
  TicketForOtherEvent: ResolverTypeWrapper<Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  TicketFrozen: ResolverTypeWrapper<TicketFrozen>;
  GateRefused: ResolverTypeWrapper<GateRefused>;
  GateRefusal: GateRefusal;
  TicketNotInside: ResolverTypeWrapper<TicketNotInside>;
  GateNameTaken: ResolverTypeWrapper<GateNameTaken>;
  TicketOffer: ResolverTypeWrapper<TicketOfferRow>;
  TicketOfferGone: ResolverTypeWrapper<TicketOfferGone>;
  TicketTransfer: ResolverTypeWrapper<Omit<TicketTransfer, 'from' | 'to'> & { from?: Maybe<ResolversTypes['User']>, to?: Maybe<ResolversTypes['User']> }>;
  OfferTicketInput: OfferTicketInput;
  AcceptTicketOfferInput: AcceptTicketOfferInput;
  TakeTicketInput: TakeTicketInput;
  MoveTicketInput: MoveTicketInput;
  TicketNotMovableReason: TicketNotMovableReason;
  TicketNotMovable: ResolverTypeWrapper<TicketNotMovable>;
  TransferPolicy: ResolverTypeWrapper<TransferPolicyRow>;
  TransferMode: TransferMode;
  TransferNotAllowed: ResolverTypeWrapper<TransferNotAllowed>;
  TransferNotAllowedReason: TransferNotAllowedReason;
  SetTransferPolicyInput: SetTransferPolicyInput;
  SetTransferPolicyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetTransferPolicyResult']>;
  SetCodeRuleInput: SetCodeRuleInput;
  SetCodeRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetCodeRuleResult']>;
  ExchangePolicy: ResolverTypeWrapper<ExchangePolicyRow>;
  SetExchangePolicyInput: SetExchangePolicyInput;
  SetExchangePolicyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetExchangePolicyResult']>;
  ExchangedTicket: ResolverTypeWrapper<ExchangedTicketRow>;
  ExchangeQuote: ResolverTypeWrapper<Omit<ExchangeQuote, 'tickets'> & { tickets: Array<ResolversTypes['ExchangedTicket']> }>;
  ExchangeQuoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ExchangeQuoteResult']>;
  ExchangeStatus: ExchangeStatus;
  Exchange: ResolverTypeWrapper<ExchangeRow>;
  ExchangeTicketsInput: ExchangeTicketsInput;
  TicketsNotExchangeableReason: TicketsNotExchangeableReason;
  TicketsNotExchangeable: ResolverTypeWrapper<TicketsNotExchangeable>;
  ExchangeTotalChanged: ResolverTypeWrapper<ExchangeTotalChanged>;
  TicketBeingExchanged: ResolverTypeWrapper<TicketBeingExchanged>;
  ExchangeTicketsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ExchangeTicketsResult']>;
  ReturnMode: ReturnMode;
  ReturnPolicy: ResolverTypeWrapper<ReturnPolicyRow>;
  SetReturnPolicyInput: SetReturnPolicyInput;
  SetReturnPolicyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetReturnPolicyResult']>;
  ReturnedTicket: ResolverTypeWrapper<ReturnedTicketRow>;
  ReturnQuote: ResolverTypeWrapper<Omit<ReturnQuote, 'tickets'> & { tickets: Array<ResolversTypes['ReturnedTicket']> }>;
  ReturnQuoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnQuoteResult']>;
  ReturnTicketsInput: ReturnTicketsInput;
  TicketsNotReturnableReason: TicketsNotReturnableReason;
  TicketsNotReturnable: ResolverTypeWrapper<TicketsNotReturnable>;
  ReturnTotalChanged: ResolverTypeWrapper<ReturnTotalChanged>;
  ReturnTicketsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnTicketsResult']>;
  MoveTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MoveTicketResult']>;
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
  VerifiedBuyersOnly: ResolverTypeWrapper<VerifiedBuyersOnly>;
  PlaceOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceOrderResult']>;
  CancelOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelOrderResult']>;
  RefundOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundOrderResult']>;
  CheckInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckInResult']>;
  CheckOutInput: CheckOutInput;
  CheckOutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckOutResult']>;
  UndoCheckInInput: UndoCheckInInput;
  UndoCheckInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UndoCheckInResult']>;
  CreateGateInput: CreateGateInput;
  CreateGateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateGateResult']>;
  UpdateGateInput: UpdateGateInput;
  UpdateGateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateGateResult']>;
  RemoveGateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveGateResult']>;
  SetEntryRuleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetEntryRuleResult']>;
  RetryOrderInput: RetryOrderInput;
  NudgeOrderInput: NudgeOrderInput;
  OrderIntervention: ResolverTypeWrapper<Omit<OrderIntervention, 'by'> & { by?: Maybe<ResolversTypes['User']> }>;
  RetryOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RetryOrderResult']>;
  NudgeOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NudgeOrderResult']>;
  NameTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NameTicketResult']>;
  PersonalDataPage: ResolverTypeWrapper<PersonalDataPage>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PaymentToBeginInput: PaymentToBeginInput;
  PaymentRefusal: PaymentRefusal;
  PaymentPermission: ResolverTypeWrapper<PaymentPermission>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<Omit<User, 'orders' | 'purchases' | 'tickets'> & { orders?: Maybe<ResolversTypes['OrderConnection']>, purchases?: Maybe<ResolversTypes['PurchaseConnection']>, tickets?: Maybe<ResolversTypes['TicketConnection']> }>;
  DeletionConsequences: ResolverTypeWrapper<DeletionConsequences>;
  Purchase: ResolverTypeWrapper<PurchaseRow>;
  PurchaseConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Purchase"]>>;
  PurchaseEdge: ResolverTypeWrapper<Omit<PurchaseEdge, 'node'> & { node: ResolversTypes['Purchase'] }>;
  SalesDay: ResolverTypeWrapper<SalesDayRow>;
  SalesDayConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["SalesDay"]>>;
  SalesDayEdge: ResolverTypeWrapper<Omit<SalesDayEdge, 'node'> & { node: ResolversTypes['SalesDay'] }>;
  SalesDimension: SalesDimension;
  SalesReport: ResolverTypeWrapper<Omit<SalesReport, 'rows'> & { rows: Array<ResolversTypes['SalesReportRow']> }>;
  SalesReportRow: ResolverTypeWrapper<Omit<SalesReportRow, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  OrderSearch: OrderSearch;
  AttendeeSearch: AttendeeSearch;
  Organization: ResolverTypeWrapper<Omit<Organization, 'sales' | 'salesReport' | 'drawers' | 'counterTakings' | 'invoices' | 'findOrders' | 'orders'> & { sales?: Maybe<ResolversTypes['SalesDayConnection']>, salesReport?: Maybe<ResolversTypes['SalesReport']>, drawers?: Maybe<ResolversTypes['DrawerConnection']>, counterTakings?: Maybe<Array<ResolversTypes['TenderTakings']>>, invoices?: Maybe<ResolversTypes['InvoiceConnection']>, findOrders?: Maybe<ResolversTypes['OrderConnection']>, orders?: Maybe<ResolversTypes['OrderConnection']> }>;
  Event: ResolverTypeWrapper<Omit<Event, 'exchangePolicy' | 'transferPolicy' | 'returnPolicy' | 'cancellation' | 'attendees' | 'salesReport' | 'letters' | 'gates' | 'admissions' | 'checkInBundle' | 'scanConflicts'> & { exchangePolicy?: Maybe<ResolversTypes['ExchangePolicy']>, transferPolicy?: Maybe<ResolversTypes['TransferPolicy']>, returnPolicy?: Maybe<ResolversTypes['ReturnPolicy']>, cancellation?: Maybe<ResolversTypes['EventCancellation']>, attendees?: Maybe<ResolversTypes['TicketConnection']>, salesReport?: Maybe<ResolversTypes['SalesReport']>, letters?: Maybe<Array<ResolversTypes['OrganizerLetter']>>, gates?: Maybe<Array<ResolversTypes['Gate']>>, admissions?: Maybe<ResolversTypes['AdmissionCounts']>, checkInBundle?: Maybe<ResolversTypes['CheckInBundle']>, scanConflicts?: Maybe<ResolversTypes['ScanConnection']> }>;
  EventCancellation: ResolverTypeWrapper<EventCancellationRow>;
  Seat: ResolverTypeWrapper<Seat>;
  Section: ResolverTypeWrapper<Section>;
  Hold: ResolverTypeWrapper<HoldRow>;
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
  TimeZone: Scalars['TimeZone']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  NotFound: NotFound;
  IdempotencyKeyReused: IdempotencyKeyReused;
  Order: OrderRow;
  ID: Scalars['ID']['output'];
  Answer: AnswerRow;
  Float: Scalars['Float']['output'];
  AnswerInput: AnswerInput;
  InvoiceAddressInput: InvoiceAddressInput;
  AnswerQuestionsInput: AnswerQuestionsInput;
  AnswerTicketQuestionsInput: AnswerTicketQuestionsInput;
  AnswerProblem: AnswerProblem;
  AnswersRefused: AnswersRefused;
  AnswersClosed: AnswersClosed;
  AnswerQuestionsResult: ResolversUnionTypes<ResolversParentTypes>['AnswerQuestionsResult'];
  AnswerTicketQuestionsResult: ResolversUnionTypes<ResolversParentTypes>['AnswerTicketQuestionsResult'];
  CounterSale: CounterSaleRow;
  Drawer: DrawerRow;
  TenderTakings: TenderTakingsRow;
  DrawerConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Drawer"]>;
  DrawerEdge: Omit<DrawerEdge, 'node'> & { node: ResolversParentTypes['Drawer'] };
  OpenDrawerInput: OpenDrawerInput;
  CloseDrawerInput: CloseDrawerInput;
  SellAtCounterInput: SellAtCounterInput;
  PayOutRefundInput: PayOutRefundInput;
  DrawerNotOpen: DrawerNotOpen;
  DrawerAlreadyOpen: Omit<DrawerAlreadyOpen, 'drawer'> & { drawer?: Maybe<ResolversParentTypes['Drawer']> };
  DrawerBusy: DrawerBusy;
  SaleTotalChanged: SaleTotalChanged;
  RefundNotDue: RefundNotDue;
  OpenDrawerResult: ResolversUnionTypes<ResolversParentTypes>['OpenDrawerResult'];
  CloseDrawerResult: ResolversUnionTypes<ResolversParentTypes>['CloseDrawerResult'];
  SellAtCounterResult: ResolversUnionTypes<ResolversParentTypes>['SellAtCounterResult'];
  ReservationNotOpen: ReservationNotOpen;
  PayOutRefundResult: ResolversUnionTypes<ResolversParentTypes>['PayOutRefundResult'];
  Invoice: InvoiceRow;
  InvoiceLine: Omit<InvoiceLine, 'event'> & { event: ResolversParentTypes['Event'] };
  InvoiceTax: InvoiceTax;
  InvoiceIssuer: InvoiceIssuer;
  InvoiceAddress: InvoiceAddress;
  Invoicing: Invoicing;
  SetInvoicingInput: SetInvoicingInput;
  SetInvoicingResult: ResolversUnionTypes<ResolversParentTypes>['SetInvoicingResult'];
  SetInvoiceAddressInput: SetInvoiceAddressInput;
  InvoiceAddressClosed: InvoiceAddressClosed;
  SetInvoiceAddressResult: ResolversUnionTypes<ResolversParentTypes>['SetInvoiceAddressResult'];
  InvoiceConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Invoice"]>;
  InvoiceEdge: Omit<InvoiceEdge, 'node'> & { node: ResolversParentTypes['Invoice'] };
  RefundOffer: RefundOfferRow;
  AnswerRefundOfferInput: AnswerRefundOfferInput;
  RefundOfferEnded: RefundOfferEnded;
  AnswerRefundOfferResult: ResolversUnionTypes<ResolversParentTypes>['AnswerRefundOfferResult'];
  EventRefundOffer: EventRefundOffer;
  OrganizerLetter: OrganizerLetterRow;
  LetterPreview: LetterPreview;
  SendLetterInput: SendLetterInput;
  SendLetterResult: ResolversUnionTypes<ResolversParentTypes>['SendLetterResult'];
  LetterSubscription: Omit<LetterSubscription, 'organization'> & { organization: ResolversParentTypes['Organization'] };
  LetterSubscriptionInput: LetterSubscriptionInput;
  SetLetterSubscriptionResult: ResolversUnionTypes<ResolversParentTypes>['SetLetterSubscriptionResult'];
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
  Passage: PassageRow;
  Gate: GateRow;
  AdmissionCounts: AdmissionCountsRow;
  GateCount: GateCountRow;
  TicketConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Ticket"]>;
  TicketEdge: Omit<TicketEdge, 'node'> & { node: ResolversParentTypes['Ticket'] };
  PlaceOrderInput: PlaceOrderInput;
  RefundOrderInput: RefundOrderInput;
  HoldNotActive: HoldNotActive;
  HoldsNotCombinable: HoldsNotCombinable;
  OrderNotCancellable: OrderNotCancellable;
  OrderNotRefundable: OrderNotRefundable;
  TicketAlreadyUsed: TicketAlreadyUsed;
  TicketForOtherEvent: Omit<TicketForOtherEvent, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  TicketFrozen: TicketFrozen;
  GateRefused: GateRefused;
  TicketNotInside: TicketNotInside;
  GateNameTaken: GateNameTaken;
  TicketOffer: TicketOfferRow;
  TicketOfferGone: TicketOfferGone;
  TicketTransfer: Omit<TicketTransfer, 'from' | 'to'> & { from?: Maybe<ResolversParentTypes['User']>, to?: Maybe<ResolversParentTypes['User']> };
  OfferTicketInput: OfferTicketInput;
  AcceptTicketOfferInput: AcceptTicketOfferInput;
  TakeTicketInput: TakeTicketInput;
  MoveTicketInput: MoveTicketInput;
  TicketNotMovable: TicketNotMovable;
  TransferPolicy: TransferPolicyRow;
  TransferNotAllowed: TransferNotAllowed;
  SetTransferPolicyInput: SetTransferPolicyInput;
  SetTransferPolicyResult: ResolversUnionTypes<ResolversParentTypes>['SetTransferPolicyResult'];
  SetCodeRuleInput: SetCodeRuleInput;
  SetCodeRuleResult: ResolversUnionTypes<ResolversParentTypes>['SetCodeRuleResult'];
  ExchangePolicy: ExchangePolicyRow;
  SetExchangePolicyInput: SetExchangePolicyInput;
  SetExchangePolicyResult: ResolversUnionTypes<ResolversParentTypes>['SetExchangePolicyResult'];
  ExchangedTicket: ExchangedTicketRow;
  ExchangeQuote: Omit<ExchangeQuote, 'tickets'> & { tickets: Array<ResolversParentTypes['ExchangedTicket']> };
  ExchangeQuoteResult: ResolversUnionTypes<ResolversParentTypes>['ExchangeQuoteResult'];
  Exchange: ExchangeRow;
  ExchangeTicketsInput: ExchangeTicketsInput;
  TicketsNotExchangeable: TicketsNotExchangeable;
  ExchangeTotalChanged: ExchangeTotalChanged;
  TicketBeingExchanged: TicketBeingExchanged;
  ExchangeTicketsResult: ResolversUnionTypes<ResolversParentTypes>['ExchangeTicketsResult'];
  ReturnPolicy: ReturnPolicyRow;
  SetReturnPolicyInput: SetReturnPolicyInput;
  SetReturnPolicyResult: ResolversUnionTypes<ResolversParentTypes>['SetReturnPolicyResult'];
  ReturnedTicket: ReturnedTicketRow;
  ReturnQuote: Omit<ReturnQuote, 'tickets'> & { tickets: Array<ResolversParentTypes['ReturnedTicket']> };
  ReturnQuoteResult: ResolversUnionTypes<ResolversParentTypes>['ReturnQuoteResult'];
  ReturnTicketsInput: ReturnTicketsInput;
  TicketsNotReturnable: TicketsNotReturnable;
  ReturnTotalChanged: ReturnTotalChanged;
  ReturnTicketsResult: ResolversUnionTypes<ResolversParentTypes>['ReturnTicketsResult'];
  MoveTicketResult: ResolversUnionTypes<ResolversParentTypes>['MoveTicketResult'];
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
  VerifiedBuyersOnly: VerifiedBuyersOnly;
  PlaceOrderResult: ResolversUnionTypes<ResolversParentTypes>['PlaceOrderResult'];
  CancelOrderResult: ResolversUnionTypes<ResolversParentTypes>['CancelOrderResult'];
  RefundOrderResult: ResolversUnionTypes<ResolversParentTypes>['RefundOrderResult'];
  CheckInResult: ResolversUnionTypes<ResolversParentTypes>['CheckInResult'];
  CheckOutInput: CheckOutInput;
  CheckOutResult: ResolversUnionTypes<ResolversParentTypes>['CheckOutResult'];
  UndoCheckInInput: UndoCheckInInput;
  UndoCheckInResult: ResolversUnionTypes<ResolversParentTypes>['UndoCheckInResult'];
  CreateGateInput: CreateGateInput;
  CreateGateResult: ResolversUnionTypes<ResolversParentTypes>['CreateGateResult'];
  UpdateGateInput: UpdateGateInput;
  UpdateGateResult: ResolversUnionTypes<ResolversParentTypes>['UpdateGateResult'];
  RemoveGateResult: ResolversUnionTypes<ResolversParentTypes>['RemoveGateResult'];
  SetEntryRuleResult: ResolversUnionTypes<ResolversParentTypes>['SetEntryRuleResult'];
  RetryOrderInput: RetryOrderInput;
  NudgeOrderInput: NudgeOrderInput;
  OrderIntervention: Omit<OrderIntervention, 'by'> & { by?: Maybe<ResolversParentTypes['User']> };
  RetryOrderResult: ResolversUnionTypes<ResolversParentTypes>['RetryOrderResult'];
  NudgeOrderResult: ResolversUnionTypes<ResolversParentTypes>['NudgeOrderResult'];
  NameTicketResult: ResolversUnionTypes<ResolversParentTypes>['NameTicketResult'];
  PersonalDataPage: PersonalDataPage;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  PaymentToBeginInput: PaymentToBeginInput;
  PaymentPermission: PaymentPermission;
  Subscription: Record<PropertyKey, never>;
  User: Omit<User, 'orders' | 'purchases' | 'tickets'> & { orders?: Maybe<ResolversParentTypes['OrderConnection']>, purchases?: Maybe<ResolversParentTypes['PurchaseConnection']>, tickets?: Maybe<ResolversParentTypes['TicketConnection']> } | FederationReferenceTypes['User'];
  DeletionConsequences: DeletionConsequences;
  Purchase: PurchaseRow;
  PurchaseConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Purchase"]>;
  PurchaseEdge: Omit<PurchaseEdge, 'node'> & { node: ResolversParentTypes['Purchase'] };
  SalesDay: SalesDayRow;
  SalesDayConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["SalesDay"]>;
  SalesDayEdge: Omit<SalesDayEdge, 'node'> & { node: ResolversParentTypes['SalesDay'] };
  SalesReport: Omit<SalesReport, 'rows'> & { rows: Array<ResolversParentTypes['SalesReportRow']> };
  SalesReportRow: Omit<SalesReportRow, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  OrderSearch: OrderSearch;
  AttendeeSearch: AttendeeSearch;
  Organization: Omit<Organization, 'sales' | 'salesReport' | 'drawers' | 'counterTakings' | 'invoices' | 'findOrders' | 'orders'> & { sales?: Maybe<ResolversParentTypes['SalesDayConnection']>, salesReport?: Maybe<ResolversParentTypes['SalesReport']>, drawers?: Maybe<ResolversParentTypes['DrawerConnection']>, counterTakings?: Maybe<Array<ResolversParentTypes['TenderTakings']>>, invoices?: Maybe<ResolversParentTypes['InvoiceConnection']>, findOrders?: Maybe<ResolversParentTypes['OrderConnection']>, orders?: Maybe<ResolversParentTypes['OrderConnection']> } | FederationReferenceTypes['Organization'];
  Event: Omit<Event, 'exchangePolicy' | 'transferPolicy' | 'returnPolicy' | 'cancellation' | 'attendees' | 'salesReport' | 'letters' | 'gates' | 'admissions' | 'checkInBundle' | 'scanConflicts'> & { exchangePolicy?: Maybe<ResolversParentTypes['ExchangePolicy']>, transferPolicy?: Maybe<ResolversParentTypes['TransferPolicy']>, returnPolicy?: Maybe<ResolversParentTypes['ReturnPolicy']>, cancellation?: Maybe<ResolversParentTypes['EventCancellation']>, attendees?: Maybe<ResolversParentTypes['TicketConnection']>, salesReport?: Maybe<ResolversParentTypes['SalesReport']>, letters?: Maybe<Array<ResolversParentTypes['OrganizerLetter']>>, gates?: Maybe<Array<ResolversParentTypes['Gate']>>, admissions?: Maybe<ResolversParentTypes['AdmissionCounts']>, checkInBundle?: Maybe<ResolversParentTypes['CheckInBundle']>, scanConflicts?: Maybe<ResolversParentTypes['ScanConnection']> } | FederationReferenceTypes['Event'];
  EventCancellation: EventCancellationRow;
  Seat: Seat;
  Section: Section;
  Hold: HoldRow;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'AnswersRefused' | 'AnswersClosed' | 'DrawerNotOpen' | 'DrawerAlreadyOpen' | 'DrawerBusy' | 'SaleTotalChanged' | 'RefundNotDue' | 'ReservationNotOpen' | 'InvoiceAddressClosed' | 'RefundOfferEnded' | 'OrderWithoutTickets' | 'HoldNotActive' | 'HoldsNotCombinable' | 'OrderNotCancellable' | 'OrderNotRefundable' | 'TicketAlreadyUsed' | 'TicketForOtherEvent' | 'TicketFrozen' | 'GateRefused' | 'TicketNotInside' | 'GateNameTaken' | 'TicketOfferGone' | 'TicketNotMovable' | 'TransferNotAllowed' | 'TicketsNotExchangeable' | 'ExchangeTotalChanged' | 'TicketBeingExchanged' | 'TicketsNotReturnable' | 'ReturnTotalChanged' | 'VerifiedBuyersOnly', ParentType, ContextType>;
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

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
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
  events?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['OrderItem']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  amountDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  exchange?: Resolver<Maybe<ResolversTypes['Exchange']>, ParentType, ContextType>;
  returnQuote?: Resolver<Maybe<ResolversTypes['ReturnQuoteResult']>, ParentType, ContextType, RequireFields<OrderReturnQuoteArgs, 'ticketIds'>>;
  breakdown?: Resolver<ResolversTypes['PriceBreakdown'], ParentType, ContextType>;
  promoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['OrderStep']>, ParentType, ContextType>;
  notifications?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  letters?: Resolver<Array<ResolversTypes['Letter']>, ParentType, ContextType>;
  refundOffer?: Resolver<Maybe<ResolversTypes['RefundOffer']>, ParentType, ContextType>;
  refundOffers?: Resolver<Array<ResolversTypes['RefundOffer']>, ParentType, ContextType>;
  pdf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<OrderPdfArgs, 'locale'>>;
  invoices?: Resolver<Array<ResolversTypes['Invoice']>, ParentType, ContextType>;
  invoiceAddress?: Resolver<Maybe<ResolversTypes['InvoiceAddress']>, ParentType, ContextType>;
  asksInvoiceAddress?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  answers?: Resolver<Array<ResolversTypes['Answer']>, ParentType, ContextType>;
  counterSale?: Resolver<Maybe<ResolversTypes['CounterSale']>, ParentType, ContextType>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['OrderIntervention']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnswerResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Answer']> = {
  questionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  seatId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  yes?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  optionIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  answeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AnswerProblemResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AnswerProblem']> = {
  questionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  seatId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AnswerProblemReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnswersRefusedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AnswersRefused']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['AnswerProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnswersClosedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AnswersClosed']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnswerQuestionsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AnswerQuestionsResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'AnswersRefused' | 'AnswersClosed' | 'NotFound', ParentType, ContextType>;
};

export type AnswerTicketQuestionsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AnswerTicketQuestionsResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'AnswersRefused' | 'AnswersClosed' | 'NotFound', ParentType, ContextType>;
};

export type CounterSaleResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CounterSale']> = {
  tender?: Resolver<ResolversTypes['Tender'], ParentType, ContextType>;
  given?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  drawer?: Resolver<ResolversTypes['Drawer'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DrawerResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Drawer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  clerk?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  openingFloat?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  counted?: Resolver<Maybe<ResolversTypes['MoneySum']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['MoneySum']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  takings?: Resolver<Array<ResolversTypes['TenderTakings']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TenderTakingsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TenderTakings']> = {
  tender?: Resolver<ResolversTypes['Tender'], ParentType, ContextType>;
  sales?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
};

export type DrawerConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DrawerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DrawerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Drawer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DrawerEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DrawerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Drawer'], ParentType, ContextType>;
};

export type DrawerNotOpenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DrawerNotOpen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DrawerAlreadyOpenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DrawerAlreadyOpen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  drawer?: Resolver<Maybe<ResolversTypes['Drawer']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DrawerBusyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DrawerBusy']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaleTotalChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SaleTotalChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundNotDueResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefundNotDue']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenDrawerResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OpenDrawerResult']> = {
  __resolveType: TypeResolveFn<'Drawer' | 'DrawerAlreadyOpen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CloseDrawerResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CloseDrawerResult']> = {
  __resolveType: TypeResolveFn<'Drawer' | 'DrawerNotOpen' | 'DrawerBusy' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type SellAtCounterResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SellAtCounterResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'HoldNotActive' | 'ReservationNotOpen' | 'HoldsNotCombinable' | 'DrawerNotOpen' | 'SaleTotalChanged' | 'AnswersRefused' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ReservationNotOpenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReservationNotOpen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reservationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayOutRefundResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PayOutRefundResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'RefundNotDue' | 'DrawerNotOpen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type InvoiceResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Invoice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InvoiceKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  corrects?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['InvoiceIssuer'], ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['InvoiceAddress']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['InvoiceLine']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxes?: Resolver<Array<ResolversTypes['InvoiceTax']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  pdf?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<InvoicePdfArgs, 'locale'>>;
};

export type InvoiceLineResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InvoiceLine']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  eventName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['PriceBreakdown'], ParentType, ContextType>;
};

export type InvoiceTaxResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InvoiceTax']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ratePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type InvoiceIssuerResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InvoiceIssuer']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InvoiceAddressResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InvoiceAddress']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
};

export type InvoicingResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Invoicing']> = {
  isOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  asksAddress?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuerName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuerAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetInvoicingResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetInvoicingResult']> = {
  __resolveType: TypeResolveFn<'Invoicing' | 'NotFound', ParentType, ContextType>;
};

export type InvoiceAddressClosedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InvoiceAddressClosed']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetInvoiceAddressResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetInvoiceAddressResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'InvoiceAddressClosed' | 'NotFound', ParentType, ContextType>;
};

export type InvoiceConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InvoiceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InvoiceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Invoice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InvoiceEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['InvoiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invoice'], ParentType, ContextType>;
};

export type RefundOfferResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefundOffer']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['RefundAnswer']>, ParentType, ContextType>;
  isOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RefundOfferEndedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefundOfferEnded']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnswerRefundOfferResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AnswerRefundOfferResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'RefundOfferEnded' | 'OrderNotRefundable' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type EventRefundOfferResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventRefundOffer']> = {
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganizerLetterResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OrganizerLetter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tierName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  writtenBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isWritten?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recipients?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LetterPreviewResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['LetterPreview']> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipients?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unsubscribed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SendLetterResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SendLetterResult']> = {
  __resolveType: TypeResolveFn<'OrganizerLetter' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type LetterSubscriptionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['LetterSubscription']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  isSubscribed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetLetterSubscriptionResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetLetterSubscriptionResult']> = {
  __resolveType: TypeResolveFn<'LetterSubscription' | 'NotFound', ParentType, ContextType>;
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
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  priceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  ratePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  priceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  frozen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answers?: Resolver<Array<ResolversTypes['Answer']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  qr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pdf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TicketPdfArgs, 'locale'>>;
  wallet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TicketWalletArgs, 'kind' | 'locale'>>;
  offer?: Resolver<Maybe<ResolversTypes['TicketOffer']>, ParentType, ContextType>;
  transfers?: Resolver<Array<ResolversTypes['TicketTransfer']>, ParentType, ContextType>;
  inside?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  passages?: Resolver<Array<ResolversTypes['Passage']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PassageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Passage']> = {
  kind?: Resolver<ResolversTypes['PassageKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  gate?: Resolver<Maybe<ResolversTypes['Gate']>, ParentType, ContextType>;
  undoneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  undoneBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  undoReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GateResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Gate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sections?: Resolver<Maybe<Array<ResolversTypes['Section']>>, ParentType, ContextType>;
  opensAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdmissionCountsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AdmissionCounts']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  tickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  admitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inside?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gates?: Resolver<Array<ResolversTypes['GateCount']>, ParentType, ContextType>;
};

export type GateCountResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['GateCount']> = {
  gate?: Resolver<ResolversTypes['Gate'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  holdId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldsNotCombinableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldsNotCombinable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holdId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['HoldsNotCombinableReason'], ParentType, ContextType>;
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

export type GateRefusedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['GateRefused']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['GateRefusal'], ParentType, ContextType>;
  gates?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  opensAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketNotInsideResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketNotInside']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GateNameTakenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['GateNameTaken']> = {
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

export type TicketNotMovableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketNotMovable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['TicketNotMovableReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferPolicyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TransferPolicy']> = {
  mode?: Resolver<ResolversTypes['TransferMode'], ParentType, ContextType>;
  notBefore?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  coolOffSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mostPerHolder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TransferNotAllowedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TransferNotAllowed']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['TransferNotAllowedReason'], ParentType, ContextType>;
  allowedFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetTransferPolicyResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetTransferPolicyResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound', ParentType, ContextType>;
};

export type SetCodeRuleResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetCodeRuleResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound', ParentType, ContextType>;
};

export type ExchangePolicyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExchangePolicy']> = {
  isAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minutesBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  otherEvents?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SetExchangePolicyResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetExchangePolicyResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound', ParentType, ContextType>;
};

export type ExchangedTicketResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExchangedTicket']> = {
  ticket?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  worth?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ExchangeQuoteResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExchangeQuote']> = {
  tickets?: Resolver<Array<ResolversTypes['ExchangedTicket']>, ParentType, ContextType>;
  worth?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExchangeQuoteResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExchangeQuoteResult']> = {
  __resolveType: TypeResolveFn<'ExchangeQuote' | 'TicketsNotExchangeable' | 'NotFound', ParentType, ContextType>;
};

export type ExchangeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Exchange']> = {
  status?: Resolver<ResolversTypes['ExchangeStatus'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['ExchangedTicket']>, ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type TicketsNotExchangeableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketsNotExchangeable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['TicketsNotExchangeableReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExchangeTotalChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExchangeTotalChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketBeingExchangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketBeingExchanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExchangeTicketsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExchangeTicketsResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'AnswersRefused' | 'HoldNotActive' | 'TicketsNotExchangeable' | 'ExchangeTotalChanged' | 'VerifiedBuyersOnly' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ReturnPolicyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReturnPolicy']> = {
  mode?: Resolver<ResolversTypes['ReturnMode'], ParentType, ContextType>;
  minutesBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SetReturnPolicyResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetReturnPolicyResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound', ParentType, ContextType>;
};

export type ReturnedTicketResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReturnedTicket']> = {
  ticket?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ReturnQuoteResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReturnQuote']> = {
  tickets?: Resolver<Array<ResolversTypes['ReturnedTicket']>, ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnQuoteResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReturnQuoteResult']> = {
  __resolveType: TypeResolveFn<'ReturnQuote' | 'TicketsNotReturnable' | 'NotFound', ParentType, ContextType>;
};

export type TicketsNotReturnableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketsNotReturnable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['TicketsNotReturnableReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnTotalChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReturnTotalChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnTicketsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReturnTicketsResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'TicketsNotReturnable' | 'ReturnTotalChanged' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type MoveTicketResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['MoveTicketResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TicketNotMovable' | 'TicketAlreadyUsed' | 'TicketFrozen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type OfferTicketResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OfferTicketResult']> = {
  __resolveType: TypeResolveFn<'TicketOffer' | 'TransferNotAllowed' | 'TicketAlreadyUsed' | 'TicketFrozen' | 'TicketBeingExchanged' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type WithdrawTicketOfferResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['WithdrawTicketOfferResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'NotFound', ParentType, ContextType>;
};

export type AcceptTicketOfferResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AcceptTicketOfferResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TransferNotAllowed' | 'TicketOfferGone' | 'TicketFrozen' | 'TicketBeingExchanged' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type TakeTicketResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TakeTicketResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TransferNotAllowed' | 'TicketOfferGone' | 'TicketFrozen' | 'TicketBeingExchanged' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
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

export type VerifiedBuyersOnlyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VerifiedBuyersOnly']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaceOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PlaceOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'AnswersRefused' | 'HoldNotActive' | 'HoldsNotCombinable' | 'NotFound' | 'IdempotencyKeyReused' | 'VerifiedBuyersOnly', ParentType, ContextType>;
};

export type CancelOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CancelOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'OrderNotCancellable' | 'NotFound', ParentType, ContextType>;
};

export type RefundOrderResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RefundOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'OrderNotRefundable' | 'DrawerNotOpen' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CheckInResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CheckInResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TicketForOtherEvent' | 'TicketAlreadyUsed' | 'TicketFrozen' | 'TicketBeingExchanged' | 'GateRefused' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CheckOutResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CheckOutResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TicketNotInside' | 'TicketForOtherEvent' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type UndoCheckInResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UndoCheckInResult']> = {
  __resolveType: TypeResolveFn<'Ticket' | 'TicketNotInside' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CreateGateResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateGateResult']> = {
  __resolveType: TypeResolveFn<'Gate' | 'GateNameTaken' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type UpdateGateResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UpdateGateResult']> = {
  __resolveType: TypeResolveFn<'Gate' | 'GateNameTaken' | 'NotFound', ParentType, ContextType>;
};

export type RemoveGateResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RemoveGateResult']> = {
  __resolveType: TypeResolveFn<'Gate' | 'NotFound', ParentType, ContextType>;
};

export type SetEntryRuleResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetEntryRuleResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound', ParentType, ContextType>;
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

export type PersonalDataPageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PersonalDataPage']> = {
  table?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  personalData?: Resolver<Maybe<ResolversTypes['PersonalDataPage']>, ParentType, ContextType, RequireFields<QueryPersonalDataArgs, 'userId'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'id'>>;
  ticketKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  letterSubscription?: Resolver<Maybe<ResolversTypes['LetterSubscription']>, ParentType, ContextType, RequireFields<QueryLetterSubscriptionArgs, 'code'>>;
  stuckOrders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<QueryStuckOrdersArgs>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  placeOrder?: Resolver<ResolversTypes['PlaceOrderResult'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['CancelOrderResult'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'orderId'>>;
  refundOrder?: Resolver<ResolversTypes['RefundOrderResult'], ParentType, ContextType, RequireFields<MutationRefundOrderArgs, 'input'>>;
  checkIn?: Resolver<ResolversTypes['CheckInResult'], ParentType, ContextType, RequireFields<MutationCheckInArgs, 'code'>>;
  checkOut?: Resolver<ResolversTypes['CheckOutResult'], ParentType, ContextType, RequireFields<MutationCheckOutArgs, 'input'>>;
  undoCheckIn?: Resolver<ResolversTypes['UndoCheckInResult'], ParentType, ContextType, RequireFields<MutationUndoCheckInArgs, 'input'>>;
  createGate?: Resolver<ResolversTypes['CreateGateResult'], ParentType, ContextType, RequireFields<MutationCreateGateArgs, 'input'>>;
  updateGate?: Resolver<ResolversTypes['UpdateGateResult'], ParentType, ContextType, RequireFields<MutationUpdateGateArgs, 'input'>>;
  removeGate?: Resolver<ResolversTypes['RemoveGateResult'], ParentType, ContextType, RequireFields<MutationRemoveGateArgs, 'gateId'>>;
  setEntryRule?: Resolver<ResolversTypes['SetEntryRuleResult'], ParentType, ContextType, RequireFields<MutationSetEntryRuleArgs, 'eventId' | 'rule'>>;
  retryOrder?: Resolver<ResolversTypes['RetryOrderResult'], ParentType, ContextType, RequireFields<MutationRetryOrderArgs, 'input'>>;
  nudgeOrder?: Resolver<ResolversTypes['NudgeOrderResult'], ParentType, ContextType, RequireFields<MutationNudgeOrderArgs, 'input'>>;
  nameTicket?: Resolver<ResolversTypes['NameTicketResult'], ParentType, ContextType, RequireFields<MutationNameTicketArgs, 'ticketId' | 'name'>>;
  moveTicket?: Resolver<ResolversTypes['MoveTicketResult'], ParentType, ContextType, RequireFields<MutationMoveTicketArgs, 'input'>>;
  exchangeTickets?: Resolver<ResolversTypes['ExchangeTicketsResult'], ParentType, ContextType, RequireFields<MutationExchangeTicketsArgs, 'input'>>;
  setExchangePolicy?: Resolver<ResolversTypes['SetExchangePolicyResult'], ParentType, ContextType, RequireFields<MutationSetExchangePolicyArgs, 'input'>>;
  setTransferPolicy?: Resolver<ResolversTypes['SetTransferPolicyResult'], ParentType, ContextType, RequireFields<MutationSetTransferPolicyArgs, 'input'>>;
  returnTickets?: Resolver<ResolversTypes['ReturnTicketsResult'], ParentType, ContextType, RequireFields<MutationReturnTicketsArgs, 'input'>>;
  setReturnPolicy?: Resolver<ResolversTypes['SetReturnPolicyResult'], ParentType, ContextType, RequireFields<MutationSetReturnPolicyArgs, 'input'>>;
  setCodeRule?: Resolver<ResolversTypes['SetCodeRuleResult'], ParentType, ContextType, RequireFields<MutationSetCodeRuleArgs, 'input'>>;
  offerTicket?: Resolver<ResolversTypes['OfferTicketResult'], ParentType, ContextType, RequireFields<MutationOfferTicketArgs, 'input'>>;
  withdrawTicketOffer?: Resolver<ResolversTypes['WithdrawTicketOfferResult'], ParentType, ContextType, RequireFields<MutationWithdrawTicketOfferArgs, 'ticketId'>>;
  acceptTicketOffer?: Resolver<ResolversTypes['AcceptTicketOfferResult'], ParentType, ContextType, RequireFields<MutationAcceptTicketOfferArgs, 'input'>>;
  takeTicket?: Resolver<ResolversTypes['TakeTicketResult'], ParentType, ContextType, RequireFields<MutationTakeTicketArgs, 'input'>>;
  uploadScans?: Resolver<ResolversTypes['UploadScansResult'], ParentType, ContextType, RequireFields<MutationUploadScansArgs, 'input'>>;
  resendTickets?: Resolver<ResolversTypes['ResendTicketsResult'], ParentType, ContextType, RequireFields<MutationResendTicketsArgs, 'input'>>;
  answerRefundOffer?: Resolver<ResolversTypes['AnswerRefundOfferResult'], ParentType, ContextType, RequireFields<MutationAnswerRefundOfferArgs, 'input'>>;
  sendLetter?: Resolver<ResolversTypes['SendLetterResult'], ParentType, ContextType, RequireFields<MutationSendLetterArgs, 'input'>>;
  setInvoicing?: Resolver<ResolversTypes['SetInvoicingResult'], ParentType, ContextType, RequireFields<MutationSetInvoicingArgs, 'input'>>;
  openDrawer?: Resolver<ResolversTypes['OpenDrawerResult'], ParentType, ContextType, RequireFields<MutationOpenDrawerArgs, 'input'>>;
  closeDrawer?: Resolver<ResolversTypes['CloseDrawerResult'], ParentType, ContextType, RequireFields<MutationCloseDrawerArgs, 'input'>>;
  sellAtCounter?: Resolver<ResolversTypes['SellAtCounterResult'], ParentType, ContextType, RequireFields<MutationSellAtCounterArgs, 'input'>>;
  payOutRefund?: Resolver<ResolversTypes['PayOutRefundResult'], ParentType, ContextType, RequireFields<MutationPayOutRefundArgs, 'input'>>;
  answerQuestions?: Resolver<ResolversTypes['AnswerQuestionsResult'], ParentType, ContextType, RequireFields<MutationAnswerQuestionsArgs, 'input'>>;
  answerTicketQuestions?: Resolver<ResolversTypes['AnswerTicketQuestionsResult'], ParentType, ContextType, RequireFields<MutationAnswerTicketQuestionsArgs, 'input'>>;
  setInvoiceAddress?: Resolver<ResolversTypes['SetInvoiceAddressResult'], ParentType, ContextType, RequireFields<MutationSetInvoiceAddressArgs, 'input'>>;
  setLetterSubscription?: Resolver<ResolversTypes['SetLetterSubscriptionResult'], ParentType, ContextType, RequireFields<MutationSetLetterSubscriptionArgs, 'input'>>;
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
  admissionsChanged?: SubscriptionResolver<ResolversTypes['AdmissionCounts'], "admissionsChanged", ParentType, ContextType, RequireFields<SubscriptionAdmissionsChangedArgs, 'eventId'>>;
};

export type UserResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, Partial<UserOrdersArgs>>;
  purchases?: Resolver<Maybe<ResolversTypes['PurchaseConnection']>, ParentType, ContextType, Partial<UserPurchasesArgs>>;
  tickets?: Resolver<Maybe<ResolversTypes['TicketConnection']>, ParentType, ContextType, Partial<UserTicketsArgs>>;
  deletionConsequences?: Resolver<Maybe<ResolversTypes['DeletionConsequences']>, ParentType, ContextType>;
};

export type DeletionConsequencesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DeletionConsequences']> = {
  validTickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type SalesReportResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesReport']> = {
  rows?: Resolver<Array<ResolversTypes['SalesReportRow']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SalesReportRowResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesReportRow']> = {
  day?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tender?: Resolver<Maybe<ResolversTypes['Tender']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  grossSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  ticketsReturned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returnedSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  feesSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  taxesSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
  netSum?: Resolver<ResolversTypes['MoneySum'], ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sales?: Resolver<Maybe<ResolversTypes['SalesDayConnection']>, ParentType, ContextType, Partial<OrganizationSalesArgs>>;
  salesReport?: Resolver<Maybe<ResolversTypes['SalesReport']>, ParentType, ContextType, RequireFields<OrganizationSalesReportArgs, 'by' | 'from' | 'to'>>;
  drawers?: Resolver<Maybe<ResolversTypes['DrawerConnection']>, ParentType, ContextType, Partial<OrganizationDrawersArgs>>;
  counterTakings?: Resolver<Maybe<Array<ResolversTypes['TenderTakings']>>, ParentType, ContextType, RequireFields<OrganizationCounterTakingsArgs, 'day'>>;
  invoicing?: Resolver<Maybe<ResolversTypes['Invoicing']>, ParentType, ContextType>;
  invoices?: Resolver<Maybe<ResolversTypes['InvoiceConnection']>, ParentType, ContextType, Partial<OrganizationInvoicesArgs>>;
  findOrders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<OrganizationFindOrdersArgs, 'search'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, Partial<OrganizationOrdersArgs>>;
};

export type EventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  exchangePolicy?: Resolver<Maybe<ResolversTypes['ExchangePolicy']>, ParentType, ContextType>;
  transferPolicy?: Resolver<Maybe<ResolversTypes['TransferPolicy']>, ParentType, ContextType>;
  returnPolicy?: Resolver<Maybe<ResolversTypes['ReturnPolicy']>, ParentType, ContextType>;
  codesShownFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancellation?: Resolver<Maybe<ResolversTypes['EventCancellation']>, ParentType, ContextType>;
  attendees?: Resolver<Maybe<ResolversTypes['TicketConnection']>, ParentType, ContextType, Partial<EventAttendeesArgs>>;
  salesReport?: Resolver<Maybe<ResolversTypes['SalesReport']>, ParentType, ContextType, RequireFields<EventSalesReportArgs, 'by'>>;
  refundOffer?: Resolver<Maybe<ResolversTypes['EventRefundOffer']>, ParentType, ContextType>;
  letters?: Resolver<Maybe<Array<ResolversTypes['OrganizerLetter']>>, ParentType, ContextType>;
  letterPreview?: Resolver<Maybe<ResolversTypes['LetterPreview']>, ParentType, ContextType, RequireFields<EventLetterPreviewArgs, 'subject' | 'body' | 'locale'>>;
  gates?: Resolver<Maybe<Array<ResolversTypes['Gate']>>, ParentType, ContextType>;
  entryRule?: Resolver<Maybe<ResolversTypes['EntryRule']>, ParentType, ContextType>;
  admissions?: Resolver<Maybe<ResolversTypes['AdmissionCounts']>, ParentType, ContextType>;
  checkInBundle?: Resolver<Maybe<ResolversTypes['CheckInBundle']>, ParentType, ContextType>;
  scanConflicts?: Resolver<Maybe<ResolversTypes['ScanConnection']>, ParentType, ContextType, Partial<EventScanConflictsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type HoldResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Hold'], FederationReferenceType extends FederationReferenceTypes['Hold'] = FederationReferenceTypes['Hold']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Hold']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  exchangeQuote?: Resolver<ResolversTypes['ExchangeQuoteResult'], ParentType, ContextType, RequireFields<HoldExchangeQuoteArgs, 'ticketIds'>>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DateTime?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  MoneySum?: MoneySumResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Answer?: AnswerResolvers<ContextType>;
  AnswerProblem?: AnswerProblemResolvers<ContextType>;
  AnswersRefused?: AnswersRefusedResolvers<ContextType>;
  AnswersClosed?: AnswersClosedResolvers<ContextType>;
  AnswerQuestionsResult?: AnswerQuestionsResultResolvers<ContextType>;
  AnswerTicketQuestionsResult?: AnswerTicketQuestionsResultResolvers<ContextType>;
  CounterSale?: CounterSaleResolvers<ContextType>;
  Drawer?: DrawerResolvers<ContextType>;
  TenderTakings?: TenderTakingsResolvers<ContextType>;
  DrawerConnection?: DrawerConnectionResolvers<ContextType>;
  DrawerEdge?: DrawerEdgeResolvers<ContextType>;
  DrawerNotOpen?: DrawerNotOpenResolvers<ContextType>;
  DrawerAlreadyOpen?: DrawerAlreadyOpenResolvers<ContextType>;
  DrawerBusy?: DrawerBusyResolvers<ContextType>;
  SaleTotalChanged?: SaleTotalChangedResolvers<ContextType>;
  RefundNotDue?: RefundNotDueResolvers<ContextType>;
  OpenDrawerResult?: OpenDrawerResultResolvers<ContextType>;
  CloseDrawerResult?: CloseDrawerResultResolvers<ContextType>;
  SellAtCounterResult?: SellAtCounterResultResolvers<ContextType>;
  ReservationNotOpen?: ReservationNotOpenResolvers<ContextType>;
  PayOutRefundResult?: PayOutRefundResultResolvers<ContextType>;
  Invoice?: InvoiceResolvers<ContextType>;
  InvoiceLine?: InvoiceLineResolvers<ContextType>;
  InvoiceTax?: InvoiceTaxResolvers<ContextType>;
  InvoiceIssuer?: InvoiceIssuerResolvers<ContextType>;
  InvoiceAddress?: InvoiceAddressResolvers<ContextType>;
  Invoicing?: InvoicingResolvers<ContextType>;
  SetInvoicingResult?: SetInvoicingResultResolvers<ContextType>;
  InvoiceAddressClosed?: InvoiceAddressClosedResolvers<ContextType>;
  SetInvoiceAddressResult?: SetInvoiceAddressResultResolvers<ContextType>;
  InvoiceConnection?: InvoiceConnectionResolvers<ContextType>;
  InvoiceEdge?: InvoiceEdgeResolvers<ContextType>;
  RefundOffer?: RefundOfferResolvers<ContextType>;
  RefundOfferEnded?: RefundOfferEndedResolvers<ContextType>;
  AnswerRefundOfferResult?: AnswerRefundOfferResultResolvers<ContextType>;
  EventRefundOffer?: EventRefundOfferResolvers<ContextType>;
  OrganizerLetter?: OrganizerLetterResolvers<ContextType>;
  LetterPreview?: LetterPreviewResolvers<ContextType>;
  SendLetterResult?: SendLetterResultResolvers<ContextType>;
  LetterSubscription?: LetterSubscriptionResolvers<ContextType>;
  SetLetterSubscriptionResult?: SetLetterSubscriptionResultResolvers<ContextType>;
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
  Passage?: PassageResolvers<ContextType>;
  Gate?: GateResolvers<ContextType>;
  AdmissionCounts?: AdmissionCountsResolvers<ContextType>;
  GateCount?: GateCountResolvers<ContextType>;
  TicketConnection?: TicketConnectionResolvers<ContextType>;
  TicketEdge?: TicketEdgeResolvers<ContextType>;
  HoldNotActive?: HoldNotActiveResolvers<ContextType>;
  HoldsNotCombinable?: HoldsNotCombinableResolvers<ContextType>;
  OrderNotCancellable?: OrderNotCancellableResolvers<ContextType>;
  OrderNotRefundable?: OrderNotRefundableResolvers<ContextType>;
  TicketAlreadyUsed?: TicketAlreadyUsedResolvers<ContextType>;
  TicketForOtherEvent?: TicketForOtherEventResolvers<ContextType>;
  TicketFrozen?: TicketFrozenResolvers<ContextType>;
  GateRefused?: GateRefusedResolvers<ContextType>;
  TicketNotInside?: TicketNotInsideResolvers<ContextType>;
  GateNameTaken?: GateNameTakenResolvers<ContextType>;
  TicketOffer?: TicketOfferResolvers<ContextType>;
  TicketOfferGone?: TicketOfferGoneResolvers<ContextType>;
  TicketTransfer?: TicketTransferResolvers<ContextType>;
  TicketNotMovable?: TicketNotMovableResolvers<ContextType>;
  TransferPolicy?: TransferPolicyResolvers<ContextType>;
  TransferNotAllowed?: TransferNotAllowedResolvers<ContextType>;
  SetTransferPolicyResult?: SetTransferPolicyResultResolvers<ContextType>;
  SetCodeRuleResult?: SetCodeRuleResultResolvers<ContextType>;
  ExchangePolicy?: ExchangePolicyResolvers<ContextType>;
  SetExchangePolicyResult?: SetExchangePolicyResultResolvers<ContextType>;
  ExchangedTicket?: ExchangedTicketResolvers<ContextType>;
  ExchangeQuote?: ExchangeQuoteResolvers<ContextType>;
  ExchangeQuoteResult?: ExchangeQuoteResultResolvers<ContextType>;
  Exchange?: ExchangeResolvers<ContextType>;
  TicketsNotExchangeable?: TicketsNotExchangeableResolvers<ContextType>;
  ExchangeTotalChanged?: ExchangeTotalChangedResolvers<ContextType>;
  TicketBeingExchanged?: TicketBeingExchangedResolvers<ContextType>;
  ExchangeTicketsResult?: ExchangeTicketsResultResolvers<ContextType>;
  ReturnPolicy?: ReturnPolicyResolvers<ContextType>;
  SetReturnPolicyResult?: SetReturnPolicyResultResolvers<ContextType>;
  ReturnedTicket?: ReturnedTicketResolvers<ContextType>;
  ReturnQuote?: ReturnQuoteResolvers<ContextType>;
  ReturnQuoteResult?: ReturnQuoteResultResolvers<ContextType>;
  TicketsNotReturnable?: TicketsNotReturnableResolvers<ContextType>;
  ReturnTotalChanged?: ReturnTotalChangedResolvers<ContextType>;
  ReturnTicketsResult?: ReturnTicketsResultResolvers<ContextType>;
  MoveTicketResult?: MoveTicketResultResolvers<ContextType>;
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
  VerifiedBuyersOnly?: VerifiedBuyersOnlyResolvers<ContextType>;
  PlaceOrderResult?: PlaceOrderResultResolvers<ContextType>;
  CancelOrderResult?: CancelOrderResultResolvers<ContextType>;
  RefundOrderResult?: RefundOrderResultResolvers<ContextType>;
  CheckInResult?: CheckInResultResolvers<ContextType>;
  CheckOutResult?: CheckOutResultResolvers<ContextType>;
  UndoCheckInResult?: UndoCheckInResultResolvers<ContextType>;
  CreateGateResult?: CreateGateResultResolvers<ContextType>;
  UpdateGateResult?: UpdateGateResultResolvers<ContextType>;
  RemoveGateResult?: RemoveGateResultResolvers<ContextType>;
  SetEntryRuleResult?: SetEntryRuleResultResolvers<ContextType>;
  OrderIntervention?: OrderInterventionResolvers<ContextType>;
  RetryOrderResult?: RetryOrderResultResolvers<ContextType>;
  NudgeOrderResult?: NudgeOrderResultResolvers<ContextType>;
  NameTicketResult?: NameTicketResultResolvers<ContextType>;
  PersonalDataPage?: PersonalDataPageResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PaymentPermission?: PaymentPermissionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  DeletionConsequences?: DeletionConsequencesResolvers<ContextType>;
  Purchase?: PurchaseResolvers<ContextType>;
  PurchaseConnection?: PurchaseConnectionResolvers<ContextType>;
  PurchaseEdge?: PurchaseEdgeResolvers<ContextType>;
  SalesDay?: SalesDayResolvers<ContextType>;
  SalesDayConnection?: SalesDayConnectionResolvers<ContextType>;
  SalesDayEdge?: SalesDayEdgeResolvers<ContextType>;
  SalesReport?: SalesReportResolvers<ContextType>;
  SalesReportRow?: SalesReportRowResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventCancellation?: EventCancellationResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
};


