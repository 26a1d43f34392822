// Refusals that ask for a recent proof of identity, or for a second factor.
import type { ElevationReason } from "./users.generated.ts";

export const SECURITY = "/account/security";
export const CONFIRM = "/account/confirm";

/** Page that a refusal ElevationRequired leads to; undefined for another result. */
export function elevation(
  result: { __typename: string; reason?: ElevationReason },
  from: string,
): { to: string } | undefined {
  return result.__typename === "ElevationRequired" ? { to: elevationPage(result.reason, from) } : undefined;
}

export function elevationPage(reason: ElevationReason | undefined, from: string): string {
  return reason === "ENROLL_FACTOR" ? `${SECURITY}?done=enroll` : `${CONFIRM}?${new URLSearchParams({ to: from })}`;
}
