// Composes subgraphs in process: the supergraph, the API schema and hints, or the composition errors.
import { composeServices } from "@apollo/composition";
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from "@apollo/federation-internals";
import { GraphQLError, parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";

export interface Subgraph {
  name: string;
  /** Routing URL. */
  url: string;
  sdl: string;
}

export interface BuildError {
  /** Code of Apollo's composition, such as `INVALID_FIELD_SHARING`; or `INVALID_GRAPHQL`. */
  code: string;
  message: string;
  locations: { line: number; column: number }[];
}

export interface Hint {
  /** Code of Apollo's composition, such as `INCONSISTENT_DESCRIPTION`. */
  code: string;
  message: string;
}

export interface Composed {
  supergraphSdl: string;
  /** The API schema. */
  apiSchema: GraphQLSchema;
  /** Accidents waiting. */
  hints: Hint[];
}

export type Composition = { errors: BuildError[]; composed: null } | { errors: []; composed: Composed };

/** Each check composes the published subgraphs again, and a publication those of its check. */
const recent = new LRUCache<string, Composition>({ max: 2 });

export function compose(subgraphs: Subgraph[]): Composition {
  const key = JSON.stringify(subgraphs);
  const known = recent.get(key) ?? composeAll(subgraphs);
  recent.set(key, known);
  return known;
}

function composeAll(subgraphs: Subgraph[]): Composition {
  const errors: BuildError[] = [];
  const services: { name: string; url: string; typeDefs: DocumentNode }[] = [];
  for (const { name, url, sdl } of subgraphs) {
    try {
      services.push({ name, url, typeDefs: parse(sdl) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      errors.push(buildError(`[${name}] ${error.message}`, "INVALID_GRAPHQL", error.locations));
    }
  }
  if (errors.length > 0) return { errors, composed: null };
  const result = composeServices(services);
  if (result.errors)
    return {
      errors: result.errors.map((error) =>
        buildError(error.message, String(error.extensions.code ?? "COMPOSITION"), error.locations),
      ),
      composed: null,
    };
  const supergraph = Supergraph.build(result.supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  });
  return {
    errors: [],
    composed: {
      supergraphSdl: result.supergraphSdl,
      apiSchema: supergraph.apiSchema().toGraphQLJSSchema({ includeDefer: false }),
      hints: result.hints.map(({ definition, message }) => ({ code: definition.code, message })),
    },
  };
}

function buildError(message: string, code: string, locations: GraphQLError["locations"]): BuildError {
  return { message, code, locations: (locations ?? []).map(({ line, column }) => ({ line, column })) };
}
