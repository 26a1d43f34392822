// Pictures: uploaded by managers, decoded without harm, stored without metadata, shown to everybody, and deleted when nothing names them.
import { randomBytes, randomUUID } from "node:crypto";
import { connect } from "node:net";
import { once } from "node:events";
import sharp from "sharp";
import type { Client, Data } from "../local/client.ts";
import {
  createEvent,
  createOrganization,
  openShow,
  PASSWORD,
  setMember,
  signUp,
  type Show,
} from "../local/fixtures.ts";
import { emptyPng, gifBomb, jpeg, photo, pixelBomb, plain, png, textBomb } from "../testkit/pictures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

let supergraph: TestSupergraph;
let show: Show;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
});
afterAll(() => supergraph.stop());

const at = (path: string) => new URL(path, supergraph.url);

interface Uploaded {
  status: number;
  body: Data;
}

async function send(file: Buffer | string, headers: Record<string, string>, query: string): Promise<Uploaded> {
  const answer = await fetch(at(`/images${query}`), { method: "POST", headers, body: file as never });
  return { status: answer.status, body: (await answer.json()) as Data };
}
const bearer = (client: Client) => ({ authorization: `Bearer ${client.token}`, "content-type": "image/png" });
const upload = (file: Buffer | string, by = show.owner.client, organizationId = show.organizationId) =>
  send(file, bearer(by), `?organizationId=${organizationId}`);

async function uploaded(file: Buffer): Promise<string> {
  const { status, body } = await upload(file);
  expect([status, body]).toEqual([200, expect.objectContaining({ hash: expect.any(String) })]);
  return body.hash as string;
}

const SET = `mutation ($input: SetImagesInput!) { setImages(input: $input) {
  __typename ... on ImagesSet { images { hash path width height widths alt focus { x y } } } } }`;
const setImages = async (input: object, by = show.owner.client): Promise<Data> =>
  (await by.ask(SET, { input })).setImages;

test("a picture is stored in several widths, and the same file is the same picture", async () => {
  const file = await jpeg(1_600, 1_000);
  const first = await upload(file);
  expect(first).toEqual({
    status: 200,
    body: {
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      width: 1_600,
      height: 1_000,
      widths: [320, 640, 1_280, 1_600],
    },
  });
  expect(await Promise.all([upload(file), upload(file)])).toEqual([first, first]);
  for (const [asked, width] of [
    ["", 1_600],
    ["?w=1", 320],
    ["?w=640", 640],
    ["?w=641", 1_280],
    ["?w=10000", 1_600],
  ] as const) {
    const answer = await fetch(at(`/images/${first.body.hash}${asked}`));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "access-control-allow-origin": "*",
      etag: `"${first.body.hash}-${width}"`,
    });
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format: "webp", width });
  }
  const etag = `"${first.body.hash}-1600"`;
  const again = await fetch(at(`/images/${first.body.hash}`), { headers: { "if-none-match": `"other", ${etag}` } });
  expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
});

test.each<[string, () => Promise<Buffer>, number, number]>([
  ["PNG", () => png(300, 200), 300, 200],
  ["WebP", () => plain(300, 200).webp().toBuffer(), 300, 200],
  ["AVIF", () => plain(300, 200).avif({ effort: 0 }).toBuffer(), 300, 200],
  ["GIF", () => plain(300, 200).gif().toBuffer(), 300, 200],
  ["CMYK JPEG", () => plain(300, 200).toColourspace("cmyk").jpeg().toBuffer(), 300, 200],
  ["JPEG of exactly 40 megapixels", () => jpeg(8_000, 5_000), 2_560, 1_600],
])("a %s is taken", async (_, make, width, height) => {
  expect(await upload(await make())).toMatchObject({ status: 200, body: { width, height } });
});

