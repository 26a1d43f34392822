// What happens because time passed, or because somebody is to be written to.
import type { JobKind } from "../../platform/jobs/jobs.ts";
import { reach } from "../../platform/core/fault-points.ts";
import { rows, sql } from "../../platform/postgres/sql.ts";
import { LETTER_JOB } from "./commands/email-codes.ts";
import { sendLetter, type Post } from "./notifications/send.ts";

/** `post`: null where no mail is sent. */
export function createJobs(post: Post | null): JobKind[] {
  return [
    {
      kind: LETTER_JOB,
      isErrand: true,
      run: async ({ database, complete }, { body: { letterId } }: { body: { letterId: string } }) => {
        await sendLetter(database, post, letterId);
        reach("account letter sent, not noted");
        await database.transaction(async (tx) => {
          await complete(tx);
          await rows(tx, sql`delete from letter where id = ${letterId}`);
        });
      },
    } as JobKind,
  ];
}
