// Rover's changes and checks, as in GraphOS's platform API.
import { GraphQLError } from "graphql";
import type { ApiContext } from "./api-context.ts";
import type { ContractFilter } from "./checks/contract.ts";
import { findContract } from "./contracts.ts";
import { ChangedBody, lastDays, trustedOperationsOf, type UsageFilter } from "./operations.ts";
import { supergraphOf, variantsOf, type VariantRef } from "./store.ts";
import { lintResult } from "./workflow.ts";

const NAMES = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/;

function demand(name: string, what: string): string {
  if (NAMES.test(name)) return name;
  throw new GraphQLError(`The ${what} must begin with a letter, then have at most 63 letters, digits, - or _.`);
}

interface SubgraphCheckInput {
  subgraphName: string;
  proposedSchema: string;
  gitContext?: object;
  config: QueryParameters;
}

/** Selection of operations for a check, from flags of `rover subgraph check`. */
interface QueryParameters {
  from?: string | null;
  to?: string | null;
  queryCountThreshold?: number | null;
  queryCountThresholdPercentage?: number | null;
  excludedClients?: { name: string }[] | null;
  excludedOperationNames?: { name: string }[] | null;
  ignoredOperations?: string[] | null;
}

interface SubgraphInput {
  name: string;
  url?: string | null;
  activePartialSchema: { sdl?: string | null };
}

interface PublishArgs {
  revision: string;
  graphVariant: string;
  gitContext?: object;
}

interface ContractArgs {
  contractVariantName: string;
  sourceVariant?: string | null;
  filterConfig: ContractFilter;
  initiateLaunch: boolean;
}

interface Operation {
  id: string;
  name: string;
  type: string;
  body: string;
  clientName?: string | null;
}

