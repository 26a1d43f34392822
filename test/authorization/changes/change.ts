// What the tables expect of a mutation, and the ways to say it.
import { key, type Scene } from "../scene.ts";
import { EVERYBODY, SIGNED_IN, without, type Viewers } from "../viewers.ts";

type Values = Record<string, unknown>;

export interface Change {
  /** Who may do it. */
  by: Viewers;
  /** Who gets NotFound, as for a thing that does not exist. Others without permission get FORBIDDEN. */
  unknownTo: Viewers;
  given(scene: Scene): Values;
  /** Replaces parts of `given` for viewers with permission; null: not tried, because it would spoil the scene. */
  tried?: Values | null;
}

export type Changes = Record<string, Change | readonly Change[]>;

export const forEverybody = (given: Change["given"]): Change => ({ by: EVERYBODY, unknownTo: [], given });
export const forSignedIn = (given: Change["given"]): Change => ({ by: SIGNED_IN, unknownTo: [], given });
/** Others see that the thing exists, and get FORBIDDEN. */
export const forRole = (by: Viewers, given: Change["given"], tried?: Values | null): Change => ({
  by,
  unknownTo: [],
  given,
  ...(tried !== undefined && { tried }),
});
/** Of the viewers without permission, `seenBy` get FORBIDDEN, because they see that the thing exists. */
export const forThose = (by: Viewers, seenBy: Viewers, given: Change["given"], tried?: Values | null): Change => ({
  ...forRole(by, given, tried),
  unknownTo: without(SIGNED_IN, ...by, ...seenBy),
});

export const input = (values: (scene: Scene) => Values) => (scene: Scene) => ({ input: values(scene) });
export const BLANK = { name: " " };

export const event = ({ ids }: Scene) => ({ eventId: ids.event });
export const organization = ({ organizationId }: Scene) => ({ organizationId });
export const keyed = (values: Values) => ({ ...values, idempotencyKey: key() });
