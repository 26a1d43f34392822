import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { statementsOn } from "../../../platform/postgres/statements.ts";
import { AccessCodeBatchEntity, AccessCodeEntity } from "./access-code-batch.ts";
import { HeldEntryEntity } from "./held-queue-entry.ts";
import { HoldEntity } from "./hold.ts";
import { CodeTryEntity, PromoCodeEntity, PromoCodePriceEntity } from "./promo-code.ts";
import {
  SaleChannelEntity,
  SaleEntity,
  SaleHallEntity,
  SaleSectionEntity,
  SaleTierEntity,
  SeatChangeEntity,
  UnverifiedBuyerEntity,
} from "./sale.ts";
import { QueueAdmissionEntity, QueueDrawEntity, QueueEntity, QueueStepEntity } from "./queue.ts";
import { QueueEntryEntity } from "./queue-entry.ts";
import { ReservationEntity, ReservationHoldEntity } from "./reservation.ts";
import { TicketPackageEntity, TicketPackageEventEntity } from "./ticket-package.ts";
import { PriceWithCodeEntity, SalePriceBoundEntity, SalePriceEntity } from "./sale-price.ts";
import { SeatEntity } from "./seat.ts";
import { SeatMoveEntity } from "./seat-move.ts";
import { WaitlistEntity } from "./waitlist.ts";
import { WaitlistEntryEntity } from "./waitlist-entry.ts";

export const entities = [
  SaleEntity,
  SaleHallEntity,
  SaleSectionEntity,
  SaleTierEntity,
  SaleChannelEntity,
  SeatEntity,
  SeatChangeEntity,
  SeatMoveEntity,
  HoldEntity,
  PromoCodeEntity,
  PromoCodePriceEntity,
  AccessCodeBatchEntity,
  AccessCodeEntity,
  CodeTryEntity,
  UnverifiedBuyerEntity,
  SalePriceEntity,
  SalePriceBoundEntity,
  PriceWithCodeEntity,
  ReservationEntity,
  ReservationHoldEntity,
  TicketPackageEntity,
  TicketPackageEventEntity,
  QueueEntity,
  QueueEntryEntity,
  HeldEntryEntity,
  QueueDrawEntity,
  QueueStepEntity,
  QueueAdmissionEntity,
  WaitlistEntity,
  WaitlistEntryEntity,
];

export const statement = statementsOn<InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>>();
