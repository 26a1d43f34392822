// Schemas that compose and then behave incorrectly.
import { GraphQLError, Kind, parse, visit, type DocumentNode } from "graphql";
import { withPlainNames } from "../../platform/graphql/linked-directives.ts";
import { placeOf, type Place } from "./lint.ts";

export interface Pitfall {
  rule: "ARGUMENTS_IN_REQUIRES" | "CONTEXT_IS_UNDEFINED" | "OVERRIDE_BY_LABEL";
  coordinate: string;
  message: string;
  place: Place;
}

/** Empty for invalid SDL, which is reported elsewhere. */
export function findPitfalls(sdl: string): Pitfall[] {
  let document: DocumentNode;
  try {
    document = withPlainNames(parse(sdl));
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
  const found: Pitfall[] = [];
  let [type, field] = ["", ""];
  visit(document, {
    enter: (node) => {
      if ((node.kind.endsWith("TypeDefinition") || node.kind.endsWith("TypeExtension")) && "name" in node)
        [type, field] = [(node.name as { value: string }).value, ""];
      if (node.kind === Kind.FIELD_DEFINITION) field = `${type}.${node.name.value}`;
      if (node.kind !== Kind.DIRECTIVE) return;
      const add = (rule: Pitfall["rule"], message: string) =>
        found.push({ rule, coordinate: field || type, message, place: placeOf(sdl, node) });
      const given = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
      const fields = given.get("fields");
      if (node.name.value === "requires" && fields?.kind === Kind.STRING && fields.value.includes("("))
        add(
          "ARGUMENTS_IN_REQUIRES",
          "Arguments inside @requires are merged with the client's arguments, which gives wrong data.",
        );
      if (node.name.value === "context" || node.name.value === "fromContext")
        add("CONTEXT_IS_UNDEFINED", "@context passes undefined in @apollo/gateway.");
      if (node.name.value === "override" && given.has("label"))
        add(
          "OVERRIDE_BY_LABEL",
          "@override with a label needs a router that evaluates it; here the field moves for all requests.",
        );
    },
  });
  return found;
}
