// Merges a subgraph's data for an object into the data of others, like the stock executor (deepMerge.js in
// @apollo/gateway). Also finds the objects at a path of the plan.
import type { ResponsePath } from "@apollo/query-planner";
import { isObject, own, type Json } from "./json.ts";

/** `source` wins; objects and lists of the same length are merged. `source` may become part of `target`. */
export function mergeInto(target: Json, source: Json | null | undefined): void {
  if (source === undefined || source === null) return;
  for (const key in source) {
    const next = source[key];
    // JSON may hold this key, and assigning to it would change the target's prototype.
    if (next === undefined || key === "__proto__") continue;
    // Most values are leaves.
    if (typeof next !== "object" || next === null) {
      target[key] = next;
      continue;
    }
    const before = own(target, key);
    if (isObject(before) && isObject(next)) mergeInto(before, next);
    else if (Array.isArray(before) && Array.isArray(next) && before.length === next.length) mergeLists(before, next);
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
 * The objects at a path, in order, without nulls; `@` stands for every element of a list. Values whose shape does not match the path are
 * skipped here, and are errors in the response.
 */
export function entitiesAt(data: unknown, path: ResponsePath): Json[] {
  const found: Json[] = [];
  collect(data, path, 0, found);
  return found;
}

function collect(value: unknown, path: ResponsePath, depth: number, found: Json[]): void {
  let at = value;
  for (let index = depth; index < path.length; index++) {
    const part = path[index]!;
    if (part === "@") {
      if (Array.isArray(at)) for (const element of at) collect(element, path, index + 1, found);
      return;
    }
    if (!isObject(at)) return;
    at = own(at, part as string);
  }
  if (isObject(at)) found.push(at);
}

/** Response paths of the objects at a path, in the order of entitiesAt. */
export function pathsOf(data: unknown, path: ResponsePath): ResponsePath[] {
  const found: ResponsePath[] = [];
  const walk = (value: unknown, depth: number, before: ResponsePath): void => {
    const part = path[depth];
    if (part === undefined) {
      if (isObject(value)) found.push(before);
    } else if (part === "@") {
      if (Array.isArray(value)) value.forEach((element, index) => walk(element, depth + 1, [...before, index]));
    } else if (isObject(value)) walk(own(value, part as string), depth + 1, [...before, part]);
  };
  walk(data, 0, []);
  return found;
}