test("a photo is turned upright, and tells neither where it was taken nor with what", async () => {
  const file = await photo();
  expect(file.includes("SECRET-CAMERA")).toBe(true);
  const hash = await uploaded(file);
  const answer = await fetch(at(`/images/${hash}`));
  const stored = Buffer.from(await answer.arrayBuffer());
  const { width, height, exif, xmp, iptc, icc, orientation } = await sharp(stored).metadata();
  expect({ width, height, exif, xmp, iptc, icc, orientation }).toEqual({ width: 300, height: 400 });
  expect(stored.includes("SECRET")).toBe(false);
});

test("what hides behind a picture is gone", async () => {
  const hidden = "<script>alert(document.cookie)</script>";
  const hash = await uploaded(Buffer.concat([await jpeg(50, 50), Buffer.from(hidden)]));
  const answer = await fetch(at(`/images/${hash}`), { headers: { accept: "text/html" } });
  expect(answer.headers.get("content-type")).toBe("image/webp");
  expect(Buffer.from(await answer.arrayBuffer()).includes("script")).toBe(false);
});

test("files that are no pictures, are damaged, or would take too much to decode are refused with the reason", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>`;
  const whole = await png(2_000, 1_500);
  const cases: [string, Buffer | string, number, RegExp][] = [
    ["nothing", "", 415, /JPEG, PNG, WebP, AVIF or GIF/],
    ["text", "hello", 415, /JPEG/],
    ["SVG", svg, 415, /JPEG/],
    ["PDF", "%PDF-1.7\n1 0 obj", 415, /JPEG/],
    ["TIFF", await plain(9, 9).tiff().toBuffer(), 415, /JPEG/],
    ["noise", randomBytes(5_000), 415, /JPEG/],
    ["a name of JPEG, and SVG", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)]), 422, /damaged/],
    ["a name of GIF, and SVG", `GIF89a/*${svg}*/`, 422, /damaged|pixels/],
    ["40 megapixels and a row", await png(8_000, 5_001), 422, /8000 × 5001 pixels; at most 40 megapixels/],
    ["a bomb of pixels", pixelBomb(), 422, /65500 × 65500 pixels/],
    ["a bomb of a frame", gifBomb(), 422, /pixels/],
    ["a header alone", emptyPng(), 422, /damaged/],
    ["a half", whole.subarray(0, whole.length / 2), 422, /damaged/],
    ["a half of a JPEG", (await jpeg()).subarray(0, 1_500), 422, /damaged/],
  ];
  for (const [name, file, status, error] of cases)
    expect([name, await upload(file)]).toEqual([name, { status, body: { error: expect.stringMatching(error) } }]);
  expect(await supergraph.query("catalog", "select 1 from image where width > 2560")).toEqual([]);
});

test("texts that would unpack to gigabytes are never unpacked", async () => {
  const { status, body } = await upload(textBomb());
  expect([200, 422]).toContain(status);
  if (status === 200) expect(body).toMatchObject({ width: 1, height: 1 });
});

test("more than 10 MB is refused before it is sent, or while it is", async () => {
  const refusal = { status: 413, body: { error: expect.stringMatching(/at most 10 MB/) } };
  expect(await upload(Buffer.alloc(10 * 1024 * 1024 + 1))).toEqual(refusal);
  // Without a length, and without an end.
  const { host, hostname, port } = at("/");
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.on("error", () => {});
  let answer = "";
  socket.on("data", (data: Buffer) => (answer += data.toString()));
  const { authorization } = bearer(show.owner.client);
  socket.write(
    `POST /images?organizationId=${show.organizationId} HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${authorization}\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  const chunk = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(0x100000), Buffer.from("\r\n")]);
  for (let sent = 0; sent < 12; sent++) socket.write(chunk);
  await until(() => answer.includes("at most 10 MB"), "the refusal");
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
});

test("an upload that is broken off leaves nothing behind, and others are served", async () => {
  const cut = new AbortController();
  const body = (async function* () {
    yield new Uint8Array(1_000);
    cut.abort();
    await new Promise(() => {});
  })();
  const request = { method: "POST", headers: bearer(show.owner.client), body, duplex: "half", signal: cut.signal };
  await expect(
    fetch(at(`/images?organizationId=${show.organizationId}`), request as unknown as RequestInit),
  ).rejects.toThrow();
  await Promise.all(
    Array.from({ length: 12 }, async () => expect((await upload(await jpeg(20, 20))).status).not.toBe(500)),
  );
  await uploaded(await jpeg(20, 20));
});

