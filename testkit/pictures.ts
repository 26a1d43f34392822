// Pictures for tests: harmless ones, and files that try to harm who decodes them.
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** Each call makes another file. */
let made = 0;

export function plain(width: number, height: number): Sharp {
  const shade = ++made;
  return sharp({ create: { width, height, channels: 3, background: { r: shade % 256, g: shade >> 8, b: 90 } } });
}

export const jpeg = (width = 1_000, height = 600) => plain(width, height).jpeg().toBuffer();
export const png = (width = 1_000, height = 600) => plain(width, height).png().toBuffer();

/** As phones take them: turned by 90°, with the place and the camera. */
export const photo = () =>
  plain(400, 300)
    .withExif({ IFD0: { Make: "SECRET-CAMERA" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 28/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG whose header says one size, with these chunks before its pixels. */
function pngSaying(width: number, height: number, pixels: Buffer, more: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...more,
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A few kilobytes that would be 12 GB of pixels. */
export const pixelBomb = () => pngSaying(65_500, 65_500, Buffer.alloc(1_000_000));

/** A picture of one pixel with texts that would be 200 MB. */
export function textBomb(): Buffer {
  const text = Buffer.concat([Buffer.from("Comment\0\0", "latin1"), deflateSync(Buffer.alloc(100_000_000))]);
  return pngSaying(1, 1, Buffer.alloc(4), [chunk("zTXt", text), chunk("zTXt", text)]);
}

/** A header without the pixels that it promises. */
export const emptyPng = () => pngSaying(5_000, 5_000, Buffer.alloc(10));

/** A GIF whose frame is said to be larger than a whole screen may be. */
export function gifBomb(): Buffer {
  const size = Buffer.from([0xff, 0xff, 0xff, 0xff]);
  return Buffer.concat([
    Buffer.from("GIF89a", "latin1"),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);
}
