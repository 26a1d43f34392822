// Whatever a description says, its HTML has only elements that format text, and links to https and mailto.
import fc from "fast-check";
import { richText } from "../queries/rich-text.ts";

test.each([
  ["**Tosca**, *new*, ~~old~~", "<p><strong>Tosca</strong>, <em>new</em>, <s>old</s></p>"],
  ["one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"],
  ["# Cast\n###### Rest", "<h3>Cast</h3>\n<h6>Rest</h6>"],
  ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
  ["1. a", "<ol>\n<li>a</li>\n</ol>"],
  ["> said", "<blockquote>\n<p>said</p>\n</blockquote>"],
  [
    "[site](https://example.org/?a=1&b)",
    '<p><a href="https://example.org/?a=1&amp;b" rel="noopener nofollow">site</a></p>',
  ],
  ["<https://example.org>", '<p><a href="https://example.org" rel="noopener nofollow">https://example.org</a></p>'],
  ["Müller & Söhne <3", "<p>Müller &amp; Söhne &lt;3</p>"],
  ["[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"],
  ["[x](JaVaScRiPt&colon;alert(1))", "<p>[x](JaVaScRiPt:alert(1))</p>"],
  ["[x](http://example.org)", "<p>[x](http://example.org)</p>"],
  ["[x](data:text/html,1)", "<p>[x](data:text/html,1)</p>"],
  ["[x]() and []()!", "<p>x and !</p>"],
  ["[x](//evil.example)", "<p>[x](//evil.example)</p>"],
  ["![x](https://example.org/a.png)", '<p>!<a href="https://example.org/a.png" rel="noopener nofollow">x</a></p>'],
  ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
  [
    '[x](https://a.example "t\\" onclick=1")',
    '<p><a href="https://a.example" title="t&quot; onclick=1" rel="noopener nofollow">x</a></p>',
  ],
  ["`code` | a |\n|-|", "<p>`code` | a |<br>\n|-|</p>"],
])("%j", async (text, html) => {
  expect((await richText(text))!.trim()).toBe(html);
});

test("nothing is null", async () => {
  expect([await richText(null), await richText(""), await richText(" \n")]).toEqual([null, null, null]);
});

const ALLOWED =
  /<(?:\/?(?:p|strong|em|s|h[3-6]|ul|li|blockquote|a)|\/?ol|ol start="\d+"|br|hr|a href="(?:https:\/\/|mailto:)[^"<>]*"(?: title="[^"<>]*")? rel="noopener nofollow")>/g;

test("random texts give only what is allowed", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        "<",
        ">",
        '"',
        "'",
        "&",
        "\\",
        "[",
        "](",
        ")",
        "*",
        "_",
        "~~",
        "`",
        "#",
        "- ",
        "1. ",
        "> ",
        "\n",
        "\n\n",
        "!",
      ],
      ...[
        "javascript:",
        "https://a.example/",
        "mailto:a@b",
        "<img src=x onerror=alert(1)>",
        "<a href=",
        "&#106;",
        "&lt;",
      ],
      ...['" onmouseover="', "<https://", "[a]: javascript:1\n", "---\n", "\u0000", "\ud800"],
    ),
    fc.string({ maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const html = (await richText(pieces.join(""))) ?? "";
      expect(html.replaceAll(ALLOWED, "")).not.toMatch(/[<>]/);
    }),
    { numRuns: 2_000 },
  );
});

test.each([">", "*a ", "[", "- ", "**a", "[a](", "<", "\\", "~~a", "1. ", "> - ", "&#"])(
  "10,000 characters of %j take no time to speak of",
  async (piece) => {
    await richText("load");
    const before = process.cpuUsage();
    const text = piece.repeat(10_000 / piece.length);
    expect((await richText(text))!.length).toBeLessThan(200_000);
    const { user } = process.cpuUsage(before);
    expect(user / 1_000).toBeLessThan(1_000);
  },
);
