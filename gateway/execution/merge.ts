// Joins what one subgraph says of a thing to what others have said of it, as the stock executor does (deepMerge.js in
// @apollo/gateway), and finds the things that a path of the plan leads to.
import { assert } from "@apollo/federation-internals";
import type { ResponsePath } from "@apollo/query-planner";
import type { Json } from "./run.ts";

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What an object says under a name, never what it inherits: clients choose response names, `constructor` if they like.
 * JSON holds no functions, and objects inherit nothing else (`__proto__` is no response name here).
 */
export function own(object: Json, name: string): unknown {
  const value = object[name];
  return typeof value === "function" ? undefined : value;
}

/** What `source` says counts; objects and lists of the same length are merged. `source` may become part of `target`. */
export function mergeInto(target: Json, source: Json | null | undefined): void {
  if (source === undefined || source === null) return;
  for (const key in source) {
    const next = source[key];
    // JSON may hold this key, and assigning to it would change the target's prototype.
    if (next === undefined || key === "__proto__") continue;
    const before = own(target, key);
    if (!before || typeof next !== "object" || next === null) target[key] = next;
    else if (!Array.isArray(next)) mergeInto(before as Json, next as Json);
    else if (Array.isArray(before) && before.length === next.length) mergeLists(before, next);
    else target[key] = next;
  }
}

function mergeLists(target: unknown[], source: unknown[]): void {
  for (let index = 0; index < source.length; index++) {
    const before = target[index];
    const next = source[index];
    if (isObject(before) && isObject(next)) mergeInto(before, next);
    else target[index] = next;
  }
}

/**
 * The things at a path, in order, without nulls; `@` stands for every element of a list.
 * @throws Error where the data is no list, or a list, against the path.
 */
export function entitiesAt(data: unknown, path: ResponsePath): Json[] {
  const found: Json[] = [];
  collect(data, path, 0, found);
  return found;
}

function collect(value: unknown, path: ResponsePath, depth: number, found: Json[]): void {
  let at = value;
  for (let index = depth; index < path.length; index++) {
    if (at === undefined || at === null) return;
    const part = path[index]!;
    if (part === "@") {
      assert(Array.isArray(at), "Expected a list in the result");
      for (const element of at) collect(element, path, index + 1, found);
      return;
    }
    assert(!Array.isArray(at), () => `Unexpected array in result for path element ${part}`);
    at = own(at as Json, part as string);
  }
  if (at !== undefined && at !== null) found.push(at as Json);
}

/** Where the things at a path are in the response: the same order as entitiesAt. */
export function pathsOf(data: unknown, path: ResponsePath): ResponsePath[] {
  const found: ResponsePath[] = [];
  const walk = (value: unknown, depth: number, before: ResponsePath): void => {
    if (value === undefined || value === null) return;
    const part = path[depth];
    if (part === undefined) found.push(before);
    else if (Array.isArray(value))
      value.forEach((element, index) => walk(element, part === "@" ? depth + 1 : depth, [...before, index]));
    else walk(own(value as Json, part as string), depth + 1, [...before, part]);
  };
  walk(data, 0, []);
  return found;
}
