// Rules of new passwords. A worker thread judges whether a password is stolen or easily guessed: that takes 5 to 450 ms, which would delay
// other requests. The thread starts with the first new password, and ends after a while without any, to free its dictionaries.
import { createThread, type Thread } from "../../../platform/core/worker-thread.ts";
import { PasswordTooWeak } from "../errors.ts";
import type { Owner } from "./password-strength.ts";
import type { Asked, Settings } from "./password-thread.ts";
import { MAX_BYTES, opaqueString } from "./passwords.ts";

export interface NewPasswords {
  /**
   * @param account key of fair queueing: accounts take turns
   * @throws PasswordTooWeak; RATE_LIMITED if too many wait
   */
  check(password: string, owner: Owner, account: string): Promise<void>;
  stop(): Promise<void>;
}

const MIN_CHARACTERS = 8;
const LIMITS = { maxQueue: 200, maxQueueOfOne: 10, maxWaitMs: 10_000, deadlineMs: 10_000, heapMb: 200 };
const IDLE_MS = 300_000;

/** @param breachedFile `USERS_BREACHED_FILE`, validated */
export function createNewPasswords(breachedFile?: string, { idleMs = IDLE_MS } = {}): NewPasswords {
  const data: Settings = { breachedFile };
  let thread: Thread<Asked, string | undefined> | undefined;
  let idle: NodeJS.Timeout | undefined;

  function retireWhenIdle(): void {
    clearTimeout(idle);
    idle = setTimeout(() => {
      thread?.retire();
      thread = undefined;
    }, idleMs).unref();
  }

  return {
    check: async (password, owner, account) => {
      const opaque = opaqueString(password);
      if ([...opaque].length < MIN_CHARACTERS)
        throw new PasswordTooWeak(`It has fewer than ${MIN_CHARACTERS} characters.`);
      if (Buffer.byteLength(opaque) > MAX_BYTES) throw new PasswordTooWeak(`It has more than ${MAX_BYTES} bytes.`);
      thread ??= createThread(new URL("./password-thread.ts", import.meta.url), { ...LIMITS, data });
      retireWhenIdle();
      const reasons = await thread.ask({ password: opaque, owner }, account);
      if (reasons !== undefined) throw new PasswordTooWeak(reasons);
    },
    stop: async () => {
      clearTimeout(idle);
      await thread?.stop();
    },
  };
}
