// Process of decoder.ts: a picture in, its variants out. The first line of the output is JSON (`Head`); the variants' bytes follow.
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import sharp, { type OutputInfo } from "sharp";
import type { Head } from "./decoder.ts";
import type { Format } from "./formats.ts";

/** 40 megapixels. */
const MAX_PIXELS = 40_000_000;
/** Widths of variants; a narrower picture also has a variant in its own width. A variant is at most twice as high as its width here. */
const WIDTHS = [320, 640, 1_280, 2_560] as const;
const WEBP = { quality: 80, effort: 4 };

const LOADERS = {
  jpeg: "VipsForeignLoadJpegBuffer",
  png: "VipsForeignLoadPngBuffer",
  webp: "VipsForeignLoadWebpBuffer",
  avif: "VipsForeignLoadHeifBuffer",
  gif: "VipsForeignLoadNsgifBuffer",
} as const satisfies Record<Format, string>;

const DAMAGED = "The picture is damaged or incomplete.";

class Unreadable extends Error {}

/** The system ends this process first if memory runs out. Only Linux has this file. */
function volunteer(): void {
  try {
    writeFileSync("/proc/self/oom_score_adj", "1000");
  } catch {
    // Elsewhere nothing is needed.
  }
}

async function decode(file: Buffer, format: Format) {
  // No other loader of the library may guess another type, such as SVG or PDF.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: [LOADERS[format]] });
  sharp.cache(false);
  sharp.concurrency(1);
  const input = { limitInputPixels: false, failOn: "error", pages: 1 } as const;
  // From the header: nothing is decoded yet.
  const { width, height } = await sharp(file, input)
    .metadata()
    .catch(() => {
      throw new Unreadable(DAMAGED);
    });
  if (width * height > MAX_PIXELS) {
    const found = `${width} × ${height}`;
    throw new Unreadable(`The picture has ${found} pixels; at most 40 megapixels are allowed.`);
  }
  const widest = WIDTHS.at(-1)!;
  const { data, info } = await sharp(file, { ...input, limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize({ width: widest, height: 2 * widest, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Unreadable(DAMAGED);
    });
  const widths = [...WIDTHS.filter((one) => one < info.width), info.width];
  return Promise.all(widths.map((one) => variantOf(data, info, one)));
}

async function variantOf(data: Buffer, { width, height, channels }: OutputInfo, to: number) {
  const picture = sharp(data, { raw: { width, height, channels } });
  const narrowed = to < width ? picture.resize({ width: to, height: 2 * to, fit: "inside" }) : picture;
  return narrowed.webp(WEBP).toBuffer({ resolveWithObject: true });
}

async function write(head: Head, bytes: Buffer[] = []): Promise<void> {
  process.stdout.end(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...bytes]));
  await once(process.stdout, "finish");
}

volunteer();
try {
  const variants = await decode(await buffer(process.stdin), process.argv[2] as Format);
  const described = variants.map(({ data, info }) => ({ width: info.width, height: info.height, size: data.length }));
  await write(
    { variants: described },
    variants.map(({ data }) => data),
  );
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  await write({ problem: error.message });
}
