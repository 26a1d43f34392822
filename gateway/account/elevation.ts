// Refusals that ask for a recent proof of identity, or for a second factor.
import type { ElevationReason } from "./users.generated.ts";

export const SECURITY = "/account/security";
export const CONFIRM = "/account/confirm";

/** Page that a refusal ElevationRequired leads to; undefined for another result. */
export function elevation(
  result: { __typename: string; reason?: ElevationReason },
  from: string,
): { to: string } | undefined {
  if (result.__typename !== "ElevationRequired") return undefined;
  if (result.reason === "ENROLL_FACTOR") return { to: `${SECURITY}?done=enroll` };
  return { to: `${CONFIRM}?${new URLSearchParams({ to: from })}` };
}
