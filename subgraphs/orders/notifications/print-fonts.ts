// Chooses the fonts of a document by its texts.
import { embeddedFonts, STANDARD_FONTS, type FontSet } from "./fonts.ts";
import { canPrint } from "./text-layout.ts";

/** Cached, because opening a font takes longer than printing a ticket. */
const embeddedFrom = new Map<string, FontSet>();

/** The standard fonts if they have all characters. */
export function fontsFor(texts: string[], folder: string): FontSet {
  return texts.every((text) => canPrint(STANDARD_FONTS.text, text)) ? STANDARD_FONTS : embedded(folder);
}

function embedded(folder: string): FontSet {
  const known = embeddedFrom.get(folder) ?? embeddedFonts(folder);
  embeddedFrom.set(folder, known);
  return known;
}
