// What the service worker looks at, and how it says that a page is kept.
import { assetsIn, hasMorePages, isTicketPage, keptPage, mayChangePerson, ticketsIn } from "../worker/requests.ts";

const at = (path: string) => new URL(path, "http://localhost");

test("only the first list of tickets and single tickets are kept", () => {
  for (const kept of ["/tickets", "/t/1"]) expect([kept, isTicketPage(at(kept))]).toEqual([kept, true]);
  for (const not of ["/", "/tickets?after=1", "/t/1/ticket.pdf", "/t/", "/order/1", "/hold/1", "/account/", "/take"])
    expect([not, isTicketPage(at(not))]).toEqual([not, false]);
});

test.each([
  ["POST", "/session", true],
  ["DELETE", "/session", true],
  ["POST", "/session/end", true],
  ["POST", "/session/refresh", false],
  ["GET", "/session/continue?to=/tickets", false],
  ["POST", "/account/sign-in", true],
  ["POST", "/account/delete", true],
  ["GET", "/account/sign-in?to=/tickets", true],
  ["GET", "/account/external/callback/somebody", true],
  ["GET", "/account/", false],
  ["POST", "/oidc/token", true],
  ["POST", "/enter?event=1", true],
  ["POST", "/e/1", false],
  ["POST", "/graphql", false],
])("%s %s: the person may change: %s", (method, path, expected) => {
  expect(mayChangePerson(method, at(path))).toBe(expected);
});

const PAGE = `<link rel="stylesheet" href="/assets/a.css"><script type="module" src="/assets/a.js"></script>
<a href="/t/1">A</a><a href="/t/2">$&</a><a href="/t/1">A</a><a href="/t/1/ticket.pdf">PDF</a>
<script type="application/json" id="page">{"view":"ticket","data":{"name":"$& \\u003c/script>"}}</script></body>`;

test("tickets and files of a page are found in it", () => {
  expect(ticketsIn(PAGE)).toEqual(["/t/1", "/t/2"]);
  expect(assetsIn(PAGE)).toEqual(["/assets/a.css", "/assets/a.js"]);
  expect(hasMorePages(PAGE)).toBe(false);
  expect(hasMorePages(`${PAGE}<a href="/tickets?after=x">`)).toBe(true);
});

test("a kept page says since when, as HTML and as data, and is otherwise the same", () => {
  const html = keptPage(PAGE, "2026-11-28T14:05:00.000Z", false);
  expect(html.replace('"keptAt":"2026-11-28T14:05:00.000Z",', "")).toBe(PAGE);
  expect(JSON.parse(keptPage(PAGE, "2026-11-28T14:05:00.000Z", true))).toEqual({
    page: { keptAt: "2026-11-28T14:05:00.000Z", view: "ticket", data: { name: "$& </script>" } },
  });
});
