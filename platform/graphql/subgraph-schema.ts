// The executable schema of a subgraph: our scalars, guarded fields, and connections that are counted only where they are selected.
import { buildSubgraphSchema, type GraphQLResolverMap } from "@apollo/subgraph";
import { parse, type GraphQLSchema } from "graphql";
import { tellUnknownRoles } from "../identity/unknown-roles.ts";
import { guardFields } from "./guarded-fields.ts";
import { plainNames } from "./linked-directives.ts";
import { countWhereSelected } from "./pagination.ts";
import { scalarsIn } from "./scalars.ts";

export function buildSchema(source: { typeDefs: string; resolvers: object }): GraphQLSchema {
  const resolvers = { ...scalarsIn(source.typeDefs), ...source.resolvers };
  const typeDefs = parse(source.typeDefs);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }]);
  const plainName = plainNames(typeDefs);
  countWhereSelected(schema);
  guardFields(schema, plainName);
  tellUnknownRoles(schema, plainName);
  return schema;
}
