// Tickets past gates that have no network.
import { createPublicKey, randomUUID, verify, type JsonWebKey } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { buy, openShow, setMember } from "../local/fixtures.ts";
import {
  checkIn,
  newPerson,
  offer,
  refund,
  scanner,
  show,
  startEntrance,
  stopEntrance,
  supergraph,
  take,
  ticketsOf,
} from "./entrance.ts";

beforeAll(startEntrance);
afterAll(stopEntrance);

describe("without a network", () => {
  const upload = async (client: Client, scans: Data[], eventId = show.eventId) =>
    client.send(
      `mutation ($i: UploadScansInput!) { uploadScans(input: $i) { __typename ... on ScanUpload { scans { id outcome ticket { status } gate } } } }`,
      { i: { eventId, scans } },
    );
  const outcomes = async (scans: Data[]): Promise<string[]> =>
    (await upload(scanner.client, scans)).data.uploadScans.scans.map(({ outcome }: Data) => outcome);
  const scan = (code: string, secondsAgo: number, rest: Data = {}): Data => ({
    id: randomUUID(),
    code,
    scannedAt: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
    ...rest,
  });

  /** As a device does it that has nothing but the bundle. */
  async function readBundle() {
    const { event } = await scanner.client.ask(
      `query ($id: ID!) { event(id: $id) { checkInBundle { publicKey at exceptions { totalCount nodes { id status revision frozen } } } } }`,
      { id: show.eventId },
    );
    const { publicKey, exceptions } = event.checkInBundle;
    const key = createPublicKey({ key: JSON.parse(publicKey) as JsonWebKey, format: "jwk" });
    const except = new Map<string, Data>(exceptions.nodes.map((one: Data) => [one.id, one]));
    return (code: string): boolean => {
      const [prefix, payload = "", signature = ""] = code.split(".");
      if (!verify(null, Buffer.from(`${prefix}.${payload}`), key, Buffer.from(signature, "base64url"))) return false;
      const bytes = Buffer.from(payload, "base64url");
      const hex = bytes.toString("hex", 0, 16);
      const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
      const exception = except.get(id);
      return (
        bytes.toString("hex", 16, 32) === show.eventId.replaceAll("-", "") &&
        (!exception ||
          (exception.status === "VALID" && !exception.frozen && exception.revision === bytes.readUInt16BE(32)))
      );
    };
  }

  test("a device with the bundle lets in who has a good ticket, and nobody else", async () => {
    const [buyer, friend] = [await newPerson(), await newPerson()];
    const { orderId, tickets } = await ticketsOf(buyer, 4);
    const [good, handedOn, refunded, used] = tickets as [Data, Data, Data, Data];
    const taken = await take(friend, (await offer(buyer, handedOn.id)).code);
    await refund(orderId, [refunded.id]);
    await checkIn(used.code);
    const isGood = await readBundle();
    expect([good, taken, handedOn, refunded, used].map(({ code }) => isGood(code))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(
      isGood(
        good.code.replace(/^(T1\..)(.)/, (_: string, start: string, one: string) => start + (one === "B" ? "C" : "B")),
      ),
    ).toBe(false);
  });

  test("uploaded scans count once, and of several with one ticket the earliest has entered", async () => {
    const buyer = await newPerson();
    const { orderId, tickets } = await ticketsOf(buyer, 3);
    const [one, two, dead] = tickets as [Data, Data, Data];
    await refund(orderId, [dead.id]);
    const first = [
      scan(one.code, 60, { gate: "North" }),
      scan(two.code, 50),
      scan(dead.code, 40),
      scan("nonsense", 30),
    ];
    expect(await outcomes(first)).toEqual(["ADMITTED", "ADMITTED", "REVOKED", "UNKNOWN"]);
    // The answer was lost, and the device uploads the same again, with more.
    const earlier = scan(one.code, 90, { gate: "South" });
    expect(await outcomes([...first, earlier])).toEqual(["ADMITTED", "ADMITTED", "REVOKED", "UNKNOWN", "DOUBLE"]);
    const [entered] = await supergraph.query<{ usedAt: Date }>(
      "orders",
      `select used_at as "usedAt" from ticket where id = $1`,
      [one.id],
    );
    expect(entered!.usedAt.toISOString()).toBe(earlier.scannedAt);
    expect(await checkIn(one.code)).toBe("TicketAlreadyUsed");
    const { event } = await show.owner.client.ask(
      `query ($id: ID!) { event(id: $id) { scanConflicts { totalCount nodes { outcome gate scanner { id } ticket { id } } } } }`,
      { id: show.eventId },
    );
    expect(event.scanConflicts).toEqual({
      totalCount: 3,
      nodes: expect.arrayContaining([
        { outcome: "DOUBLE", gate: "South", scanner: { id: scanner.id }, ticket: { id: one.id } },
        { outcome: "REVOKED", gate: null, scanner: { id: scanner.id }, ticket: { id: dead.id } },
        { outcome: "UNKNOWN", gate: null, scanner: { id: scanner.id }, ticket: null },
      ]),
    });
  });

  test("of scans that are uploaded together the earliest is the entry, and another event's devices have their own ids", async () => {
    const buyer = await newPerson();
    const { tickets } = await ticketsOf(buyer, 1);
    const [late, early] = [scan(tickets[0]!.code, 10), scan(tickets[0]!.code, 20)];
    expect(await outcomes([late, early])).toEqual(["DOUBLE", "ADMITTED"]);
    const elsewhere = await openShow(supergraph.client);
    await buy(buyer.client, elsewhere.eventId, [elsewhere.seats[0].id]);
    const { data } = await upload(elsewhere.owner.client, [{ ...late, gate: "Elsewhere" }], elsewhere.eventId);
    expect(data.uploadScans.scans).toMatchObject([{ outcome: "OTHER_EVENT", ticket: null, gate: "Elsewhere" }]);
  });

  test("two devices that upload the same people at once come to one truth", async () => {
    const buyer = await newPerson();
    const { tickets } = await ticketsOf(buyer, 5);
    const seen = (secondsAgo: number) => tickets.map(({ code }: Data) => scan(code, secondsAgo));
    const both = await Promise.all([outcomes(seen(20)), outcomes(seen(10).reverse())]);
    expect(both.flat().sort()).toEqual([...Array<string>(5).fill("ADMITTED"), ...Array<string>(5).fill("DOUBLE")]);
  });

  test("a bad scan is rejected with its problem, the others are taken, and a repeated upload gets the same answer", async () => {
    const buyer = await newPerson();
    const { tickets } = await ticketsOf(buyer, 2);
    const [good, last] = tickets.map(({ code }: Data) => scan(code, 10)) as [Data, Data];
    const scans = [{ ...good, id: "7" }, good, { ...good, code: "another" }, { ...last, gate: "" }, good, last];
    const fields = `mutation ($i: UploadScansInput!) { uploadScans(input: $i) { ... on ScanUpload { scans { id outcome problem scannedAt } } } }`;
    const expected = [
      { id: "7", outcome: "REJECTED", problem: "id: must be a UUID", scannedAt: good.scannedAt },
      { id: good.id, outcome: "ADMITTED", problem: null, scannedAt: good.scannedAt },
      {
        id: good.id,
        outcome: "REJECTED",
        problem: "id: must be unique in the upload",
        scannedAt: good.scannedAt,
      },
      { id: last.id, outcome: "REJECTED", problem: "gate: must not be empty", scannedAt: last.scannedAt },
      { id: good.id, outcome: "ADMITTED", problem: null, scannedAt: good.scannedAt },
      { id: last.id, outcome: "ADMITTED", problem: null, scannedAt: last.scannedAt },
    ];
    for (let time = 0; time < 2; time++) {
      const { uploadScans } = await scanner.client.ask(fields, { i: { eventId: show.eventId, scans } });
      expect(uploadScans.scans).toEqual(expected);
    }
  });

  test("values that are none of their type refuse the upload and are named, so that a device can upload the rest", async () => {
    const buyer = await newPerson();
    const { tickets } = await ticketsOf(buyer, 4);
    const scans = tickets.map(({ code }: Data) => scan(code, 10));
    const spoilt = [scans[0], { ...scans[1], scannedAt: "0000-01-01T00:00:00Z" }, scans[2], { ...scans[3], code: 5 }];
    const { errors = [] } = await upload(scanner.client, spoilt);
    expect(errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", field: "input.scans.1.scannedAt" } },
      { extensions: { code: "BAD_USER_INPUT", field: "input.scans.3.code" } },
    ]);
    const named = errors.map(({ extensions }) => Number(extensions.field!.split(".")[2]));
    expect(await outcomes(spoilt.filter((_, index) => !named.includes(index)))).toEqual(["ADMITTED", "ADMITTED"]);
    // Nothing was taken of the first.
    expect(await outcomes([scans[1], scans[3]])).toEqual(["ADMITTED", "ADMITTED"]);
  });

  test("only the organization's scanners have the bundle and upload, and invalid input is refused", async () => {
    const stranger = await newPerson();
    const bundle = `query ($id: ID!) { event(id: $id) { checkInBundle { publicKey } scanConflicts { totalCount } } }`;
    expect(await stranger.client.ask(bundle, { id: show.eventId })).toEqual({
      event: { checkInBundle: null, scanConflicts: null },
    });
    const one = scan("nonsense", 1);
    expect((await upload(stranger.client, [one])).data).toEqual({ uploadScans: { __typename: "NotFound" } });
    expect((await upload(scanner.client, [one], randomUUID())).data).toEqual({
      uploadScans: { __typename: "NotFound" },
    });
    const auditor = await newPerson();
    await setMember(show.owner.client, show.organizationId, auditor.id, "AUDITOR");
    expect((await upload(auditor.client, [one])).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    for (const scans of [[], Array.from({ length: 501 }, () => scan("x", 1))])
      expect((await upload(scanner.client, scans)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});
