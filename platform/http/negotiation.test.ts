import type { IncomingMessage } from "node:http";
import { namesType, preferredType, prefersGzip } from "./negotiation.ts";

const JSON_TYPE = "application/json; charset=utf-8";
const GRAPHQL_TYPE = "application/graphql-response+json; charset=utf-8";
const asked = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;

test.each([
  [undefined, JSON_TYPE],
  ["*/*", JSON_TYPE],
  ["application/*", JSON_TYPE],
  ["application/json; charset=UTF-8", JSON_TYPE],
  ["application/graphql-response+json, application/json;q=0.9", GRAPHQL_TYPE],
  ["application/graphql-response+json;charset=utf-8, application/json; charset=utf-8", GRAPHQL_TYPE],
  ["application/json;q=0.5, application/graphql-response+json", GRAPHQL_TYPE],
  ["application/json;q=0, */*", GRAPHQL_TYPE],
  ["application/json;q=0.000", undefined],
  ["text/html, image/png", undefined],
  ["", undefined],
  [';;=,,a/b;c="', undefined],
])("who accepts %p gets %p", (accept, type) => {
  expect(preferredType(asked(accept === undefined ? {} : { accept }), [JSON_TYPE, GRAPHQL_TYPE])).toBe(type);
});

test("a type is named by itself, and by no range", () => {
  const names = (accept: string) => namesType(asked({ accept }), "text/event-stream");
  expect(["text/event-stream", "application/json, text/event-stream;q=0.1"].map(names)).toEqual([true, true]);
  expect(["*/*", "text/*", "text/event-stream;q=0", "text/event-streams"].map(names)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ["gzip, deflate, br", true],
  ["br;q=1.0, gzip;q=0.8, *;q=0.1", true],
  ["*", true],
  ["gzip;q=0", false],
  ["gzip;q=0.000, *", false],
  ["identity, gzip;q=0.5", false],
  ["*;q=0", false],
  ["br", false],
  ["", false],
])("who accepts the encodings %p gets gzip: %p", (encodings, is) => {
  expect(prefersGzip(asked({ "accept-encoding": encodings }))).toBe(is);
  expect(prefersGzip(asked({}))).toBe(false);
});
