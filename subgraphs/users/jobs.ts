// Recurring jobs, and the jobs that send notifications.
import { inSeconds, type JobKind, type RecurringJob } from "../../platform/jobs/jobs.ts";
import { reach } from "../../platform/core/fault-points.ts";
import { noteErasureMailed, repeatErasure } from "./commands/erasures.ts";
import { deleteNotification, forgetOldCodes } from "./commands/email-codes.ts";
import { pruneTries } from "./commands/password-tries.ts";
import type { Tokens } from "./credentials/tokens.ts";
import { ERASURE_MAIL_JOB, NOTIFICATION_JOB, LATER_NOTIFICATION_JOB, REPEAT_ERASURE_JOB } from "./job-names.ts";
import { mailErasure } from "./notifications/erasures.ts";
import { sendNotification, type MailDeps } from "./notifications/send.ts";

const FORGET_CODES_MS = 60 * 60 * 1_000;
const FORGET_TRIES_MS = 10 * 60 * 1_000;
const ROTATION_CHECK_MS = 60 * 60 * 1_000;

/** @param post null if no mail is sent */
export function createJobs(post: MailDeps | null): JobKind[] {
  return [...notifications(post), ...erasures(post)];
}

interface OfErasure {
  body: { erasureId: string };
}

function erasures(post: MailDeps | null): JobKind[] {
  return [
    {
      kind: ERASURE_MAIL_JOB,
      isExternal: true,
      run: async ({ database, complete }, { body: { erasureId } }: OfErasure) => {
        await mailErasure(database, post, erasureId);
        reach("last mail sent, not noted");
        await database.transaction(async (tx) => {
          await complete(tx);
          await noteErasureMailed(tx, erasureId);
        });
      },
    },
    {
      kind: REPEAT_ERASURE_JOB,
      run: ({ database, complete, postpone }, { body: { erasureId } }: OfErasure) =>
        database.transaction(async (tx) => {
          const again = await repeatErasure(tx, erasureId);
          return again === undefined ? complete(tx) : postpone(tx, inSeconds(again));
        }),
    },
  ];
}

function notifications(post: MailDeps | null): JobKind[] {
  return [NOTIFICATION_JOB, LATER_NOTIFICATION_JOB].map((kind): JobKind => ({
    kind,
    isExternal: true,
    run: async ({ database, complete }, { body: { letterId } }: { body: { letterId: string } }) => {
      await sendNotification(database, post, letterId);
      reach("account letter sent, not noted");
      await database.transaction(async (tx) => {
        await complete(tx);
        await deleteNotification(tx, letterId);
      });
    },
  }));
}

export function createRecurring(tokens: Tokens, keyDays: number): RecurringJob[] {
  return [
    { name: "forget old codes", every: { ms: FORGET_CODES_MS }, run: forgetOldCodes },
    {
      name: "rotate signing keys",
      every: { ms: ROTATION_CHECK_MS },
      run: async () => ((await tokens.rotate(keyDays)) ? 1 : 0),
    },
    {
      name: "forget tries of passwords",
      every: { ms: FORGET_TRIES_MS },
      run: (database) => database.transaction(pruneTries),
    },
  ];
}