test("only managers of the organization upload, and no page of another site for them", async () => {
  const file = await jpeg(20, 20);
  const [stranger, scanner, manager] = await Promise.all([1, 2, 3].map(() => signUp(supergraph.client)));
  await setMember(show.owner.client, show.organizationId, scanner!.id, "SCANNER");
  await setMember(show.owner.client, show.organizationId, manager!.id, "MANAGER");
  const query = `?organizationId=${show.organizationId}`;
  expect(await send(file, {}, query)).toMatchObject({ status: 403 });
  expect(await send(file, { "apollo-require-preflight": "1" }, query)).toMatchObject({ status: 401 });
  expect(await send(file, { authorization: "Bearer nonsense" }, query)).toMatchObject({ status: 401 });
  expect(await upload(file, stranger!.client)).toMatchObject({ status: 403 });
  expect(await upload(file, scanner!.client)).toEqual({
    status: 403,
    body: { error: "Only for MANAGER and up of the organization." },
  });
  for (const other of ["", "nonsense", randomUUID()])
    expect(await upload(file, manager!.client, other)).toMatchObject({ status: 403 });
  expect(await upload(file, manager!.client)).toMatchObject({ status: 200 });
  const cookie = { cookie: `session=${manager!.client.token}` };
  expect(await send(file, cookie, query)).toMatchObject({ status: 403 });
  const safe = { ...cookie, "apollo-require-preflight": "1" };
  expect(await send(file, { ...safe, origin: "https://evil.example" }, query)).toMatchObject({ status: 403 });
  expect(await send(file, safe, query)).toMatchObject({ status: 200 });
  // Past the gateway a viewer's token is needed, too.
  const direct = new URL(`/images${query}`, supergraph.subgraphs.catalog!.url);
  expect((await fetch(direct, { method: "POST", body: file as never })).status).toBe(401);
  const asService = { authorization: `Bearer ${await supergraph.serviceToken("orders", "catalog")}` };
  expect((await fetch(direct, { method: "POST", body: file as never, headers: asService })).status).toBe(401);
});

