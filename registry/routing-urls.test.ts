import { demandRoutingUrl, routingUrlRulesFor } from "./routing-urls.ts";

const refusalOf = (text: string, loopback = false): string => {
  try {
    demandRoutingUrl(text, "reviews", { loopback });
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

test.each([
  ["http://reviews:4007/graphql", "http://reviews:4007/graphql"],
  ["https://reviews.example:443", "https://reviews.example/"],
  ["HTTP://Reviews.Example/a?b=c", "http://reviews.example/a?b=c"],
  ["http://10.0.0.5:4007/", "http://10.0.0.5:4007/"],
  ["http://[fd12:3456::1]/", "http://[fd12:3456::1]/"],
  ["http://[2001:db8::1]/", "http://[2001:db8::1]/"],
  ["http://localhost.example/", "http://localhost.example/"],
])("%s is taken", (text, taken) => {
  expect(demandRoutingUrl(text, "reviews", { loopback: false })).toBe(taken);
});

test.each([
  [
    "what is not HTTP",
    /starts with http:\/\/ or https:\/\//,
    ["file:///etc/passwd", "gopher://reviews/", "ws://reviews/", "javascript:1"],
  ],
  [
    "what is no URL",
    /starts with http:\/\/ or https:\/\//,
    [
      "not a url",
      "reviews:4007/graphql",
      "//reviews/",
      "http://",
      "http://a b/",
      "http://reviews:99999/",
      "http://256.1.1.1/",
    ],
  ],
  [
    "credentials",
    /remove the user name and the password/,
    ["http://u:p@reviews/", "http://u@reviews/", "http://:p@reviews/"],
  ],
  ["a fragment", /remove the fragment/, ["http://reviews/#a", "http://reviews/#"]],
  ["a very long URL", /at most 2000 characters/, [`http://reviews/${"a".repeat(2_000)}`]],
  [
    "link-local and metadata addresses, however they are written",
    /metadata addresses are not allowed/,
    [
      "http://169.254.169.254/latest/meta-data",
      "http://169.254.1.1/",
      "http://2852039166/",
      "http://0xa9fea9fe/",
      "http://0251.0376.0251.0376/",
      "http://0xa9.254.0251.254/",
      "http://169.254.43518/",
      "http://\u2460\u2465\u2468.254.169.254/",
      "http://[::ffff:169.254.169.254]/",
      "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
      "http://[fe80::1]/",
      "http://[febf::1]/",
      "http://[fd00:ec2::254]/",
      "http://[fd20:ce::254]/",
      "http://100.100.100.200/",
      "http://168.63.129.16/",
      "http://metadata.google.internal/",
      "http://METADATA.google.internal./",
      "http://metadata/",
      "http://224.0.0.1/",
      "http://255.255.255.255/",
      "http://[ff02::1]/",
    ],
  ],
  [
    "IPv4 addresses inside IPv6 addresses",
    /use the IPv4 address/,
    [
      "http://[64:ff9b::a9fe:a9fe]/",
      "http://[64:ff9b:1::a9fe:a9fe]/",
      "http://[2002:a9fe:a9fe::1]/",
      "http://[::a9fe:a9fe]/",
      "http://[::ffff:0:a9fe:a9fe]/",
      "http://[2001::a9fe:a9fe]/",
    ],
  ],
])("%s: refused, with advice what to change", (_, message, texts) => {
  for (const text of texts) expect([text, refusalOf(text)]).toEqual([text, expect.stringMatching(message)]);
  for (const text of texts) expect([text, refusalOf(text, true)]).toEqual([text, expect.stringMatching(message)]);
});

const LOOPBACK = [
  "http://localhost:4007/",
  "http://LOCALHOST./",
  "http://reviews.localhost/",
  "http://%6c%6f%63%61%6c%68%6f%73%74/",
  "http://127.0.0.1:4007/graphql",
  "http://127.1/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://0/",
  "http://0.0.0.0/",
  "http://[::1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
];

test("loopback addresses are taken by a registry that listens on loopback, and by no other", () => {
  for (const text of LOOPBACK) {
    expect([text, refusalOf(text)]).toEqual([text, expect.stringMatching(/loopback addresses are not allowed/)]);
    expect([text, refusalOf(text, true)]).toEqual([text, ""]);
  }
  for (const host of ["127.0.0.1", "127.0.0.2", "localhost", "::1"])
    expect(routingUrlRulesFor(host).loopback).toBe(true);
  for (const host of ["0.0.0.0", "::", "10.0.0.5", "registry"]) expect(routingUrlRulesFor(host).loopback).toBe(false);
});

test("the refusal names the subgraph and the URL, and shows no password", () => {
  expect(refusalOf("file:///etc/passwd")).toBe(
    'The routing URL "file:///etc/passwd" of the subgraph reviews is not valid: use a URL that starts with http:// or https://.',
  );
  for (const text of ["http://u:secret@reviews/", "http://u:sec/ret@reviews/", "u:secret@reviews"])
    expect(refusalOf(text)).not.toMatch(/sec/);
});
