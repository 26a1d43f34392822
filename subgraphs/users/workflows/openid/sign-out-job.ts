// Back-channel logout: an app is told that a person's session has ended. The job is written by a trigger, in the transaction that ends it.
import { reach } from "../../../../platform/core/fault-points.ts";
import type { JobKind } from "../../../../platform/jobs/jobs.ts";
import { TELL_OF_SIGN_OUT_JOB } from "../../job-names.ts";
import type { OpenId } from "./provider.ts";

/** An app that is away for longer learns it when a token is refused. */
const MOST_ATTEMPTS = 12;

export function signOutJob(openId: () => OpenId | null): JobKind {
  return {
    kind: TELL_OF_SIGN_OUT_JOB,
    isExternal: true,
    mostAttempts: MOST_ATTEMPTS,
    run: async ({ database, complete }, { body }: { body: { clientId: string; userId: string; sid: string } }) => {
      await openId()?.tellOfSignOut(body);
      reach("app told of a sign-out, not noted");
      await database.transaction((tx) => complete(tx));
    },
  };
}
