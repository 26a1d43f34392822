// Known bugs and omissions of stock @apollo/gateway. The differential test ignores these differences and no others.
// known-differences.test.ts shows each of them with a real ApolloGateway, so that an entry is removed when the library is fixed.
import {
  isInterfaceType,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";
import type { SubgraphAnswer } from "../execution/subgraph-requests.ts";

export const KNOWN_DIFFERENCES = {
  "interface object": "It takes the name that a subgraph answers for its @interfaceObject for the type of the thing.",
  "fragment in a fragment": "It forgets what an object is where a fragment on an interface or a union holds another.",
  "another shape": "Data of another shape than its schema says ends its whole operation; ours nulls that field.",
  "lost place":
    "Of the error of a whole fetch it says no path, and of that of an entity the place among those it asked for.",
  "empty value": "It loses 0, false and the empty string in fields that the planner has renamed.",
  "required with arguments":
    "It requires a field without its arguments, or with those of the client's field of that name.",
  "name of a key": "An alias of a client may be the name of a key, and is then sent as the key.",
  "unresolvable key": "It chooses the first key of a type though the subgraph can't resolve it.",
  "chain of requirements":
    "It asks for a field before what that field requires has come, if that requires something too.",
  "skipped field": "It fetches a field with @skip(if: true) below one with a variable condition.",
  "nothing selected": "A field with @include is null if every field below it is skipped.",
} as const;

export type KnownDifference = keyof typeof KNOWN_DIFFERENCES;

/** For the differential test: responses without the wrong types of stock ("interface object"). */
export function withoutInterfaces(supergraph: GraphQLSchema, answer: SubgraphAnswer): SubgraphAnswer {
  const entities = answer.data?._entities;
  for (const entity of Array.isArray(entities) ? (entities as unknown[]) : []) {
    const { __typename: name } = (entity ?? {}) as { __typename?: unknown };
    if (typeof name === "string" && isInterfaceType(supergraph.getType(name)))
      delete (entity as Record<string, unknown>).__typename;
  }
  return answer;
}

/** Whether two answers differ by "nothing selected" at most. */
export function isSameButEmpty(ours: unknown, stock: unknown): boolean {
  if (typeof ours !== "object" || ours === null) return ours === stock;
  if (stock === null) return !Array.isArray(ours) && Object.keys(ours).length === 0;
  if (typeof stock !== "object") return false;
  const [own, other] = [Object.entries(ours), new Map<string, unknown>(Object.entries(stock))];
  return (
    own.length === other.size && own.every(([name, value]) => other.has(name) && isSameButEmpty(value, other.get(name)))
  );
}

/** Where the answers may differ by "skipped field": a constant condition that holds back what is below a variable one. */
export function hasSkippedFields(document: DocumentNode): boolean {
  let [found, variable] = [false, 0];
  const conditionsOf = (node: ASTNode) =>
    "directives" in node
      ? (node.directives ?? []).map(({ name, arguments: [given] = [] }) => [name.value, given?.value] as const)
      : [];
  // A fragment may be used below a variable condition.
  const isVariable = (node: ASTNode) =>
    node.kind === Kind.FRAGMENT_DEFINITION || conditionsOf(node).some(([, value]) => value?.kind === Kind.VARIABLE);
  visit(document, {
    enter: (node) => {
      const isSkipped = conditionsOf(node).some(
        ([name, value]) => value?.kind === Kind.BOOLEAN && value.value === (name === "skip"),
      );
      found ||= isSkipped && variable > 0;
      if (isVariable(node)) variable += 1;
    },
    leave: (node) => {
      if (isVariable(node)) variable -= 1;
    },
  });
  return found;
}

/** Where the answers may differ by "fragment in a fragment". */
export function hasFragmentsInFragments(document: DocumentNode): boolean {
  const isFragment = ({ kind }: SelectionNode) => kind !== Kind.FIELD;
  let found = false;
  visit(document, {
    InlineFragment: ({ selectionSet }) => void (found ||= selectionSet.selections.some(isFragment)),
    FragmentDefinition: ({ selectionSet }) => void (found ||= selectionSet.selections.some(isFragment)),
    // And of a root type that a subgraph calls otherwise.
    OperationDefinition: ({ selectionSet }) => void (found ||= selectionSet.selections.some(isFragment)),
  });
  return found;
}
