// A queue of messages for one subscriber. Unlike a generator it can be ended while a consumer waits, so a disconnected client leaves
// nothing behind. Queued messages can be merged, so a slow client costs a bounded amount of memory.

export interface Mailbox<Message> extends AsyncIterableIterator<Message> {
  put(message: Message): void;
  /** Messages queued before the end are still delivered. */
  end(error?: Error): void;
}

export interface MailboxOptions<Message> {
  /** Merges two queued messages; undefined if they can't be merged. */
  merge?(older: Message, newer: Message): Message | undefined;
  /** Called once, when the reader or the writer has ended it. */
  onEnd?(): void;
  /** Minimum time between two messages. */
  minGapMs?: number;
}

export function createMailbox<Message>({ merge, onEnd, minGapMs = 0 }: MailboxOptions<Message> = {}): Mailbox<Message> {
  const waiting: Message[] = [];
  let reader: { resolve(result: IteratorResult<Message>): void; reject(error: Error): void } | undefined;
  let ended: { error?: Error } | undefined;
  let nextAt = 0;
  let timer: NodeJS.Timeout | undefined;

  function finish(error?: Error): void {
    if (ended) return;
    ended = error ? { error } : {};
    onEnd?.();
  }

  function deliver(): void {
    if (!reader) return;
    const wait = nextAt - Date.now();
    if (waiting.length > 0 && wait > 0 && !ended) {
      timer ??= setTimeout(() => {
        timer = undefined;
        deliver();
      }, wait);
      return;
    }
    const { resolve, reject } = reader;
    if (waiting.length > 0) {
      reader = undefined;
      nextAt = Date.now() + minGapMs;
      resolve({ done: false, value: waiting.shift() as Message });
    } else if (ended) {
      reader = undefined;
      if (ended.error) reject(ended.error);
      else resolve({ done: true, value: undefined });
    }
  }

  return {
    put: (message) => {
      if (ended) return;
      const last = waiting.at(-1);
      const merged = last !== undefined && merge ? merge(last, message) : undefined;
      if (merged !== undefined) waiting[waiting.length - 1] = merged;
      else waiting.push(message);
      deliver();
    },
    end: (error) => {
      finish(error);
      deliver();
    },
    next: () =>
      new Promise((resolve, reject) => {
        reader = { resolve, reject };
        deliver();
      }),
    return: async () => {
      waiting.length = 0;
      clearTimeout(timer);
      finish();
      deliver();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
