// Entities are defined when the first of them is used: MikroORM takes 20 MB and a tenth of a second of each start.
import type { defineEntity, EntitySchema, InferEntity, p } from "@mikro-orm/core";

interface MikroOrm {
  defineEntity: typeof defineEntity;
  p: typeof p;
}

/** MikroORM's own functions, and `of` for an entity that another one refers to. */
export interface Definitions extends MikroOrm {
  of<Entity>(entity: Entity): Entity;
}

const definitions = new WeakMap<object, (orm: MikroOrm) => unknown>();

/** A lazy entity definition: `define` is called once, on first use. A session treats it as the entity. */
export function entity<Defined extends EntitySchema>(define: (definitions: Definitions) => Defined): Defined {
  const standIn = Object.freeze({}) as Defined;
  let defined: Defined | undefined;
  definitions.set(
    standIn,
    (orm) =>
      (defined ??= define({
        defineEntity: orm.defineEntity,
        p: orm.p,
        of: (other) => definitionOf(orm, other),
      })),
  );
  return standIn;
}

/** The referenced entity; other values are unchanged. */
export function definitionOf<Given>(orm: MikroOrm, given: Given): Given {
  const define = typeof given === "object" && given !== null ? definitions.get(given) : undefined;
  return define ? (define(orm) as Given) : given;
}

/** An entity as read: nullable properties are never undefined. */
export type Loaded<Entity> = {
  [Property in keyof InferEntity<Entity>]: Exclude<InferEntity<Entity>[Property], undefined>;
};
