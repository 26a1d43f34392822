// Fonts of printed tickets. Western text uses the standard fonts, which every PDF reader has. Other text uses DejaVu (Latin, Greek, Cyrillic,
// Hebrew, Arabic and more), with a fallback font for each script that DejaVu lacks. Fonts for Chinese, Japanese and Korean are too large
// for a dependency: they come from TICKET_FONTS.
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { openSync, type Font } from "fontkit";

export interface PrintFont {
  /** Font for pdfkit: the name of a standard font, or a file. */
  source: string;
  /** Whether the font has glyphs for all of the text. */
  covers(text: string): boolean;
}

/** Fonts of each style, in the order of preference. */
export interface FontSet {
  text: PrintFont[];
  bold: PrintFont[];
}

/** Characters of WinAnsiEncoding, which the standard fonts of PDF have (ISO 32000-1, annex D). */
const WIN_ANSI = /^[\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;

/** Printing with standard fonts takes a fifth of the time, because nothing is embedded. */
const standard = (source: string): PrintFont => ({ source, covers: (text) => WIN_ANSI.test(text) });
export const STANDARD_FONTS: FontSet = { text: [standard("Helvetica")], bold: [standard("Helvetica-Bold")] };

const FALLBACKS = [
  "@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf",
  "@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

/** Format characters without a glyph of their own: joiners and variation selectors. */
const INVISIBLE = /[\u200c\u200d\ufe0e\ufe0f]/u;

function fromFile(source: string): PrintFont {
  let font: Font | undefined;
  const has = (character: string) => {
    font ??= openSync(source) as Font;
    return INVISIBLE.test(character) || font.hasGlyphForCodePoint(character.codePointAt(0)!);
  };
  return { source, covers: (text) => [...text].every(has) };
}

const require = createRequire(import.meta.url);

/** @param folder holds further TrueType or OpenType fonts; it may be missing */
export function embeddedFonts(folder: string): FontSet {
  const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const more = files.filter((file) => /\.(ttf|otf)$/i.test(file)).map((file) => path.join(folder, file));
  const fallbacks = [...FALLBACKS.map((name) => require.resolve(name)), ...more].map(fromFile);
  const dejaVu = (name: string) => fromFile(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  return { text: [dejaVu("DejaVuSans"), ...fallbacks], bold: [dejaVu("DejaVuSans-Bold"), ...fallbacks] };
}
