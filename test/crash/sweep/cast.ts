// Who and what a story is told with.
import type { Person } from "../../../local/fixtures.ts";
import type { System } from "../../../local/system.ts";
import { createRandom } from "../../../testkit/random.ts";
import { Actor, type World } from "../actors.ts";

export interface Cast {
  world: World;
  system: System;
  buyer: Person;
  /** Whether every request is sent once more when it was answered. */
  repeats?: boolean;
  /** Runs one of the operator's commands, which can be killed under this name. @returns its exit code; null if it was killed */
  run(name: string, main: string, ...args: string[]): Promise<number | null>;
}

/** What happens before the message that is to be stopped, and what then. */
export interface Story {
  /** Whether the buyer's address is not verified when the story begins. */
  isUnverified?: true;
  prepare(cast: Cast): Promise<unknown>;
  tell(cast: Cast, prepared: never): Promise<void>;
  /** What must still be possible afterwards, undisturbed. */
  aftermath?(cast: Cast): Promise<unknown>;
}

export const actorOf = ({ world, repeats }: Cast, person: Person) =>
  new Actor(world, person, createRandom(1), repeats ? 1 : 0);
