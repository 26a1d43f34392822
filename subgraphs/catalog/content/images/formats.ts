// Formats of uploaded pictures, by their first bytes: what a client or a file name says of the type does not count.

export const FORMATS = ["jpeg", "png", "webp", "avif", "gif"] as const;
export type Format = (typeof FORMATS)[number];

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The bytes that a name of four letters starts at, in the containers of WebP and AVIF. */
const nameAt = (file: Buffer, start: number) => file.toString("latin1", start, start + 4);

/** Undefined for anything else. */
export function formatOf(file: Buffer): Format | undefined {
  if (file.subarray(0, JPEG.length).equals(JPEG)) return "jpeg";
  if (file.subarray(0, PNG.length).equals(PNG)) return "png";
  if (nameAt(file, 0) === "RIFF" && nameAt(file, 8) === "WEBP") return "webp";
  if (nameAt(file, 4) === "ftyp" && ["avif", "avis"].includes(nameAt(file, 8))) return "avif";
  if (["GIF87a", "GIF89a"].includes(file.toString("latin1", 0, 6))) return "gif";
  return undefined;
}
