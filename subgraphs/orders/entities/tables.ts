import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { statementsOn } from "../../../platform/postgres/statements.ts";
import { CancelledEventEntity } from "./event-cancellation.ts";
import { EventFactsEntity } from "./event-facts.ts";
import { LetterCountEntity, LetterEntity, WaitingLetterEntity } from "./letter.ts";
import { OrderInterventionEntity } from "./order-intervention.ts";
import { OrderItemEntity } from "./order-item.ts";
import { OrderStepEntity } from "./order-step.ts";
import { OrderEntity } from "./order.ts";
import { OrderDisputeEntity, RefundEntity } from "./refund.ts";
import { ScanEntity } from "./scan.ts";
import { TicketOfferEntity } from "./ticket-offer.ts";
import { TicketEntity } from "./ticket.ts";

export const entities = [
  OrderEntity,
  OrderItemEntity,
  OrderStepEntity,
  TicketEntity,
  TicketOfferEntity,
  ScanEntity,
  RefundEntity,
  OrderDisputeEntity,
  OrderInterventionEntity,
  CancelledEventEntity,
  EventFactsEntity,
  LetterEntity,
  WaitingLetterEntity,
  LetterCountEntity,
];

export const statement = statementsOn<InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>>();
