import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { statementsOn } from "../../../platform/postgres/statements.ts";
import { IntendedDecisionEntity } from "./intended-decision.ts";
import { RiskAssessmentEntity } from "./risk-assessment.ts";
import {
  BuyerEntity,
  DeclinedPaymentEntity,
  EndedOrderEntity,
  GuessedCodesEntity,
  GuessingNetworkEntity,
  PaidOrderEntity,
  QueueAssessmentEntity,
  QueueEntrantEntity,
  TroubledOrderEntity,
  VerifiedEmailEntity,
} from "./signals.ts";

export const entities = [
  RiskAssessmentEntity,
  IntendedDecisionEntity,
  BuyerEntity,
  VerifiedEmailEntity,
  PaidOrderEntity,
  EndedOrderEntity,
  TroubledOrderEntity,
  DeclinedPaymentEntity,
  GuessedCodesEntity,
  GuessingNetworkEntity,
  QueueEntrantEntity,
  QueueAssessmentEntity,
];

export const statement = statementsOn<InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>>();
