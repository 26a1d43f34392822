// Where a browser goes after it has signed in: a page of this host only, or a link could lead from our sign-in to another site.

export const HOME = "/account/";
export const SIGN_IN = "/account/sign-in";

const BASE = "http://host.invalid";

/** The path and search of a local target; HOME for anything else. */
export function localTarget(target: string | null | undefined): string {
  if (!target?.startsWith("/") || target.length > 2_000) return HOME;
  const url = URL.parse(target, BASE);
  // After normalization: `/.//other.example` becomes `//other.example`, which names another host.
  if (url?.origin !== BASE || url.pathname.startsWith("//")) return HOME;
  return `${url.pathname}${url.search}`;
}
