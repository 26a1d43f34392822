// Texts of mail about accounts, by language, with a file for each in translations/. They contain nothing that a person wrote, not even a
// name: the recipient may be a stranger.
import { de } from "./translations/de.ts";
import { en } from "./translations/en.ts";
import { es } from "./translations/es.ts";
import { fr } from "./translations/fr.ts";
import type { Translation } from "./translations/words.ts";

const TRANSLATIONS: Record<string, Translation> = { en, de, es, fr };

/** Texts in the language of the locale, or in English. */
export function translationFor(locale: string): Translation {
  return TRANSLATIONS[locale.split("-")[0]!.toLowerCase()] ?? en;
}
