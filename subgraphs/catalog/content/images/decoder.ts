// Decodes each uploaded picture in a process of its own, one at a time. A picture that crashes the decoder, or exploits it, finds there no
// connection, no environment and no other picture. The process ends with its picture, and its memory is returned.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Format } from "./formats.ts";

/** The picture in one width, as WebP without metadata. */
export interface Variant {
  width: number;
  height: number;
  bytes: Buffer;
}

/** The reason is for the client. */
export class UnreadableImage extends Error {}

export interface Decoder {
  /** Variants of the picture, widest last. @throws UnreadableImage */
  decode(file: Buffer, format: Format): Promise<Variant[]>;
  stop(): Promise<void>;
}

/** What the process answers with before the variants' bytes, as one line. */
export type Head = { problem: string } | { variants: { width: number; height: number; size: number }[] };

const PROGRAM = fileURLToPath(new URL("./decoder-main.ts", import.meta.url));
/** On the clock. The largest picture takes a few seconds of a processor. */
const DEADLINE_MS = 40_000;
/** More than the variants of any picture have. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const BROKEN = "The picture is damaged, or too complex to decode.";

export function createDecoder(): Decoder {
  let last: Promise<unknown> = Promise.resolve();
  const stopped = new AbortController();
  return {
    decode: (file, format) => {
      const decoded = last.then(async () => variantsIn(await run(file, format, stopped.signal)));
      last = decoded.catch(() => {});
      return decoded;
    },
    stop: async () => {
      stopped.abort();
      await last;
    },
  };
}

function run(file: Buffer, format: Format, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, format], {
      env: {},
      stdio: ["pipe", "pipe", "ignore"],
      timeout: DEADLINE_MS,
      killSignal: "SIGKILL",
      signal,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_ANSWER_BYTES) child.kill("SIGKILL");
    });
    // It may end before it has read everything.
    child.stdin.on("error", () => {});
    child.stdin.end(file);
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(Buffer.concat(chunks)) : reject(new UnreadableImage(BROKEN))));
  });
}

function variantsIn(answer: Buffer): Variant[] {
  const end = answer.indexOf("\n");
  const head = JSON.parse(answer.toString("utf8", 0, end)) as Head;
  if ("problem" in head) throw new UnreadableImage(head.problem);
  let at = end + 1;
  return head.variants.map(({ width, height, size }) => ({ width, height, bytes: answer.subarray(at, (at += size)) }));
}