test("uploads are counted", async () => {
  const strict = await supergraph.startAnotherGateway({
    GATEWAY_IMAGES_PER_MINUTE: "2",
    GATEWAY_EXEMPT_LOOPBACK: "off",
  });
  const { client } = await signUp(supergraph.client);
  const organizationId = await createOrganization(client);
  await until(async () => {
    const { me } = await client.ask(`{ me { memberships { organization { id } } } }`);
    return me.memberships.length > 0;
  }, "the membership");
  const file = await jpeg(20, 20);
  const answers: Response[] = [];
  for (let n = 0; n < 3; n++)
    answers.push(
      await fetch(new URL(`/images?organizationId=${organizationId}`, strict.url), {
        method: "POST",
        headers: bearer(client),
        body: file as never,
      }),
    );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(Number(answers[2]!.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("what is no picture is not found, and no file lies elsewhere", async () => {
  for (const path of ["", "nonsense", "0".repeat(64), `${"0".repeat(64)}/x`, "..%2f..%2fetc%2fpasswd", "%00"]) {
    const answer = await fetch(at(`/images/${path}`));
    expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([path, 404, "no-store"]);
  }
  const hash = await uploaded(await jpeg(20, 20));
  for (const w of ["0", "-1", "x", "99999", "1e3", ""])
    expect([w, (await fetch(at(`/images/${hash}?w=${w}`))).status]).toEqual([w, 400]);
});

test("events, venues, series and organizations show pictures in their order", async () => {
  const { organizationId, eventId, venueId, owner } = show;
  const [first, second] = [await uploaded(await jpeg(900, 500)), await uploaded(await png(40, 30))];
  const images = [
    { hash: first, alt: "The stage", focus: { x: 0.5, y: 0.25 } },
    { hash: second, alt: "Logo" },
  ];
  const expected = [
    { hash: first, path: `/images/${first}`, width: 900, height: 500, widths: [320, 640, 900], ...images[0] },
    { hash: second, path: `/images/${second}`, width: 40, height: 30, widths: [40], alt: "Logo", focus: null },
  ];
  const { createSeries: series } = await owner.client.ask(
    `mutation ($i: CreateSeriesInput!) { createSeries(input: $i) { ... on Series { id } } }`,
    { i: { organizationId, name: "Opera", idempotencyKey: randomUUID() } },
  );
  for (const subject of [{ eventId }, { venueId }, { seriesId: series.id }, { organizationId }]) {
    const set = { __typename: "ImagesSet", images: expected };
    expect(await Promise.all([setImages({ ...subject, images }), setImages({ ...subject, images })])).toEqual([
      set,
      set,
    ]);
  }
  const shown = "images { hash path width height widths alt focus { x y } }";
  const query = `query ($e: ID!, $v: ID!, $s: ID!, $o: ID!) {
    event(id: $e) { ${shown} } venue(id: $v) { ${shown} } series(id: $s) { ${shown} } organization(id: $o) { ${shown} } }`;
  const ids = { e: eventId, v: venueId, s: series.id, o: organizationId };
  const all = { images: expected };
  expect(await supergraph.client().ask(query, ids)).toEqual({ event: all, venue: all, series: all, organization: all });
  expect(await setImages({ eventId, images: [images[1]] })).toMatchObject({ images: [expected[1]] });
  expect(await setImages({ eventId, images: [] })).toMatchObject({ images: [] });
});

test("an organization shows only what it has uploaded, and only its own things", async () => {
  const hash = await uploaded(await jpeg(20, 20));
  const other = await openShow(supergraph.client);
  const images = [{ hash, alt: "Borrowed" }];
  await expect(setImages({ eventId: other.eventId, images }, other.owner.client)).rejects.toThrow(
    /input.images.0.hash: the organization has uploaded no such picture/,
  );
  await expect(setImages({ eventId: other.eventId, images })).rejects.toThrow(/MANAGER/);
  const draft = await createEvent(other.owner.client, other.organizationId, other.venueId, [
    { name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] },
  ]);
  expect(await setImages({ eventId: draft, images })).toMatchObject({ __typename: "NotFound" });
  for (const subject of [{}, { eventId: show.eventId, venueId: show.venueId }])
    await expect(setImages({ ...subject, images })).rejects.toThrow(/give one of eventId, venueId/);
  await expect(setImages({ eventId: show.eventId, images: [{ hash, alt: " " }] })).rejects.toThrow(/images.0.alt/);
  await expect(setImages({ eventId: show.eventId, images: [{ hash: "x", alt: "x" }] })).rejects.toThrow(
    /images.0.hash/,
  );
  await expect(
    setImages({ eventId: show.eventId, images: [{ hash, alt: "x", focus: { x: 1.1, y: 0 } }] }),
  ).rejects.toThrow(/focus.x: must be 0 to 1/);
});

test("who uploaded a picture is forgotten with the person; the picture stays", async () => {
  const manager = await signUp(supergraph.client);
  await setMember(show.owner.client, show.organizationId, manager.id, "MANAGER");
  const { body } = await upload(await jpeg(20, 20), manager.client);
  const uploadsOf = () =>
    supergraph.query("catalog", "select uploaded_by as by from image_upload where hash = $1", [body.hash]);
  expect(await uploadsOf()).toEqual([{ by: manager.id }]);
  await manager.client.ask(`mutation ($p: String!) { deleteAccount(password: $p) { __typename } }`, { p: PASSWORD });
  await supergraph.settle();
  expect(await uploadsOf()).toEqual([{ by: null }]);
  expect((await fetch(at(`/images/${body.hash}`))).status).toBe(200);
});
