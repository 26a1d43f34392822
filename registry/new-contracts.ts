// Which variants may become contracts of which.
import type { Tx } from "../platform/postgres/database.ts";
import { contractsOf, findContract } from "./contracts.ts";
import { subgraphsOf, type VariantRef } from "./store.ts";

/** Maximum contracts of a variant: each publication builds all of them, within the same timeout. */
const MOST_CONTRACTS = 20;

/** Why it can't be created; undefined if it can. Both variants are locked. */
export async function whyNoContract(tx: Tx, ref: VariantRef, source: VariantRef): Promise<string | undefined> {
  if (ref.variant === source.variant) return "A contract can't be its own source: choose another name.";
  if (await findContract(tx, source)) return `${source.variant} is a contract: use its source variant instead.`;
  if ((await subgraphsOf(tx, source)).length === 0)
    return `The variant ${source.variant} does not exist: publish its subgraphs first.`;
  const others = (await contractsOf(tx, source)).filter(({ variant }) => variant !== ref.variant);
  if (others.length >= MOST_CONTRACTS)
    return `${source.variant} already has the maximum of ${MOST_CONTRACTS} contracts.`;
  if ((await contractsOf(tx, ref)).length > 0)
    return `${ref.variant} is a variant with contracts: choose another name.`;
  if ((await subgraphsOf(tx, ref)).length > 0)
    return `${ref.variant} is a variant with subgraphs: choose another name.`;
  return undefined;
}
