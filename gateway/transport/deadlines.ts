// Many deadlines with one timer: a timer for each request would be a noticeable part of its cost.

/** A deadline is noticed at most this late. */
const LOOK_EVERY_MS = 20;

export interface Deadline {
  /** As performance.now(). */
  readonly deadline: number;
  /** Called at most once. */
  giveUp(): void;
}

export class Deadlines {
  readonly #all = new Set<Deadline>();
  #looking: NodeJS.Timeout | undefined;

  add(one: Deadline): void {
    this.#all.add(one);
    this.#looking ??= setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Cancels the deadline. */
  delete(one: Deadline): void {
    this.#all.delete(one);
  }

  #look(): void {
    const now = performance.now();
    for (const one of this.#all) {
      if (one.deadline > now) continue;
      this.#all.delete(one);
      one.giveUp();
    }
    if (this.#all.size > 0) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
  }
}
