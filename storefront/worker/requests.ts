// Which requests the service worker looks at. All others go past it.

export const LIST = "/tickets";

/** The list of tickets, or one ticket: not its files, and no later page of the list. */
export const isTicketPage = ({ pathname, search }: URL): boolean =>
  search === "" && (pathname === LIST || /^\/t\/[^/]+$/.test(pathname));

/** Whether another person, or nobody, may be signed in after this request. It is true too often rather than too seldom. */
export function mayChangePerson(method: string, { pathname }: URL): boolean {
  const isBelow = (folder: string) => pathname === folder || pathname.startsWith(`${folder}/`);
  // Where the gateway sends browsers whose session has ended, and where other identity providers send them back to.
  if (method === "GET") return isBelow("/account/sign-in") || isBelow("/account/external");
  if (pathname === "/session/refresh" || pathname === "/graphql") return false;
  return isBelow("/session") || isBelow("/account") || isBelow("/oidc") || pathname === "/enter";
}

/** Paths of the tickets that a page links to, in its order. */
export const ticketsIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/href="(\/t\/[^"/?#]+)"/g)].map(([, path]) => path!)),
];

export const hasMorePages = (html: string): boolean => html.includes('href="/tickets?after=');

/** Files of the build that a page loads. */
export const assetsIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!)),
];

const DATA = /(<script type="application\/json" id="page">)\{(.*?)(<\/script>)/s;

/** The kept page, saying since when it is kept: as HTML, or as the data that a script of an open page asks for. */
export function keptPage(html: string, keptAt: string, asData: boolean): string {
  const mark = `{"keptAt":${JSON.stringify(keptAt)},`;
  if (!asData) return html.replace(DATA, (_, open: string, data: string, close: string) => open + mark + data + close);
  return `{"page":${mark}${DATA.exec(html)?.[2] ?? "}"}}`;
}
