import { ResponseReader, UnreadableResponse, type HttpResponse } from "./response-reader.ts";

const LIMIT = 1_000;

/** Read in pieces of `size` bytes, from a buffer that is used again for each. */
function read(text: string, size: number): HttpResponse | undefined {
  const reader = new ResponseReader(LIMIT);
  const bytes = Buffer.from(text, "latin1");
  const buffer = Buffer.alloc(size);
  let response: HttpResponse | undefined;
  for (let at = 0; at < bytes.length; at += size) {
    const count = bytes.copy(buffer, 0, at, at + size);
    response = reader.read(buffer.subarray(0, count)) ?? response;
  }
  return response ?? reader.end();
}

const SIZES = [1, 2, 3, 7, 64, 10_000];

test.each([
  { name: "with its length", text: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a:2\r\n\r\nhello" },
  {
    name: "in chunks",
    text: "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nx-a: 1, 2\r\n\r\n2;a=b\r\nhe\r\n3\r\nllo\r\n0\r\nx-b: 3\r\n\r\n",
  },
  {
    name: "after an interim one",
    text: "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 \r\ncontent-length: 5\r\nx-a: 1, 2\r\n\r\nhello",
  },
])("a response $name is read, however it is cut", ({ text }) => {
  for (const size of SIZES) {
    const response = read(text, size)!;
    expect([response.status, response.body.toString(), response.isReusable]).toEqual([200, "hello", true]);
    expect(response.headers.get("x-a")).toBe("1, 2");
  }
});

test.each([
  { head: "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2", isReusable: false },
  { head: "HTTP/1.0 200 OK\r\ncontent-length: 2", isReusable: false },
  { head: "HTTP/1.0 200 OK\r\nconnection: Keep-Alive\r\ncontent-length: 2", isReusable: true },
  { head: "HTTP/1.1 200 OK", isReusable: false },
])("whether the connection can be used again: $head", ({ head, isReusable }) => {
  expect(read(`${head}\r\n\r\nok`, 3)).toMatchObject({ body: Buffer.from("ok"), isReusable });
});

test("a response without a body is whole with its head", () => {
  for (const text of ["HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 431 Too Large\r\ncontent-length: 0\r\n\r\n"])
    expect(new ResponseReader(LIMIT).read(Buffer.from(text))?.body.length).toBe(0);
});

test.each([
  "HTTP/2 200 OK\r\n\r\n",
  "SSH-2.0-OpenSSH_9.6\r\n\r\n",
  "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n",
  // Where it ends could be told in two ways.
  "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n",
  "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n",
  "HTTP/1.1 200 OK\r\ncontent-length: +5\r\n\r\n",
  "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n",
  "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n-5\r\n",
  "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nab\r\n",
  "HTTP/1.1 200 OK\r\ncontent-length : 5\r\n\r\n",
  "HTTP/1.1 200 OK\r\n folded: 5\r\n\r\n",
  // Of another request.
  "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n",
  "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nmore",
  // Too large.
  `HTTP/1.1 200 OK\r\nx-a: ${"a".repeat(20_000)}`,
  `HTTP/1.1 200 OK\r\ncontent-length: ${LIMIT + 1}\r\n\r\n`,
  "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3E9\r\n",
  `HTTP/1.1 200 OK\r\n\r\n${"a".repeat(LIMIT + 1)}`,
])("is refused: %j", (text) => {
  expect(() => new ResponseReader(LIMIT).read(Buffer.from(text))).toThrow(UnreadableResponse);
});

test.each([
  `HTTP/1.1 200 OK\r\ncontent-length: 3000\r\n\r\n${"a".repeat(3_000)}`,
  `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nBB8\r\n${"a".repeat(3_000)}\r\n0\r\n\r\n`,
])("a body that is handed on as it comes may be of any size: %#", (text) => {
  let size = 0;
  const response = new ResponseReader(LIMIT, (piece) => (size += piece.length)).read(Buffer.from(text));
  expect([size, response?.body.length]).toEqual([3_000, 0]);
});

test("the body of a refusal is never handed on, and has the usual limit", () => {
  const reader = new ResponseReader(LIMIT, () => expect("this").toBe("not reached"));
  expect(reader.read(Buffer.from("HTTP/1.1 401 No\r\ncontent-length: 2\r\n\r\nno"))?.body.toString()).toBe("no");
  const large = Buffer.from("HTTP/1.1 401 No\r\ncontent-length: 1001\r\n\r\n");
  expect(() => new ResponseReader(LIMIT, () => {}).read(large)).toThrow(UnreadableResponse);
});

test("a response that is cut off is none", () => {
  const cut = ["HTTP/1.1 200 OK\r\nconte", "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhell"];
  for (const text of cut) expect(read(text, 100)).toBeUndefined();
});
