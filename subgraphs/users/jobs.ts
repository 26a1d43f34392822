// Recurring jobs, and the jobs that send notifications.
import type { JobKind, RecurringJob } from "../../platform/jobs/jobs.ts";
import { reach } from "../../platform/core/fault-points.ts";
import { deleteNotification, forgetOldCodes } from "./commands/email-codes.ts";
import { forgetFlows } from "./commands/external-sign-ins.ts";
import { forgetPasskeyChallenges } from "./commands/passkeys.ts";
import { pruneDevices } from "./commands/known-devices.ts";
import { forgetOldAlerts } from "./commands/security-alerts.ts";
import { pruneTries } from "./commands/password-tries.ts";
import { forgetOldChallenges } from "./commands/second-factors.ts";
import type { Tokens } from "./credentials/tokens.ts";
import {
  ALERT_JOB,
  GUEST_JOB,
  LATER_NOTIFICATION_JOB,
  NOTIFICATION_JOB,
  SUPPORT_MAIL_JOB,
  WARNING_JOB,
} from "./job-names.ts";
import { erasureJobs } from "./workflows/erasure-jobs.ts";
import { exportJobs, type Exporting } from "./workflows/export-data.ts";
import { tellHeads } from "./workflows/audit-heads.ts";
import type { OpenId } from "./workflows/openid/provider.ts";
import { signOutJob } from "./workflows/openid/sign-out-job.ts";
import { sendNotification, type MailDeps } from "./notifications/send.ts";
import { mailView } from "./notifications/support-views.ts";

const FORGET_CODES_MS = 60 * 60 * 1_000;
const FORGET_TRIES_MS = 10 * 60 * 1_000;
const TELL_HEADS_MS = 60 * 60 * 1_000;
const ROTATION_CHECK_MS = 60 * 60 * 1_000;

export interface JobOptions extends Exporting {
  archiveDir: string | undefined;
  openId(): OpenId | null;
}

export function createJobs({ archiveDir, openId, ...exporting }: JobOptions): JobKind[] {
  const { post } = exporting;
  return [
    ...notifications(post),
    ...supportMail(exporting),
    ...erasureJobs(post, archiveDir),
    ...exportJobs(exporting),
    signOutJob(openId),
  ];
}

function supportMail({ post, verification }: Pick<Exporting, "post" | "verification">): JobKind[] {
  return [
    {
      kind: SUPPORT_MAIL_JOB,
      isExternal: true,
      run: async ({ database, complete }, { body: { sessionId } }: { body: { sessionId: string } }) => {
        if (post) await mailView(database, post.mailer, { sessionId, verification });
        reach("mail about a support view sent, not noted");
        await database.transaction((tx) => complete(tx));
      },
    },
  ];
}

/** @param post null if no mail is sent */
function notifications(post: MailDeps | null): JobKind[] {
  return [NOTIFICATION_JOB, LATER_NOTIFICATION_JOB, ALERT_JOB, WARNING_JOB, GUEST_JOB].map((kind): JobKind => ({
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
    {
      name: "forget old codes",
      every: { ms: FORGET_CODES_MS },
      run: async (database) =>
        (await forgetOldCodes(database)) +
        (await forgetOldChallenges(database)) +
        (await forgetPasskeyChallenges(database)) +
        (await forgetFlows(database)),
    },
    { name: "log the heads of audit logs", every: { ms: TELL_HEADS_MS }, run: tellHeads },
    { name: "forget old alerts", every: { ms: FORGET_CODES_MS }, run: forgetOldAlerts },
    {
      name: "forget devices",
      every: { ms: FORGET_CODES_MS },
      run: (database) => database.transaction(pruneDevices),
    },
    {
      name: "rotate signing keys",
      every: { ms: ROTATION_CHECK_MS },
      run: async () => ((await tokens.keys.rotate(keyDays)) ? 1 : 0),
    },
    {
      name: "forget tries of passwords",
      every: { ms: FORGET_TRIES_MS },
      run: (database) => database.transaction(pruneTries),
    },
  ];
}