export function mutationsOf(context: ApiContext & { variantNamed(name: string): object }) {
  const { database, registry, key, frontendUrl, usageDays, variantNamed } = context;
  const refOf = (variant: string): VariantRef => ({ graphId: key.graphId, variant });
  const demandWrite = () => {
    if (key.kind !== "write") throw new GraphQLError("This key is read-only: use a key of the kind `write`.");
  };
  /** For changes of more than one subgraph. */
  const demandWhole = () => {
    demandWrite();
    if (key.subgraphs)
      throw new GraphQLError(`This key is limited to ${key.subgraphs.join(", ")}: use a key of the whole graph.`);
  };
  const demandSubgraphs = async (names: readonly string[], { variant }: VariantRef) => {
    demandWrite();
    const { subgraphs } = key;
    if (!subgraphs) return;
    const foreign = names.find((name) => !subgraphs.includes(name));
    if (foreign !== undefined)
      throw new GraphQLError(`This key is limited to ${subgraphs.join(", ")} and can't change ${foreign}.`);
    if (!(await variantsOf(database, key.graphId)).includes(variant))
      throw new GraphQLError(
        `The variant ${variant} does not exist: publish to it with a key of the whole graph first.`,
      );
  };
  const keyId = key.id;

  async function publish(inputs: SubgraphInput[], { revision, graphVariant, gitContext: git = {} }: PublishArgs) {
    const ref = refOf(demand(graphVariant, "variant"));
    const names = inputs.map(({ name }) => demand(name, "subgraph's name"));
    await demandSubgraphs(names, ref);
    const subgraphs = inputs.map(({ name, url = null, activePartialSchema: { sdl } }) => ({
      name,
      url,
      sdl: sdl ?? "",
    }));
    const published = await registry.publish(ref, { subgraphs, revision, git, keyId, owned: key.subgraphs });
    const { errors, problems, isLive, created, updated } = published;
    const supergraph = errors.length === 0 ? await supergraphOf(database.read(), ref) : undefined;
    const stale = problems.map((one) => `The contract ${one.variant} is unchanged: ${one.problem}`);
    return {
      compositionConfig: supergraph ? { schemaHash: supergraph.hash } : null,
      errors,
      updatedGateway: isLive,
      wasCreated: created.length > 0,
      wasUpdated: updated.length > 0,
      subgraphsCreated: created,
      subgraphsUpdated: updated,
      launchCliCopy: stale.length > 0 ? stale.join("\n") : null,
      launchUrl: null,
    };
  }

  return {
    variant: async ({ name: variantName }: { name: string }) => {
      const ref = refOf(variantName);
      if (!(await variantsOf(database, key.graphId)).includes(variantName)) return null;
      return {
        delete: async () => {
          demandWhole();
          await registry.removeVariant(ref, keyId);
          return { deleted: true };
        },
        submitSubgraphCheckAsync: async ({ input }: { input: SubgraphCheckInput }) => {
          const { subgraphName, proposedSchema: sdl, gitContext: git = {}, config } = input;
          const contract = await findContract(database.read(), ref);
          // As a GraphQL error, because Rover replaces the message of an InvalidInputError.
          if (contract)
            throw new GraphQLError(
              `${variantName} is a contract: check ${key.graphId}@${contract.source} instead, which includes it.`,
            );
          const name = demand(subgraphName, "subgraph's name");
          const usage = usageOf(config, usageDays);
          const ignored = config.ignoredOperations ?? [];
          // The check is complete before the response, so Rover's first poll finds it. A key for some subgraphs can't agree to takeovers
          // from others.
          const owned = key.kind === "write" ? key.subgraphs : [name];
          const { id } = await registry.check(ref, { name, sdl, git, keyId, usage, ignored, owned });
          return { __typename: "CheckRequestSuccess", workflowID: id, targetURL: `${frontendUrl}/checks/${id}` };
        },
        submitCheckSchemaAsync: () => ({
          __typename: "PlanError",
          message: "This registry stores only federated graphs: use `rover subgraph check`.",
        }),
      };
    },
    publishSubgraph: ({ name, url, activePartialSchema, ...args }: PublishArgs & SubgraphInput) =>
      publish([{ name, url, activePartialSchema }], args),
    publishSubgraphs: ({ subgraphInputs, ...args }: PublishArgs & { subgraphInputs: SubgraphInput[] }) => {
      if (subgraphInputs.length === 0) throw new GraphQLError("subgraphInputs is empty: pass at least one subgraph.");
      const names = subgraphInputs.map(({ name }) => name);
      const twice = names.find((name, n) => names.indexOf(name) < n);
      if (twice !== undefined) throw new GraphQLError(`subgraphInputs names ${twice} twice.`);
      return publish(subgraphInputs, args);
    },
    upsertContractVariant: async ({
      contractVariantName,
      sourceVariant = null,
      filterConfig: filter,
      initiateLaunch: isLaunched,
    }: ContractArgs) => {
      demandWhole();
      demandTags([...filter.include, ...filter.exclude]);
      const ref = refOf(demand(contractVariantName, "contract's name"));
      if (sourceVariant !== null) demand(sourceVariant, "source variant");
      const { errors } = await registry.publishContract(ref, { source: sourceVariant, filter, isLaunched });
      if (errors.length > 0) return { __typename: "ContractVariantUpsertErrors", errorMessages: errors };
      return {
        __typename: "ContractVariantUpsertSuccess",
        contractVariant: variantNamed(ref.variant),
        launchUrl: isLaunched ? `${frontendUrl}/variants/${ref.variant}` : null,
        launchCliCopy: isLaunched ? "Gateways load it within two seconds." : null,
      };
    },
    removeImplementingServiceAndTriggerComposition: async (args: {
      graphVariant: string;
      name: string;
      dryRun: boolean;
    }) => {
      const ref = refOf(demand(args.graphVariant, "variant"));
      await demandSubgraphs([args.name], ref);
      const removal = { name: args.name, isRehearsal: args.dryRun, keyId, owned: key.subgraphs };
      const removed = await registry.remove(ref, removal);
      return {
        errors: removed?.errors ?? [],
        updatedGateway: removed?.isLive ?? false,
        didExist: removed !== undefined,
      };
    },
    lintSchema: async ({ sdl, baseSdl }: { sdl: string; baseSdl?: string | null }) =>
      lintResult(await registry.lint(sdl, baseSdl ?? "")),
    validateOperations: async ({
      tag,
      operations,
    }: {
      tag?: string | null;
      operations: { name?: string; body: string }[];
    }) => {
      const asked = operations.map(({ name = null, body }) => ({ name, body }));
      const problems = await registry.validateOperations(refOf(tag ?? "current"), asked);
      return {
        validationResults: problems.map(({ name, code, message }) => ({
          type: code === "INVALID_OPERATION" ? "FAILURE" : "INVALID",
          code,
          description: message,
          operation: { name },
        })),
      };
    },
    persistedQueryList: async ({ id: list }: { id: string }) => {
      if (!(await variantsOf(database, key.graphId)).includes(list)) return null;
      return operationList(list);
    },
  };

  function operationList(list: string) {
    return {
      publishOperations: async ({ operations }: { operations?: Operation[] | null }) => {
        demandWhole();
        const ref = refOf(list);
        const given = (operations ?? []).map(({ clientName = null, ...rest }) => ({ ...rest, clientName }));
        try {
          const added = await registry.publishOperations(ref, given);
          const all = (await trustedOperationsOf(database, ref)).length;
          const operationCounts = {
            added,
            identical: given.length - added,
            updated: 0,
            removed: 0,
            unaffected: all - given.length,
          };
          return {
            __typename: "PublishOperationsResult",
            unchanged: added === 0,
            build: { revision: all, list: { id: list, name: list }, publish: { operationCounts } },
          };
        } catch (error) {
          if (!(error instanceof ChangedBody)) throw error;
          return { __typename: "CannotModifyOperationBodyError", message: error.message };
        }
      },
    };
  }
}

const MOST_TAGS = 100;

/** Tags are names, with hyphens and slashes too (https://specs.apollo.dev/tag/v0.3/). */
function demandTags(tags: string[]): void {
  if (tags.length > MOST_TAGS) throw new GraphQLError(`A contract may have at most ${MOST_TAGS} tags.`);
  if (!tags.every((tag) => /^[a-zA-Z_][a-zA-Z0-9_/-]{0,127}$/.test(tag)))
    throw new GraphQLError("A tag must begin with a letter or _, then have at most 127 letters, digits, _, - or /.");
}

function usageOf(config: QueryParameters, usageDays: number): UsageFilter {
  const usual = lastDays(usageDays);
  return {
    from: momentOf(config.from) ?? usual.from,
    to: momentOf(config.to) ?? usual.to,
    leastRequests: config.queryCountThreshold ?? 0,
    leastShare: config.queryCountThresholdPercentage ?? 0,
    excludedClients: (config.excludedClients ?? []).map(({ name }) => name),
    excludedNames: (config.excludedOperationNames ?? []).map(({ name }) => name),
  };
}

/** Rover's format: seconds before now as a negative number, or ISO 8601. Undefined for none. */
function momentOf(given: string | null | undefined): Date | undefined {
  if (given === null || given === undefined) return undefined;
  const isRelative = /^-?\d{1,9}$/.test(given);
  const moment = isRelative ? new Date(Date.now() - Math.abs(Number(given)) * 1_000) : new Date(given);
  if (Number.isNaN(moment.getTime())) throw new GraphQLError("`from` must be seconds before now, or an ISO 8601 time.");
  return moment;
}
