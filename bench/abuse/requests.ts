// Bodies, headers and URLs that are none, or too large, or another person's.
import { createHash } from "node:crypto";
import { request } from "undici";
import { BAD, post, SOMEBODY, times, token, type Hostile } from "./hostile.ts";

const body = (
  name: string,
  deserves: string,
  text: () => string | Buffer,
  headers: Record<string, string> = {},
): Hostile => ({
  name,
  deserves,
  attack: (target) => post(target, text(), headers),
});

const ASK = JSON.stringify({ query: "{ events { totalCount } }" });
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const persisted = (extension: object, query?: string) => () =>
  JSON.stringify({ ...(query ? { query } : {}), extensions: { persistedQuery: extension } });

const bodies: readonly Hostile[] = [
  ...[
    "",
    "null",
    "1",
    `"query"`,
    "[]",
    "{",
    `{"query":1}`,
    `{"query":null}`,
    `{"query":"{ events { totalCount } }","variables":[]}`,
    `{"query":"{ events { totalCount } }","operationName":1}`,
    `{"query":"{ events { totalCount } }","extensions":1}`,
    "[".repeat(100_000),
  ].map((text) => body(`the body ${text.slice(0, 60)}`, BAD, () => text)),
  body("a batch", BAD, () => `[${times(50, () => ASK).join(",")}]`),
  body("two megabytes", "413 BAD_USER_INPUT", () => JSON.stringify({ query: "#".repeat(2_000_000) })),
  body("twenty megabytes", "413 BAD_USER_INPUT", () => Buffer.alloc(20_000_000, 0x20)),
  ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"].map((type) =>
    body(`the type ${type}`, BAD, () => ASK, { "content-type": type }),
  ),
  body(
    "a hash that is not the query's",
    BAD,
    persisted({ version: 1, sha256Hash: hash("other") }, "{ events { totalCount } }"),
  ),
  body("a malformed hash", BAD, persisted({ version: 1, sha256Hash: "x".repeat(64) })),
  body("an invalid version", BAD, persisted({ version: 2, sha256Hash: hash("x") })),
  ...[
    ["nothing", "Bearer"],
    ["no token", "Bearer x"],
    ["another scheme", "Basic YTpi"],
    ["a token without signature", token({ alg: "none" }, SOMEBODY, "")],
    ["a token with a forged signature", token({ alg: "EdDSA", kid: "1" }, SOMEBODY, "AAAA")],
    ["a token signed with a public key", token({ alg: "HS256", kid: "1" }, SOMEBODY, "AAAA")],
    ["a token of a megabyte's half", `Bearer ${"a".repeat(15_000)}`],
  ].map(([what, authorization]) =>
    body(`as authorization ${what}`, "401 UNAUTHENTICATED", () => ASK, { authorization: authorization! }),
  ),
  body("a type that is no JSON", "415 BAD_REQUEST", () => ASK, { "content-type": "application/xml" }),
  body("a header that is too large", "431 BAD_REQUEST", () => ASK, { "x-large": "x".repeat(20_000) }),
  body("two types of answer that there are not", "406 BAD_REQUEST", () => ASK, { accept: "text/html, image/png" }),
];

function get(
  name: string,
  deserves: string,
  search: string,
  headers: Record<string, string> = {},
  method = "GET",
): Hostile {
  return {
    name,
    deserves,
    attack: async (target) => {
      const answer = await request(target.url + search, {
        method: method as "GET",
        headers: { "x-forwarded-for": target.address(), ...headers },
      });
      await answer.body.dump();
      return String(answer.statusCode);
    },
  };
}

const PREFLIGHTED = { "apollo-require-preflight": "1" };
const urls: readonly Hostile[] = [
  get("a query that another site could send", "400", "?query=%7Bevents%7BtotalCount%7D%7D"),
  get("a mutation as GET", "405", "?query=mutation%7BsignOut%7D", PREFLIGHTED),
  get("a URL that is too long", "431", `?query=${"a".repeat(20_000)}`, PREFLIGHTED),
  get("an unknown encoding", "400", "?query=%7Bevents%7BtotalCount%7D%7D&variables=%", PREFLIGHTED),
  ...["PUT", "DELETE", "PATCH"].map((method) => get(`the method ${method}`, "405", "", {}, method)),
];

export const REQUESTS: readonly Hostile[] = [...bodies, ...urls];
