// Carries messages from a publisher's relay to its consumer groups, between the databases at both ends. It may lose, repeat and delay
// messages: the relay publishes unacknowledged ones again, and the inbox handles each message once. It must not deliver messages that the
// publisher did not publish, nor skip a message between two delivered ones.
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

/** Maximum number of messages in one append. */
export const LARGEST_BATCH = 500;

/** A publisher's side: its messages in the order of their numbers, which have no gaps. */
export interface Publishing {
  /** For operators and logs. */
  name: string;
  /** False: it is down, so calls are pointless. */
  isThere(): boolean;
  /** The last message, possibly written by an intruder, and its number; undefined if there never was one. */
  last(): Promise<{ seq: number; text: string } | undefined>;
  /** Appends these texts if the last number is `expected`; the first gets the number `first`. Returns the last number afterwards. */
  append(expected: number, first: number, texts: string[]): Promise<number>;
  /**
   * Whether no message is missing, and the publisher signed the last one and every pending one after `verified`. Costs as much as there are
   * of these.
   */
  isWhole(end: number, verified: number): Promise<boolean>;
  /** Progress of each group of a known service, up to `end`. */
  acknowledged(end: number): Promise<Map<string, number>>;
  /** Removes the messages before this number, except those in a batch with one that stays. */
  trim(before: number): Promise<void>;
  delete(): Promise<void>;
  /** Wakes the publisher's other processes: there is something to publish. If that is lost, they poll a few seconds later. */
  wake(): void;
  /**
   * `woken`: there may be something to publish. `doubted`: a group got an entry without a valid signature; a forged notification costs one
   * check. `back`: the transport was down and may have lost anything.
   */
  listen(hear: (what: "woken" | "doubted" | "back") => void): void;
  stop(): void;
}

export interface SubscribeOptions {
  group: string;
  /**
   * Distinguishes this process from others of the group. Its unacknowledged messages are delivered again after its restart, or to another
   * process.
   */
  instance: string;
  publishers: readonly string[];
  /** Called once for each message that the publisher did not publish. It is not delivered. */
  onRefused(publisher: string, id: string): void;
}

export interface Delivery {
  id: string;
  text: string;
}

/** A group's side, of one process. */
export interface Subscription {
  /** From now on no message is trimmed before this group has acknowledged it. Safe to repeat. */
  begin(publisher: string): Promise<void>;
  /**
   * The next messages of this publisher, in order; unacknowledged ones come again, first. Waits a few seconds for it. `isIdle`: there is
   * nothing now.
   */
  read(publisher: string): Promise<{ deliveries: Delivery[]; isIdle: boolean }>;
  ack(publisher: string, ids: string[]): Promise<void>;
  /** Messages that this group has not acknowledged. */
  lag(): Promise<number>;
  /** Pending calls fail with an error. */
  stop(): void;
}
