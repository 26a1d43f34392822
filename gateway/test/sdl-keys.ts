// Reads from the schemas of subgraphs which fields are keys, and which require others.
import { parse, valueFromASTUntyped, type DocumentNode } from "graphql";

export interface NamedSdl {
  name: string;
  sdl: string;
}

/** For each entity the leaves of its keys, as `work.id`: each key has the same number of them. */
export type Keys = Map<string, string[][]>;

export function keysOf(subgraphs: NamedSdl[]): Keys {
  const keys: Keys = new Map();
  for (const { sdl } of subgraphs) {
    for (const definition of parse(sdl).definitions) {
      if (!("name" in definition) || !definition.name || !("directives" in definition)) continue;
      for (const directive of definition.directives ?? []) {
        const fields = directive.arguments?.find(({ name }) => name.value === "fields");
        if (directive.name.value !== "key" || !fields) continue;
        const leaves = leavesOf(parse(`{ ${valueFromASTUntyped(fields.value) as string} }`));
        keys.set(definition.name.value, [...(keys.get(definition.name.value) ?? []), leaves]);
      }
    }
  }
  return keys;
}

function leavesOf(document: DocumentNode): string[] {
  const [operation] = document.definitions;
  if (operation?.kind !== "OperationDefinition") return [];
  const walk = (selections: typeof operation.selectionSet.selections, before: string): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind !== "Field") return [];
      const path = `${before}${selection.name.value}`;
      return selection.selectionSet ? walk(selection.selectionSet.selections, `${path}.`) : [path];
    });
  return walk(operation.selectionSet.selections, "");
}

export function fieldsThatRequire(subgraphs: NamedSdl[]): Set<string> {
  const found = new Set<string>();
  for (const { sdl } of subgraphs) {
    for (const definition of parse(sdl).definitions) {
      if (definition.kind !== "ObjectTypeDefinition") continue;
      for (const field of definition.fields ?? [])
        if (field.directives?.some(({ name }) => name.value === "requires"))
          found.add(`${definition.name.value}.${field.name.value}`);
    }
  }
  return found;
}
