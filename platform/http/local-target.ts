// Addresses of this host: a link must not lead from a page of ours to another site.

const BASE = "http://host.invalid";

/** The path and search of a target on this host; undefined for any other. */
export function localTarget(target: string | null | undefined): string | undefined {
  if (!target?.startsWith("/") || target.length > 2_000) return undefined;
  const url = URL.parse(target, BASE);
  // After normalization: `/.//other.example` becomes `//other.example`, which names another host.
  if (url?.origin !== BASE || url.pathname.startsWith("//")) return undefined;
  return `${url.pathname}${url.search}`;
}
