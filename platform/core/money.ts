// Amounts of money in answers. One price or order fits GraphQL's Int; sums of many orders may not.
import { outOfRange } from "./errors.ts";

const MOST = 2 ** 31 - 1;

/**
 * An amount in minor units as `Money`, whose amount is an Int of 32 bits.
 * @throws GraphQLError OUT_OF_RANGE that names the field which holds larger sums
 */
export function sumAsMoney(amount: number, currency: string, successor: string): { amount: number; currency: string } {
  if (Math.abs(amount) > MOST) throw outOfRange(successor);
  return { amount, currency };
}
