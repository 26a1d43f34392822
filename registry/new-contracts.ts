// Which variants may become contracts of which.
import type { Tx } from "../platform/postgres/database.ts";
import { contractsOf, findContract, subgraphsOf, type VariantRef } from "./store.ts";

/** Of one variant: each publish builds all of them, within the same deadline. */
const MOST_CONTRACTS = 20;

/** Why it may not be made; undefined if it may. Both variants are locked. */
export async function whyNoContract(tx: Tx, ref: VariantRef, source: VariantRef): Promise<string | undefined> {
  if (ref.variant === source.variant) return "A contract can't show part of itself: give it a name of its own.";
  if (await findContract(tx, source))
    return `${source.variant} is a contract itself: name the variant that it shows part of.`;
  if ((await subgraphsOf(tx, source)).length === 0)
    return `There is no variant ${source.variant}: publish its subgraphs first.`;
  const others = (await contractsOf(tx, source)).filter(({ variant }) => variant !== ref.variant);
  if (others.length >= MOST_CONTRACTS) return `${source.variant} has ${MOST_CONTRACTS} contracts: that is the most.`;
  if ((await contractsOf(tx, ref)).length > 0)
    return `${ref.variant} has contracts of its own: give the contract another name.`;
  if ((await subgraphsOf(tx, ref)).length > 0)
    return `${ref.variant} has subgraphs of its own: give the contract another name.`;
  return undefined;
}
