// Where a browser goes after it has signed in: a page of this host only.
import { localTarget as localPath } from "../../platform/http/local-target.ts";

export const HOME = "/account/";
export const SIGN_IN = "/account/sign-in";

/** The path and search of a local target; HOME for anything else. */
export const localTarget = (target: string | null | undefined): string => localPath(target) ?? HOME;
