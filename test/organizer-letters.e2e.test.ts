// Letters that organizers write to their buyers.
import { randomUUID } from "node:crypto";
import { inDays, openShow, setMember, signUp, type Show } from "../local/fixtures.ts";
import { openBrowser } from "./browser-without-script.ts";
import {
  change,
  DAY,
  DELAY,
  lettersTo,
  linkIn,
  resetClocks,
  sell,
  start,
  stop,
  supergraph,
  textOf,
  write,
} from "./letters.ts";

beforeAll(start);
beforeEach(resetClocks);
afterAll(stop);

describe("letters of organizers", () => {
  let show: Show;
  beforeAll(async () => {
    show = await openShow(supergraph.client, { name: "Tosca <i>& more</i>" });
  });

  test("look as in the preview, in each recipient's language, and nothing in them is HTML or a header", async () => {
    const buyer = await signUp(supergraph.client, "Bea <b>Büyer</b> {order}");
    await buyer.client.ask(`mutation { setPreferences(input: { locale: "de" }) { id } }`);
    await sell(show, buyer, 2);
    await sell(show, buyer);
    const text = {
      subject: "Doors for {event}, {name}",
      body: 'Dear {name},\n\n<script>alert(1)</script> {organizer} opens the doors at six.\n<a href="x">{order}</a>\n\nhttps://tosca.example/doors',
    };
    const preview = `query ($id: ID!, $subject: String!, $body: String!, $tier: String) {
      event(id: $id) { letterPreview(subject: $subject, body: $body, tierName: $tier) { subject text html recipients unsubscribed } } }`;
    const { event } = await show.owner.client.ask(preview, { id: show.eventId, ...text });
    expect(event.letterPreview).toMatchObject({
      subject: "Doors for Tosca <i>& more</i>, Alex Sample",
      recipients: 1,
      unsubscribed: 0,
    });
    expect(event.letterPreview.text).toContain("ABCDE23456");
    expect(event.letterPreview.html).toContain("&lt;script&gt;");
    expect(
      (await show.owner.client.ask(preview, { id: show.eventId, ...text, tier: "Standing" })).event.letterPreview,
    ).toMatchObject({ recipients: 0 });
    // Nobody below MANAGER sees it, and nobody else what was written.
    const clerk = await signUp(supergraph.client);
    await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
    expect((await clerk.client.ask(preview, { id: show.eventId, ...text })).event.letterPreview).toBeNull();
    expect((await write(clerk, { eventId: show.eventId, ...text })).errors).toMatchObject([
      { extensions: { code: "FORBIDDEN" } },
    ]);
    expect((await write(buyer, { eventId: show.eventId, ...text })).data.sendLetter.__typename).toBe("NotFound");

    expect((await write(show.owner, { eventId: show.eventId, ...text })).data.sendLetter.__typename).toBe(
      "OrganizerLetter",
    );
    const letters = (await lettersTo(buyer.email)).filter(({ subject }) => subject!.startsWith("Doors"));
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    expect(letter!.subject).toBe("Doors for Tosca <i>& more</i>, Bea <b>Büyer</b> {order}");
    expect(letter!.text).toContain("Dear Bea <b>Büyer</b> {order},");
    expect(letter!.html).toContain("Bea &lt;b&gt;Büyer&lt;/b&gt;");
    expect(letter!.html).not.toMatch(/<script|<b>|<i>|href="x"/);
    expect(letter!.text).toContain("weil Sie eine Karte haben");
    const { event: seen } = await show.owner.client.ask(
      `query ($id: ID!) { event(id: $id) { letters { subject recipients sent pending isWritten } } }`,
      { id: show.eventId },
    );
    expect(seen.letters).toEqual([{ subject: text.subject, recipients: 1, sent: 1, pending: 0, isWritten: true }]);
  });

  test("bad templates name their field, and an event has three letters in 24 hours, also of requests at once", async () => {
    const other = await openShow(supergraph.client);
    const buyer = await signUp(supergraph.client);
    const good = { eventId: other.eventId, subject: "Doors", body: "They open at six." };
    expect((await write(other.owner, good)).errors).toMatchObject([{ extensions: { field: "input" } }]);
    await sell(other, buyer);
    for (const [field, value] of [
      ["subject", "Hello\r\nBcc: everybody@example.org"],
      ["subject", "Hello {email}"],
      ["subject", "x".repeat(151)],
      ["body", "Hello {address}"],
      ["body", " "],
      ["body", "x".repeat(5_001)],
    ] as const)
      expect((await write(other.owner, { ...good, [field]: value })).errors).toMatchObject([
        { extensions: { code: "BAD_USER_INPUT", field: `input.${field}` } },
      ]);
    expect((await write(other.owner, { ...good, sectionId: randomUUID() })).data.sendLetter.__typename).toBe(
      "NotFound",
    );
    const once = randomUUID();
    const tries = await Promise.all(
      [once, once, "2", "3", "4", "5"].map((key) => write(other.owner, { ...good, idempotencyKey: key })),
    );
    const ids = tries.flatMap(({ data }) => data?.sendLetter?.id ?? []);
    expect(new Set(ids).size).toBe(3);
    for (const { errors } of tries.filter(({ errors: any }) => any))
      expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) } }]);
    expect((await lettersTo(buyer.email)).filter(({ subject }) => subject === "Doors")).toHaveLength(3);
    await supergraph.advance(DAY + 60);
    expect((await write(other.owner, good)).data.sendLetter.__typename).toBe("OrganizerLetter");
  });

  test("a recipient unsubscribes with one click, without a session, and still hears of a new date", async () => {
    const other = await openShow(supergraph.client);
    const [buyer, friend] = [await signUp(supergraph.client), await signUp(supergraph.client)];
    await sell(other, buyer);
    await sell(other, friend);
    const letter = { eventId: other.eventId, subject: "Doors", body: "They open at six." };
    await write(other.owner, letter);
    const [, first] = await lettersTo(buyer.email);
    const header = (name: string) => first!.headers.find(({ key }) => key === name)?.value;
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const link = /^<https:\/\/tickets\.example(\/account\/letters\?code=U1\.\S+)>$/.exec(
      header("list-unsubscribe") ?? "",
    )![1]!;
    expect(linkIn(first, "letters")).toBe(link);
    // To open it does nothing; a wrong code neither.
    const browser = openBrowser(supergraph.url);
    expect((await browser.open(link)).text).toContain("You get letters that");
    const click = (path: string) =>
      fetch(new URL(path, supergraph.url), {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
        redirect: "manual",
      });
    expect((await click(`${link.slice(0, -3)}AAA`)).status).toBe(404);
    for (let time = 0; time < 2; time++) expect((await click(link)).status).toBe(200);
    await write(other.owner, letter);
    expect(await lettersTo(buyer.email)).toHaveLength(2);
    expect(await lettersTo(friend.email)).toHaveLength(3);
    await change(other, { startsAt: inDays(37) });
    await supergraph.settle();
    await supergraph.advance(DELAY);
    expect(await lettersTo(buyer.email)).toHaveLength(3);
    const page = await browser.open(link);
    expect((await browser.submit(page, {})).text).toContain("You get letters that");
    await write(other.owner, letter);
    expect(await lettersTo(buyer.email)).toHaveLength(4);
  });

  test("a guest who has not proven the address gets nothing that an organizer wrote until it is proven", async () => {
    const other = await openShow(supergraph.client);
    const email = `${randomUUID()}@mail.example`;
    const { startGuestSession: session } = await supergraph
      .client()
      .ask(`mutation ($i: StartGuestSessionInput!) { startGuestSession(input: $i) { accessToken } }`, {
        i: { email, name: "Grace" },
      });
    const client = supergraph.client(session.accessToken);
    await sell(other, { client });
    await write(other.owner, { eventId: other.eventId, subject: "Doors", body: "They open at six." });
    const [code, ...more] = await lettersTo(email);
    expect(more).toEqual([]);
    expect(textOf(code)).not.toContain("six");
    const { me } = await client.ask(`{ me { emailCode { id } } }`);
    const [word] = /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m.exec(code!.text!)!;
    await client.ask(`mutation ($i: UseCodeInput!) { useCode(input: $i) { __typename } }`, {
      i: { id: me.emailCode.id, code: word, idempotencyKey: "c" },
    });
    expect((await lettersTo(email)).map(({ subject }) => subject)).toContain("Doors");
  });
});
