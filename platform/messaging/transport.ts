// What carries messages from a publisher's relay to the groups that hear it, besides the databases at both ends. It may lose, repeat, delay and
// forget whatever it likes: the relay publishes again what was not acknowledged, and a message is taken once however often it comes. It must not
// deliver what the publisher has not published, nor leave out a message between two that it delivers.
import type { Signer } from "../identity/identity.ts";

export interface Transport {
  publish(options: PublishOptions): Publishing;
  subscribe(options: SubscribeOptions): Subscription;
}

export interface PublishOptions {
  publisher: string;
  /** The groups that read it. */
  consumers: readonly string[];
  signer: Signer;
}

/** Messages that are appended at once are so many at most. */
export const LARGEST_BATCH = 500;

/** A publisher's side: its messages in the order of their numbers, which have no gaps. */
export interface Publishing {
  /** For people who look for it. */
  name: string;
  /** False: it is away, and nothing is to be tried. */
  isThere(): boolean;
  /** The last message, which somebody else may have written, and its number; undefined if there never was one. */
  last(): Promise<{ seq: number; text: string } | undefined>;
  /** Appends these texts if the last number is `expected`; the first gets the number `first`. Answers what the last number is then. */
  append(expected: number, first: number, texts: string[]): Promise<number>;
  /**
   * Whether no message is missing, and every one after `verified` that a group has still to take is the publisher's, and the last one in any
   * case. Costs as much as there are of these.
   */
  isWhole(end: number, verified: number): Promise<boolean>;
  /** How far each group that has the name of a known service has come, and no further than `end`. */
  acknowledged(end: number): Promise<Map<string, number>>;
  /** Removes the messages before this number, except those that were appended together with one that is kept. */
  trim(before: number): Promise<void>;
  delete(): Promise<void>;
  /** Tells the publisher's other processes that there is something to publish. If that is lost, they look a few seconds later. */
  wake(): void;
  /**
   * `woken`: there may be something to publish. `doubted`: a group has got what the publisher has not published; if that is forged, it costs one
   * check. `back`: it was away, and may have lost anything.
   */
  listen(hear: (what: "woken" | "doubted" | "back") => void): void;
  stop(): void;
}

export interface SubscribeOptions {
  group: string;
  /** Distinguishes this process from others of the group. What it has taken and not acknowledged comes again when it is back, or to another one. */
  instance: string;
  publishers: readonly string[];
  /** Called once for each message that the publisher has not published. It is not delivered. */
  onRefused(publisher: string, id: string): void;
}

export interface Delivery {
  id: string;
  text: string;
}

/** A group's side, of one process. */
export interface Subscription {
  /** From here on nothing is trimmed that this group has not acknowledged. Safe to repeat. */
  begin(publisher: string): Promise<void>;
  /**
   * What comes next of this publisher's, in order; what was read before and not acknowledged comes again, first. Waits a few seconds for it.
   * `isIdle`: there is nothing now.
   */
  read(publisher: string): Promise<{ deliveries: Delivery[]; isIdle: boolean }>;
  ack(publisher: string, ids: string[]): Promise<void>;
  /** Messages that this group has not acknowledged. */
  lag(): Promise<number>;
  /** Whoever waits is answered with an error. */
  stop(): void;
}
