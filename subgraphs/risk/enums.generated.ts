// Made by `npm run compose` from schema.graphql. Do not edit.
/** ALLOW: sell. REVIEW: a person decides. BLOCK: do not sell. */
export type RiskDecision =
  | 'ALLOW'
  | 'REVIEW'
  | 'BLOCK';

