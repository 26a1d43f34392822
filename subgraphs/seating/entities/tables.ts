import { HoldEntity } from "./hold.ts";
import { CodeTryEntity, PromoCodeEntity, PromoCodePriceEntity } from "./promo-code.ts";
import {
  SaleChannelEntity,
  SaleEntity,
  SaleSectionEntity,
  SaleTierEntity,
  SeatChangeEntity,
  UnverifiedBuyerEntity,
} from "./sale.ts";
import { SeatEntity } from "./seat.ts";

export const entities = [
  SaleEntity,
  SaleSectionEntity,
  SaleTierEntity,
  SaleChannelEntity,
  SeatEntity,
  SeatChangeEntity,
  HoldEntity,
  PromoCodeEntity,
  PromoCodePriceEntity,
  CodeTryEntity,
  UnverifiedBuyerEntity,
];
