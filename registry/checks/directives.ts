// Changes that a comparison of API schemas misses: directives of the supergraph that guard, limit and tag. Removing or weakening one fails
// the check.
import { Kind, parse, valueFromASTUntyped, visit, type ConstDirectiveNode } from "graphql";
import { withPlainNames } from "../../platform/graphql/linked-directives.ts";

export interface Weakening {
  /** Such as `Query.orders`. */
  coordinate: string;
  rule: "GUARD_WEAKENED" | "LIMIT_WEAKENED" | "HIDDEN_IS_PUBLIC" | "TAG_REMOVED" | "TAKEN_OVER" | "CHANGED_FOR_OTHERS";
  message: string;
}

type Values = Record<string, unknown>;
/** By directive and coordinate; a tag once for each name. */
type Found = Map<string, Values[]>;

const WATCHED = ["authenticated", "requiresScopes", "policy", "cost", "listSize", "inaccessible", "tag"];

/** Compares two supergraphs at all coordinates that both have. */
export function findWeakened(beforeSdl: string, afterSdl: string): Weakening[] {
  const [before, after] = [read(beforeSdl), read(afterSdl)];
  const weakened: Weakening[] = [];
  const add = (rule: Weakening["rule"], coordinate: string, message: string) =>
    weakened.push({ rule, coordinate, message: `${coordinate}: ${message}` });
  for (const [coordinate, directives] of before) {
    const now = after.get(coordinate);
    if (!now) continue;
    const [had, has] = [(name: string) => directives.get(name)?.[0], (name: string) => now.get(name)?.[0]];
    if (had("authenticated") && !has("authenticated") && !has("requiresScopes") && !has("policy"))
      add("GUARD_WEAKENED", coordinate, "@authenticated was removed");
    for (const [name, argument] of [
      ["requiresScopes", "scopes"],
      ["policy", "policies"],
    ] as const) {
      const demanded = had(name)?.[argument] as string[][] | undefined;
      if (demanded && !implies(has(name)?.[argument] as string[][] | undefined, demanded))
        add("GUARD_WEAKENED", coordinate, `@${name} allows viewers that were refused before`);
    }
    const [weight, weightNow] = [had("cost")?.weight, has("cost")?.weight];
    if (weight !== undefined && !(Number(weightNow) >= Number(weight)))
      add("LIMIT_WEAKENED", coordinate, `@cost was ${String(weight)} and is ${String(weightNow ?? "gone")}`);
    const [size, sizeNow] = [had("listSize"), has("listSize")];
    if (size && !sizeNow) add("LIMIT_WEAKENED", coordinate, "@listSize was removed");
    else if (size?.assumedSize !== undefined && !(Number(sizeNow?.assumedSize) >= Number(size.assumedSize)))
      add("LIMIT_WEAKENED", coordinate, "@listSize assumes a shorter list than before");
    if (had("inaccessible") && !has("inaccessible"))
      add("HIDDEN_IS_PUBLIC", coordinate, "@inaccessible was removed: clients can now see it");
    const tags = new Set(now.get("tag")?.map(({ name }) => String(name)));
    for (const { name } of directives.get("tag") ?? [])
      if (!tags.has(String(name))) add("TAG_REMOVED", coordinate, `the tag "${String(name)}" was removed`);
  }
  return weakened;
}

/** Whether `now` allows only viewers that `before` allowed; each is a list of alternatives, whose items are all required. */
function implies(now: string[][] | undefined, before: string[][]): boolean {
  return (
    now !== undefined && now.every((all) => before.some((demanded) => demanded.every((scope) => all.includes(scope))))
  );
}

function read(sdl: string): Map<string, Found> {
  const found = new Map<string, Found>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const here: Found = found.get(coordinate) ?? new Map();
    found.set(coordinate, here);
    for (const { name, arguments: given = [] } of directives) {
      if (!WATCHED.includes(name.value)) continue;
      const values = Object.fromEntries(given.map((one) => [one.name.value, valueFromASTUntyped(one.value)]));
      here.set(name.value, [...(here.get(name.value) ?? []), values]);
    }
  };
  let type = "";
  let field = "";
  visit(withPlainNames(parse(sdl)), {
    enter: (node) => {
      switch (node.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        case Kind.ENUM_TYPE_DEFINITION:
        case Kind.UNION_TYPE_DEFINITION:
        case Kind.SCALAR_TYPE_DEFINITION:
          [type, field] = [node.name.value, ""];
          return note(type, node.directives);
        case Kind.FIELD_DEFINITION:
          field = `${type}.${node.name.value}`;
          return note(field, node.directives);
        case Kind.ENUM_VALUE_DEFINITION:
          return note(`${type}.${node.name.value}`, node.directives);
        case Kind.INPUT_VALUE_DEFINITION:
          return note(`${field || type}.${node.name.value}`, node.directives);
        default:
          return undefined;
      }
    },
  });
  return found;
}
