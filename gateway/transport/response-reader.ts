// Reads one HTTP/1.1 response (RFC 9112) from the bytes of a connection. It is strict: if the end of a response is ambiguous, that is an
// error, so that no connection is reused out of step.

export interface HttpResponse {
  status: number;
  /** By lower-case name; values of a repeated name are joined by commas. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
  /** Whether the connection can take another request. */
  isReusable: boolean;
}

/** The response is not HTTP/1.1 as we take it, or too large. */
export class UnreadableResponse extends Error {}

const MAX_HEAD_BYTES = 16 * 1024;
const END_OF_HEAD = "\r\n\r\n";
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const DIGITS = /^\d{1,15}$/;
const CHUNK_SIZE = /^([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?$/;

type Reading = "head" | "sized body" | "chunk size" | "chunk" | "end of chunk" | "trailers" | "body until close";

export class ResponseReader {
  readonly #maxBodyBytes: number;
  readonly #onBody: ((piece: Buffer) => void) | undefined;
  #reading: Reading = "head";
  /** Buffered part of the head, or of a chunk line. */
  #unread: Buffer | undefined;
  #status = 0;
  #headers = new Map<string, string>();
  #isReusable = false;
  /** For a chunked body: whether its last chunk has arrived. */
  #hasEnded = false;
  /** Own copy of the body: incoming buffers are overwritten by later data. */
  #body: Buffer | undefined;
  #pieces: Buffer[] = [];
  #size = 0;
  /** Remaining bytes of the sized body, or of the chunk. */
  #expected = 0;

  /** @param onBody streams the body of a response with status 200, of any size; the response then has none */
  constructor(maxBodyBytes: number, onBody?: (piece: Buffer) => void) {
    this.#maxBodyBytes = maxBodyBytes;
    this.#onBody = onBody;
  }

  /**
   * @param bytes may be overwritten afterwards
   * @returns the response when it is complete
   * @throws UnreadableResponse
   */
  read(bytes: Buffer): HttpResponse | undefined {
    let rest = bytes;
    for (;;) {
      switch (this.#reading) {
        case "head": {
          const after = this.#readHead(rest);
          if (!after) return undefined;
          rest = after;
          break;
        }
        case "sized body": {
          if (rest.length > this.#expected - this.#size)
            throw new UnreadableResponse("Unexpected data after the response.");
          if (this.#body) this.#size += rest.copy(this.#body, this.#size);
          else if (rest.length > 0) this.#keep(rest);
          return this.#size === this.#expected ? this.#whole() : undefined;
        }
        case "body until close":
          if (rest.length > 0) this.#keep(rest);
          return undefined;
        default: {
          const after = this.#readChunked(rest);
          if (!after) return undefined;
          if (!this.#hasEnded) {
            rest = after;
            break;
          }
          if (after.length > 0) throw new UnreadableResponse("Unexpected data after the response.");
          return this.#whole();
        }
      }
    }
  }

  /** The connection has ended. @returns the response, if the end of the connection completes it */
  end(): HttpResponse | undefined {
    return this.#reading === "body until close" ? this.#whole() : undefined;
  }

  #whole(): HttpResponse {
    const body = this.#body ?? (this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces));
    return { status: this.#status, headers: this.#headers, body, isReusable: this.#isReusable };
  }

  #keep(piece: Buffer): void {
    this.#size += piece.length;
    this.#checkSize(this.#size);
    if (this.#isHandedOn()) this.#onBody!(piece);
    else this.#pieces.push(Buffer.from(piece));
  }

  #checkSize(size: number): void {
    if (size > this.#maxBodyBytes && !this.#isHandedOn()) throw new UnreadableResponse("The response is too large.");
  }

  /** @returns the bytes after the head; undefined while it is incomplete */
  #readHead(bytes: Buffer): Buffer | undefined {
    const known = this.#unread ? Buffer.concat([this.#unread, bytes]) : bytes;
    const end = known.indexOf(END_OF_HEAD);
    if (end > MAX_HEAD_BYTES || (end === -1 && known.length > MAX_HEAD_BYTES))
      throw new UnreadableResponse("The headers are too large.");
    if (end === -1) {
      this.#unread = Buffer.from(known);
      return undefined;
    }
    this.#unread = undefined;
    this.#takeHead(known.toString("latin1", 0, end));
    return known.subarray(end + END_OF_HEAD.length);
  }

  #takeHead(head: string): void {
    const [statusLine, ...lines] = head.split("\r\n");
    const [, minor, status] = STATUS_LINE.exec(statusLine!) ?? [];
    if (!status) throw new UnreadableResponse("The response is not HTTP/1.1.");
    this.#status = Number(status);
    const headers = new Map<string, string>();
    for (const line of lines) {
      const colon = line.indexOf(":");
      const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
      if (!HEADER_NAME.test(name)) throw new UnreadableResponse("Malformed header in the response.");
      const value = line.slice(colon + 1).trim();
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
    // An interim response, such as 103 Early Hints: the final one follows.
    if (this.#status < 200) {
      if (this.#status === 101) throw new UnreadableResponse("Unexpected upgrade of the connection.");
      return;
    }
    this.#headers = headers;
    const connection = headers.get("connection")?.toLowerCase() ?? "";
    this.#isReusable = minor === "1" ? !connection.includes("close") : connection.includes("keep-alive");
    this.#expectBody(headers);
  }

  #expectBody(headers: ReadonlyMap<string, string>): void {
    const encoding = headers.get("transfer-encoding");
    const length = headers.get("content-length");
    if (this.#status === 204 || this.#status === 304) this.#expectBytes(0);
    else if (encoding !== undefined) {
      // RFC 9112, 6.3: with both of them it may be response smuggling.
      if (length !== undefined || encoding.toLowerCase() !== "chunked")
        throw new UnreadableResponse("The length of the response is ambiguous.");
      this.#reading = "chunk size";
    } else if (length !== undefined) {
      if (!DIGITS.test(length)) throw new UnreadableResponse("The length of the response is ambiguous.");
      this.#expectBytes(Number(length));
    } else {
      this.#reading = "body until close";
      this.#isReusable = false;
    }
  }

  #expectBytes(count: number): void {
    this.#checkSize(count);
    this.#reading = "sized body";
    this.#expected = count;
    if (!this.#isHandedOn()) this.#body = Buffer.allocUnsafe(count);
  }

  #isHandedOn(): boolean {
    return this.#onBody !== undefined && this.#status === 200;
  }

  /** One step. @returns the remaining bytes; undefined if more data is needed */
  #readChunked(bytes: Buffer): Buffer | undefined {
    if (this.#reading === "chunk") {
      const piece = bytes.subarray(0, this.#expected);
      if (piece.length > 0) this.#keep(piece);
      this.#expected -= piece.length;
      if (this.#expected > 0) return undefined;
      this.#reading = "end of chunk";
      return bytes.subarray(piece.length);
    }
    const known = this.#unread ? Buffer.concat([this.#unread, bytes]) : bytes;
    const end = known.indexOf("\r\n");
    if (end === -1) {
      if (known.length > MAX_HEAD_BYTES) throw new UnreadableResponse("Malformed chunk in the response.");
      this.#unread = Buffer.from(known);
      return undefined;
    }
    this.#unread = undefined;
    this.#takeChunkLine(known.toString("latin1", 0, end));
    return known.subarray(end + 2);
  }

  #takeChunkLine(line: string): void {
    if (this.#reading === "trailers") {
      this.#hasEnded = line === "";
    } else if (this.#reading === "end of chunk") {
      if (line !== "") throw new UnreadableResponse("Malformed chunk in the response.");
      this.#reading = "chunk size";
    } else {
      const [, size] = CHUNK_SIZE.exec(line) ?? [];
      if (size === undefined) throw new UnreadableResponse("Malformed chunk in the response.");
      this.#expected = parseInt(size, 16);
      this.#checkSize(this.#size + this.#expected);
      this.#reading = this.#expected === 0 ? "trailers" : "chunk";
    }
  }
}
