import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { statementsOn, type Kysely } from "../../../platform/postgres/statements.ts";
import { AnswerEntity, EventQuestionnaireEntity } from "./answer.ts";
import { CancelledEventEntity } from "./event-cancellation.ts";
import { DrawerEntity, DrawerEntryEntity } from "./drawer.ts";
import { EventFactsEntity } from "./event-facts.ts";
import { ExchangePolicyEntity } from "./exchange-policy.ts";
import { ExchangeEntity, OrderFundEntity } from "./exchange.ts";
import { EventEntryEntity, GateEntity } from "./gate.ts";
import { InvoiceAddressEntity, InvoiceEntity, InvoicingEntity } from "./invoice.ts";
import { MailingEntity, RefundAnswerEntity, UnsubscribedEntity } from "./mailing.ts";
import { NotificationCountEntity, NotificationEntity, WaitingNotificationEntity } from "./notification.ts";
import { OrderInterventionEntity } from "./order-intervention.ts";
import { OrderItemEntity } from "./order-item.ts";
import { OrderStepEntity } from "./order-step.ts";
import { OrderEntity, type Order, OrderOutcomeEntity } from "./order.ts";
import { OrganizationZoneEntity } from "./organization-zone.ts";
import { PassageEntity } from "./passage.ts";
import { PurchaseEntity, ReturnEntity } from "./purchase.ts";
import { ReturnPolicyEntity } from "./return-policy.ts";
import { OrderDisputeEntity, RefundEntity } from "./refund.ts";
import { SalesDayEntity, SalesZoneDayEntity } from "./sales-day.ts";
import { ScanEntity } from "./scan.ts";
import { TicketMoveEntity } from "./ticket-move.ts";
import { TicketOfferEntity } from "./ticket-offer.ts";
import { TicketEntity } from "./ticket.ts";
import { CodeRuleEntity } from "./code-rule.ts";
import { TransferPolicyEntity } from "./transfer-policy.ts";

export const entities = [
  OrderEntity,
  OrderOutcomeEntity,
  OrderItemEntity,
  OrderStepEntity,
  TicketEntity,
  TicketOfferEntity,
  TicketMoveEntity,
  ExchangeEntity,
  ExchangePolicyEntity,
  TransferPolicyEntity,
  ReturnPolicyEntity,
  CodeRuleEntity,
  OrderFundEntity,
  ScanEntity,
  RefundEntity,
  OrderDisputeEntity,
  OrderInterventionEntity,
  CancelledEventEntity,
  EventFactsEntity,
  EventQuestionnaireEntity,
  AnswerEntity,
  GateEntity,
  EventEntryEntity,
  PassageEntity,
  MailingEntity,
  RefundAnswerEntity,
  UnsubscribedEntity,
  NotificationEntity,
  WaitingNotificationEntity,
  NotificationCountEntity,
  PurchaseEntity,
  ReturnEntity,
  SalesDayEntity,
  SalesZoneDayEntity,
  OrganizationZoneEntity,
  InvoicingEntity,
  InvoiceAddressEntity,
  InvoiceEntity,
  DrawerEntity,
  DrawerEntryEntity,
];

type Tables = InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>;

export const statement = statementsOn<Tables>();

/** Visible orders. */
export const knownOrders = (db: Kysely<Tables>) =>
  db.selectFrom("purchase as o").selectAll("o").where("o.status", "<>", "PLACING").$castTo<Order>();
