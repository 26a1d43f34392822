// GraphOS's platform API as Rover asks it. Names and meanings are Apollo's; a key opens its own graph and no other.
import { readFileSync } from "node:fs";
import { buildSchema, GraphQLError } from "graphql";
import type { Database } from "../platform/database.ts";
import type { CheckResult } from "./checks/check.ts";
import type { Diagnostic, Place } from "./checks/lint.ts";
import type { Registry } from "./registry.ts";
import {
  ChangedBody,
  findCheck,
  operationsOf,
  subgraphsOf,
  supergraphOf,
  variantsOf,
  type Key,
  type KeptCheck,
  type PublishedSubgraph,
  type VariantRef,
} from "./store.ts";

export const platformApi = buildSchema(readFileSync(new URL("./platform-api.graphql", import.meta.url), "utf8"));

export interface ApiContext {
  database: Database;
  registry: Registry;
  key: Key;
  /** Where people look at what Rover tells them of. */
  frontendUrl: string;
}

const FEDERATION_VERSION = "2.14.4";
const NAMES = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/;

function demand(name: string, what: string): string {
  if (NAMES.test(name)) return name;
  throw new GraphQLError(`The ${what} must begin with a letter, then have at most 63 letters, digits, - or _.`);
}

export function rootOf(context: ApiContext) {
  const { database, registry, key, frontendUrl } = context;
  const { graphId } = key;
  const refOf = (variant: string): VariantRef => ({ graphId, variant });
  const demandWrite = () => {
    if (!key.mayWrite) throw new GraphQLError("This key may only read: use one that may write.");
  };

  const subgraph = ({ name, url, sdl, revision, publishedAt }: PublishedSubgraph) => ({
    name,
    url,
    revision,
    updatedAt: publishedAt.toISOString(),
    activePartialSchema: { sdl },
  });

  const variant = async (name: string) =>
    (await variantsOf(database, graphId)).includes(name) ? variantNamed(name) : null;

  function variantNamed(name: string) {
    const ref = refOf(name);
    const launch = async () => {
      const supergraph = await supergraphOf(database, ref);
      const result = supergraph
        ? { __typename: "BuildSuccess", coreSchema: { coreDocument: supergraph.sdl } }
        : { __typename: "BuildFailure", errorMessages: [{ message: "Nothing composes yet.", locations: [] }] };
      const buildInput = { __typename: "CompositionBuildInput", version: FEDERATION_VERSION };
      return { id: String(supergraph?.id ?? 0), buildInput, build: { result } };
    };
    return {
      __typename: "GraphVariant",
      id: `${graphId}@${name}`,
      name,
      subgraphs: async () => (await subgraphsOf(database.read(), ref)).map(subgraph),
      subgraph: async ({ name: wanted }: { name: string }) => {
        const found = (await subgraphsOf(database.read(), ref)).find((one) => one.name === wanted);
        return found ? subgraph(found) : null;
      },
      latestPublication: async () => {
        const supergraph = await supergraphOf(database, ref);
        return supergraph ? { schema: { document: supergraph.apiSdl, hash: supergraph.hash } } : null;
      },
      latestLaunch: launch,
      latestApprovedLaunch: launch,
      sourceVariant: null,
      persistedQueryList: { id: name, name },
    };
  }

  const graph = ({ id }: { id: string }) =>
    id !== graphId
      ? null
      : {
          __typename: "Graph",
          id: graphId,
          title: graphId,
          asActor: { type: "GRAPH" },
          variants: async () => (await variantsOf(database, graphId)).map(variantNamed),
          variant: ({ name }: { name: string }) => variant(name),
          checkWorkflow: async ({ id: workflowId }: { id: string }) => {
            const found = await findCheck(database, workflowId);
            return found?.graphId === graphId ? workflow(found, frontendUrl) : null;
          },
          persistedQueryList: ({ id: list }: { id: string }) => ({ id: list, name: list }),
        };

  return {
    query: {
      frontendUrlRoot: frontendUrl,
      me: graph({ id: graphId }),
      graph,
      variant: ({ ref }: { ref: string }) => {
        const [id, name = "current"] = ref.split("@");
        return id === graphId ? variant(name) : null;
      },
    },
    mutation: {
      graph: ({ id }: { id: string }) =>
        id === graphId ? mutationsOf({ database, registry, key, frontendUrl, demandWrite, refOf }) : null,
    },
  };
}

interface SubgraphCheckInput {
  subgraphName: string;
  proposedSchema: string;
  gitContext?: object;
}

interface PublishArgs {
  name: string;
  url?: string | null;
  revision: string;
  activePartialSchema: { sdl?: string | null };
  graphVariant: string;
  gitContext?: object;
}

interface Operation {
  id: string;
  name: string;
  type: string;
  body: string;
  clientName?: string | null;
}

