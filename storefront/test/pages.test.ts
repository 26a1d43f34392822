// Addresses, selections, languages, the cache of pages, posters.
import { createFormat } from "../app/format.ts";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createPageCache } from "../page-cache.ts";
import { periodOf, searchIn } from "../pages/find.ts";
import { pageAt } from "../pages/routes.ts";
import { enterPath, parametersOf, selectionIn } from "../pages/selection.ts";
import { publicPage, sendPublicPage } from "../public-page.ts";
import { poster } from "../posters.ts";

test("an address has at most one page, with its parameters", () => {
  expect(pageAt("/e/1")?.params).toEqual({ id: "1" });
  expect(pageAt("/e/1/seats")?.page.path).toBe("/e/:id/seats");
  expect(pageAt("/t/1/wallet/apple")?.params).toEqual({ id: "1", kind: "apple" });
  for (const none of ["/e", "/e/", "/e/1/other", "/nowhere", "//"]) expect(pageAt(none)).toBeUndefined();
});

test("the end of an event names its day only if that is another one at the venue", () => {
  const { end } = createFormat("en");
  const start = "2026-12-12T18:00:00Z";
  expect(end("2026-12-12T22:30:00Z", start, "Europe/Berlin").replace(/\s/u, " ")).toBe("11:30 PM");
  expect(end("2026-12-12T23:30:00Z", start, "Europe/Berlin")).toMatch(/December 13.*12:30/);
});

test("a selection survives the way through an address", () => {
  const best = selectionIn(new URLSearchParams("quantity=3&tier=t&apart=1&wheelchairs=1&code= VIP &access=a"), "e");
  expect(best).toMatchObject({ quantity: 3, tier: "t", together: false, wheelchairPlaces: 1, promoCode: "VIP" });
  expect(selectionIn(parametersOf(best), "e")).toEqual(best);
  const seats = selectionIn(new URLSearchParams("seat=a&seat=b"), "e");
  expect(selectionIn(parametersOf(seats), "e").seatIds).toEqual(["a", "b"]);
  expect(enterPath(seats)).toBe("/enter?event=e&seat=a&seat=b");
  for (const wrong of ["0", "-1", "51", "x", "1.5"])
    expect(selectionIn(new URLSearchParams({ quantity: wrong }), "e").quantity).toBe(wrong === "0" ? 1 : 2);
});

test("a search takes only categories and periods that exist", () => {
  const params = new URLSearchParams({ q: ` ${"x".repeat(300)}`, category: "SPORT", when: "weekend" });
  expect(searchIn(params)).toMatchObject({ text: "x".repeat(200), category: "SPORT", when: "weekend" });
  expect(searchIn(new URLSearchParams("category=NONE&when=never"))).toMatchObject({ category: "", when: "" });
});

test.each([
  ["2026-11-25T12:00:00Z", "2026-11-27T16:00:00.000Z", "2026-11-30T00:00:00.000Z"],
  ["2026-11-28T09:00:00Z", "2026-11-28T09:00:00.000Z", "2026-11-30T00:00:00.000Z"],
  ["2026-11-29T09:00:00Z", "2026-11-29T09:00:00.000Z", "2026-11-30T00:00:00.000Z"],
  ["2026-11-30T09:00:00Z", "2026-12-04T16:00:00.000Z", "2026-12-07T00:00:00.000Z"],
])("on %s the weekend begins at %s and ends at %s", (now, startsAfter, startsBefore) => {
  expect(periodOf("weekend", new Date(now))).toEqual({ startsAfter, startsBefore });
});

type Made = { status: number; body: Buffer; gzipped: Buffer };
const page = (text: string, status: number): Made => ({ status, body: Buffer.from(text), gzipped: Buffer.alloc(0) });

test("a page is made once at a time, shown while its successor is made, and not replaced by a failure", async () => {
  let now = 0;
  const cache = createPageCache<Made>(() => now);
  const made: (() => void)[] = [];
  let count = 0;
  const make = () =>
    new Promise<Made>((resolve) => {
      const text = `page ${(count += 1)}`;
      made.push(() => resolve(page(text, text === "page 3" ? 503 : 200)));
    });
  const first = [cache.get("a", make), cache.get("a", make)];
  made.shift()!();
  expect((await Promise.all(first)).map(({ body }) => body.toString())).toEqual(["page 1", "page 1"]);
  now = 500;
  expect(`${(await cache.get("a", make)).body}`).toBe("page 1");
  expect(count).toBe(1);
  now = 1_500;
  expect(`${(await cache.get("a", make)).body}`).toBe("page 1");
  expect(count).toBe(2);
  made.shift()!();
  await new Promise(setImmediate);
  now = 3_000;
  const stale = await cache.get("a", make);
  expect(`${stale.body}`).toBe("page 2");
  made.shift()!();
  await new Promise(setImmediate);
  now = 3_500;
  expect(`${(await cache.get("a", make)).body}`).toBe("page 2");
});

test("a refusal of one visitor is shown to nobody else", async () => {
  let now = 0;
  const cache = createPageCache<Made>(() => now);
  const refused = async () => page("too many", 429);
  const shown = async () => page("page", 200);
  expect((await cache.get("a", refused)).status).toBe(429);
  expect(`${(await cache.get("a", shown)).body}`).toBe("page");
  now = 20_000;
  // Too old to be shown at once, but better than a refusal.
  expect(`${(await cache.get("a", refused)).body}`).toBe("page");
});

test("a page for everybody is sent compressed, and not again to who has it", async () => {
  const text = `<p>${"seat ".repeat(500)}</p>`;
  const ready = await publicPage(200, "text/html", text);
  const server = createServer((request, response) => sendPublicPage(request, response, ready)).listen(0);
  const { port } = server.address() as AddressInfo;
  const ask = (headers: Record<string, string>) => fetch(`http://localhost:${port}/`, { headers });
  try {
    const [plain, gzipped] = [await ask({ "accept-encoding": "identity" }), await ask({ "accept-encoding": "gzip" })];
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, text]);
    expect([gzipped.headers.get("content-encoding"), await gzipped.text()]).toEqual(["gzip", text]);
    expect(gzipped.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await ask({ "if-none-match": gzipped.headers.get("etag")! })).status).toBe(304);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("posters are the same for ever, and well-formed for every category", () => {
  for (const category of ["CONCERT", "THEATRE", "SPORT", "FESTIVAL", "CONFERENCE", "JOURNEY", "OTHER"]) {
    const drawn = poster(category, "01a21fe9-8bb9-7433-ac53-c6a8500941cb");
    expect(drawn).toBe(poster(category, "01a21fe9-8bb9-7433-ac53-c6a8500941cb"));
    expect(drawn).toMatch(/^<svg [^>]+>.*<\/svg>$/);
    expect(drawn).not.toContain("NaN");
    expect(drawn.length).toBeLessThan(12_000);
  }
});
