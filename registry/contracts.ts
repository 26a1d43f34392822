// Contracts: variants that show a part of their source variant.
import type { Tx } from "../platform/postgres/database.ts";
import type { Kysely } from "../platform/postgres/statements.ts";
import type { ContractFilter } from "./checks/contract.ts";
import { ContractEntity, statement, type Tables } from "./entities.ts";
import type { VariantRef } from "./store.ts";

export interface Contract extends VariantRef, ContractFilter {
  source: string;
  /** Why the source's latest publication is not included; null: it is. */
  problem: string | null;
}

export const filterOf = ({ include, exclude, hideUnreachableTypes }: Contract): ContractFilter => ({
  include,
  exclude,
  hideUnreachableTypes,
});

const contracts = (db: Kysely<Tables>) =>
  db
    .selectFrom("contract")
    .select(["graphId", "variant", "source", "include", "exclude", "hideUnreachableTypes", "problem"]);

const contractsOfSource = statement((db, { graphId, variant }: VariantRef) =>
  contracts(db).where("graphId", "=", graphId).where("source", "=", variant).orderBy("variant"),
);

/** Contracts of this variant, by name. */
export function contractsOf(em: Tx, ref: VariantRef): Promise<Contract[]> {
  return contractsOfSource.rows(em, ref);
}

const contract = statement((db, { graphId, variant }: VariantRef) =>
  contracts(db).where("graphId", "=", graphId).where("variant", "=", variant),
);

/** Undefined for a variant that is not a contract. */
export function findContract(em: Tx, ref: VariantRef): Promise<Contract | undefined> {
  return contract.row(em, ref);
}

const makeContract = statement((db, of: Omit<Contract, "problem">, { sql }) =>
  db
    .insertInto("contract")
    .values({
      graphId: of.graphId,
      variant: of.variant,
      source: of.source,
      include: sql<string[]>`${of.include}::text[]`,
      exclude: sql<string[]>`${of.exclude}::text[]`,
      hideUnreachableTypes: of.hideUnreachableTypes,
    })
    .onConflict((known) =>
      known.columns(["graphId", "variant"]).doUpdateSet((given) => ({
        include: given.ref("excluded.include"),
        exclude: given.ref("excluded.exclude"),
        hideUnreachableTypes: given.ref("excluded.hideUnreachableTypes"),
        problem: null,
        updatedAt: sql`now()`,
      })),
    ),
);

/** Creates it, or changes its filter. */
export async function putContract(tx: Tx, given: Omit<Contract, "problem">): Promise<void> {
  await makeContract.change(tx, given);
}

export async function setContractProblem(
  tx: Tx,
  { graphId, variant }: VariantRef,
  problem: string | null,
): Promise<void> {
  await tx.nativeUpdate(ContractEntity, { graphId, variant }, { problem });
}

export async function deleteContract(tx: Tx, { graphId, variant }: VariantRef): Promise<void> {
  await tx.nativeDelete(ContractEntity, { graphId, variant });
}
