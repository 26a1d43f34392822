// Made by `npm run compose` from schema.graphql. Do not edit.
/** ALLOW: the order is sold. REVIEW: a person decides. BLOCK: the order is declined. */
export type RiskDecision =
  | 'ALLOW'
  | 'REVIEW'
  | 'BLOCK';

