// Rewrites of a plan on the input and output of a subgraph: set values, and rename fields that could not be selected under their own names.
import type { FetchNode } from "@apollo/query-planner";
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import { own } from "./json.ts";
import { isObject, type Json } from "./json.ts";

type Rewrites = NonNullable<FetchNode["inputRewrites"]>;
type Change = (thing: Json) => void;

const ON_TYPE = "... on ";

/** Whether the type `typename` is a type, or implements or belongs to it. */
export function isOfType(schema: GraphQLSchema, typename: string, condition: string): boolean {
  if (typename === condition) return true;
  const type = schema.getType(typename);
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}

/** Applies all rewrites of a fetch to one object; undefined if there are none. */
export function compileRewrites(schema: GraphQLSchema, rewrites: Rewrites | undefined): Change | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const changes = rewrites.map((rewrite) => ({ path: rewrite.path.slice(0, -1), change: changeOf(rewrite) }));
  return (thing) => {
    for (const { path, change } of changes) changeAt(schema, thing, path, 0, change);
  };
}

function changeOf(rewrite: Rewrites[number]): Change {
  const name = String(rewrite.path.at(-1));
  if (name.startsWith(ON_TYPE)) throw new Error(`Invalid rewrite in the query plan: it ends with the type ${name}.`);
  if (rewrite.kind === "ValueSetter") return (thing) => put(thing, name, rewrite.setValueTo);
  return (thing) => {
    const value = own(thing, name);
    // Zero, false, null and the empty string are values: the stock executor loses them here.
    if (value === undefined) return;
    put(thing, rewrite.renameKeyTo, value);
    thing[name] = undefined;
  };
}

/** Own properties only, also for names such as `constructor`. */
function put(thing: Json, name: string, value: unknown): void {
  if (!(name in Object.prototype)) thing[name] = value;
  else Object.defineProperty(thing, name, { value, enumerable: true, configurable: true, writable: true });
}

/** @param depth index in the path */
function changeAt(schema: GraphQLSchema, value: unknown, path: readonly string[], depth: number, change: Change): void {
  if (Array.isArray(value)) {
    for (const one of value) changeAt(schema, one, path, depth, change);
    return;
  }
  if (!isObject(value)) return;
  const part = path[depth];
  if (part === undefined) change(value);
  else if (!part.startsWith(ON_TYPE)) changeAt(schema, own(value, part), path, depth + 1, change);
  else if (mayBe(schema, value, part.slice(ON_TYPE.length))) changeAt(schema, value, path, depth + 1, change);
}

/** An object without a type may be of any type. */
function mayBe(schema: GraphQLSchema, { __typename: typename }: Json, condition: string): boolean {
  return !typename || (typeof typename === "string" && isOfType(schema, typename, condition));
}