function mutationsOf(context: ApiContext & { demandWrite(): void; refOf(variant: string): VariantRef }) {
  const { database, registry, key, frontendUrl, demandWrite, refOf } = context;
  const keyId = key.id;
  return {
    variant: async ({ name: variantName }: { name: string }) => {
      const ref = refOf(variantName);
      if (!(await variantsOf(database, key.graphId)).includes(variantName)) return null;
      return {
        submitSubgraphCheckAsync: async ({ input }: { input: SubgraphCheckInput }) => {
          const { subgraphName, proposedSchema: sdl, gitContext: git = {} } = input;
          const name = demand(subgraphName, "subgraph's name");
          // The check is done before it is answered for: Rover's first question finds it, and nobody waits.
          const { id } = await registry.check(ref, { name, sdl, git, keyId });
          return { __typename: "CheckRequestSuccess", workflowID: id, targetURL: `${frontendUrl}/checks/${id}` };
        },
        submitCheckSchemaAsync: () => ({
          __typename: "PlanError",
          message: "This registry keeps federated graphs: check a subgraph with `rover subgraph check`.",
        }),
      };
    },
    publishSubgraph: async ({
      name,
      url = null,
      revision,
      activePartialSchema,
      graphVariant,
      gitContext = {},
    }: PublishArgs) => {
      demandWrite();
      const ref = refOf(demand(graphVariant, "variant"));
      const sdl = activePartialSchema.sdl ?? "";
      const publish = { name: demand(name, "subgraph's name"), url, sdl, revision, git: gitContext, keyId };
      const { errors, isLive, wasCreated, wasUpdated } = await registry.publish(ref, publish);
      const supergraph = errors.length === 0 ? await supergraphOf(database, ref) : undefined;
      return {
        compositionConfig: supergraph ? { schemaHash: supergraph.hash } : null,
        errors,
        updatedGateway: isLive,
        wasCreated,
        wasUpdated,
        launchCliCopy: null,
        launchUrl: null,
      };
    },
    removeImplementingServiceAndTriggerComposition: async (args: {
      graphVariant: string;
      name: string;
      dryRun: boolean;
    }) => {
      demandWrite();
      const removal = { name: args.name, isRehearsal: args.dryRun, keyId };
      const removed = await registry.remove(refOf(args.graphVariant), removal);
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
        demandWrite();
        const ref = refOf(list);
        const given = (operations ?? []).map(({ clientName = null, ...rest }) => ({ ...rest, clientName }));
        try {
          const added = await registry.publishOperations(ref, given);
          const all = (await operationsOf(database, ref)).length;
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

function lintResult(diagnostics: Diagnostic[]) {
  const count = (level: Diagnostic["level"]) => diagnostics.filter((one) => one.level === level).length;
  return {
    diagnostics: diagnostics.map(({ place, ...rest }) => ({ ...rest, sourceLocations: [place] })),
    stats: {
      errorsCount: count("ERROR"),
      warningsCount: count("WARNING"),
      ignoredCount: 0,
      totalCount: diagnostics.length,
    },
  };
}

/** A check as Rover reads it: each part of it a task. Guards and pitfalls are rules of ours, so they are a custom check. */
function workflow({ id, passed, subgraph, result }: KeptCheck, frontendUrl: string) {
  const { composition, operations, weakened, diagnostics, pitfalls }: CheckResult = result;
  const targetURL = `${frontendUrl}/checks/${id}`;
  const task = (typename: string, isGood: boolean, rest: object) => ({
    __typename: typename,
    status: isGood ? "PASSED" : "FAILED",
    targetURL,
    ...rest,
  });
  const tasks = [
    task("CompositionCheckTask", composition.errors.length === 0, {
      coreSchemaModified: composition.isSupergraphChanged,
      result: { __typename: "CompositionCheckResult", errors: composition.errors },
    }),
  ];
  if (operations) {
    const isBroken = operations.changes.some(({ severity }) => severity === "FAILURE");
    const checkSeverity = isBroken ? "FAILURE" : "NOTICE";
    tasks.push(task("OperationsCheckTask", !isBroken, { result: { checkSeverity, ...operations } }));
    const lintErrors = diagnostics.some(({ level }) => level === "ERROR");
    tasks.push(task("LintCheckTask", !lintErrors, { result: lintResult(diagnostics) }));
    const violation = (rule: string, coordinate: string, message: string, place?: Place) => ({
      level: "ERROR",
      rule,
      coordinate,
      message,
      sourceLocations: place ? [{ ...place, subgraphName: subgraph }] : [],
    });
    const violations = [
      ...weakened.map(({ rule, coordinate, message }) => violation(rule, coordinate, message)),
      ...pitfalls.map(({ rule, coordinate, message, place }) => violation(rule, coordinate, message, place)),
    ];
    if (violations.length > 0) tasks.push(task("CustomCheckTask", false, { result: { violations } }));
  }
  return { id, status: passed ? "PASSED" : "FAILED", tasks };
}
