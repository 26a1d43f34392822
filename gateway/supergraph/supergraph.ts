// Reads a supergraph: the API schema, the subgraphs, requirements on viewers, and the planner of @apollo/query-planner for it.
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from "@apollo/federation-internals";
import { withPlainNames } from "../../platform/graphql/linked-directives.ts";
import { GraphQLError, isScalarType, Kind, parse, type GraphQLSchema } from "graphql";
import { scalarsIn } from "../../platform/graphql/scalars.ts";
import type { PlanningSchema } from "../execution/operation.ts";
import { createPlanning } from "../execution/planning.ts";
import { readCosts, type Costs } from "./costs.ts";
import { readTags, type Tags } from "./subscription-traits.ts";
import { readScopes } from "../../platform/graphql/scope-requirements.ts";
import type { Requirements } from "../../platform/graphql/guarded-selections.ts";
import { readRequirements } from "./requirements.ts";

export interface LoadedSupergraph {
  sdl: string;
  subgraphs: { name: string; url: string }[];
  planning: PlanningSchema;
  requirements: Requirements;
  /** Requirements on limited viewers, beside the others. */
  scopes: Requirements;
  costs: Costs;
  tags: Tags;
}

/** Security features that the planner (the first) or the gateway enforces. */
const ENFORCED = new Set(
  ["inaccessible", "authenticated", "requiresScopes", "policy"].map((name) => `https://specs.apollo.dev/${name}`),
);

/**
 * @param knowsScalars whether scalars that are called like ours are ours, so that their values are checked here
 * @param isValid whether it was read before without an error: validating takes a third of the time
 * @throws Error if the supergraph is invalid, or has a security directive that can't be enforced here.
 */
export function readSupergraph(sdl: string, knowsScalars = false, isValid = false): LoadedSupergraph {
  const supergraph = Supergraph.build(sdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    validateSupergraph: !isValid,
  });
  for (const { url, purpose } of supergraph.schema.coreFeatures?.allFeatures() ?? []) {
    if (String(purpose) === "SECURITY" && !ENFORCED.has(url.identity))
      throw new Error(
        `The supergraph requires ${url.toString()}, which this gateway can't enforce: remove it from the subgraphs.`,
      );
  }
  const whole = supergraph.schema.toGraphQLJSSchema();
  const document = withPlainNames(parse(sdl));
  const api = supergraph.apiSchema().toGraphQLJSSchema();
  if (knowsScalars) checkScalars(api, sdl);
  const forPlanner = createPlanning(sdl, supergraph, whole);
  return {
    sdl,
    subgraphs: subgraphsOf(sdl),
    planning: {
      api,
      supergraph: whole,
      plannerApi: forPlanner.plannerApi,
      fieldNames: forPlanner.fieldNames,
      required: forPlanner.required,
      // Only the planning thread needs it.
      get planner() {
        return forPlanner.planner;
      },
      get stock() {
        return forPlanner.stock;
      },
    },
    requirements: readRequirements(document),
    scopes: readScopes(document),
    costs: readCosts(document),
    tags: readTags(document),
  };
}

/** Values are passed through unchanged; they are validated here, where the client's names are known. */
function checkScalars(api: GraphQLSchema, sdl: string): void {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(scalarsIn(sdl))) {
    const type = api.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = parseValue;
    type.parseLiteral = (node, variables) => {
      try {
        return parseLiteral(node, variables) as unknown;
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        throw new GraphQLError(error.message, { nodes: node, extensions: error.extensions });
      }
    };
  }
}

/** The subgraphs that the supergraph lists. Read from the parsed enum: a description may contain text that looks like a listing. */
export function subgraphsOf(supergraphSdl: string): { name: string; url: string }[] {
  const { definitions } = parse(supergraphSdl);
  const graphs = definitions.find((one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === "join__Graph");
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return values.flatMap(({ directives = [] }) => {
    const graph = directives.find(({ name }) => name.value === "join__graph");
    const text = (argument: string) => {
      const value = graph?.arguments?.find(({ name }) => name.value === argument)?.value;
      return value?.kind === Kind.STRING ? value.value : "";
    };
    return graph ? [{ name: text("name"), url: text("url") }] : [];
  });
}
