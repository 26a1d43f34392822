// Checks that a schema says of each mutation, and of each field or type that is not public, which limited viewers may use it.
import { Kind, parse } from "graphql";
import { plainNames } from "../platform/graphql/linked-directives.ts";
import { readGranted } from "../platform/graphql/scope-requirements.ts";
import { SCOPES } from "../domain/scopes.ts";

/** What is wrong, a sentence for each coordinate. */
export function scopeProblems(sdl: string): string[] {
  const schema = parse(sdl);
  const plainName = plainNames(schema);
  const hidden = new Set<string>();
  const withInterfaces = new Set<string>();
  for (const definition of schema.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const { name, interfaces = [], fields = [] } = definition;
    if (interfaces.length > 0) withInterfaces.add(name.value);
    for (const field of fields)
      if (field.directives?.some((directive) => plainName(directive.name.value) === "inaccessible"))
        hidden.add(`${name.value}.${field.name.value}`);
  }
  return [...readGranted(schema, plainName)].flatMap(([coordinate, { scopes, isFirstParty, isGuarded }]) => {
    const unknown = scopes.filter((scope) => !SCOPES.includes(scope));
    if (unknown.length > 0) return [`${coordinate} has the unknown scope ${unknown.join(" and ")}.`];
    if (scopes.length > 0 && isFirstParty) return [`${coordinate} has a scope and the tag first-party.`];
    if (scopes.length > 0 && withInterfaces.has(coordinate))
      return [`${coordinate} has a scope, but its interface can be read without: tag its fields.`];
    if (isGuarded && scopes.length === 0 && !isFirstParty && !hidden.has(coordinate))
      return [`${coordinate} needs a tag: a scope, such as scope-org-read, or first-party.`];
    return [];
  });
}
