/** The tests ask for more in one operation than clients may. */
export const LIMITS = {
  GATEWAY_MAX_TOKENS: "50000",
  GATEWAY_MAX_FIELDS: "50000",
  GATEWAY_MAX_ALIASES: "1000",
  GATEWAY_MAX_COST: "100000000",
};
