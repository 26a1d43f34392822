// Fonts for printed names in Chinese, Japanese and Korean: Debian's Droid Sans Fallback (Apache-2.0), installed or fetched.
import { existsSync } from "node:fs";
import path from "node:path";
import { fetchDebianPackages } from "./debian-packages.ts";

const PACKAGE = "fonts-droid-fallback";
const FOLDER = "usr/share/fonts-droid-fallback/truetype";

/** The folder of the font, which is fetched into `cache` if this machine lacks it; undefined where it is not to be had. */
export function findTicketFonts(cache: string): string | undefined {
  const installed = path.join("/", FOLDER);
  const fetched = path.join(cache, "root", FOLDER);
  if (existsSync(installed)) return installed;
  if (existsSync(fetched) || fetchDebianPackages(cache, [PACKAGE])) return fetched;
  return undefined;
}
