// Jobs of an erasure: the last mail, the list outside of the database, and the repetition.
import { reach } from "../../../platform/core/fault-points.ts";
import { inSeconds, type JobKind } from "../../../platform/jobs/jobs.ts";
import { noteErasureMailed, repeatErasure } from "../commands/erasures.ts";
import { ERASURE_MAIL_JOB, LIST_ERASURE_JOB, REPEAT_ERASURE_JOB } from "../job-names.ts";
import { mailErasure } from "../notifications/erasures.ts";
import type { MailDeps } from "../notifications/send.ts";
import { listErased } from "./erased-list.ts";

interface OfErasure {
  body: { erasureId: string };
}

/** @param archiveDir undefined: there is no list */
export function erasureJobs(post: MailDeps | null, archiveDir: string | undefined): JobKind[] {
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
      kind: LIST_ERASURE_JOB,
      run: async ({ database, complete }, { body: { erasureId } }: OfErasure) => {
        if (archiveDir !== undefined) await listErased(database, archiveDir, erasureId);
        reach("erased person listed, not noted");
        await database.transaction((tx) => complete(tx));
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
