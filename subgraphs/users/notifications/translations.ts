// What mail about an account says, by language. A language is a file of its own in translations/. Nothing that a person wrote is
// in it, not even a name: whoever gets it may be a stranger whose address somebody else gave.
import { de } from "./translations/de.ts";
import { en } from "./translations/en.ts";
import { es } from "./translations/es.ts";
import { fr } from "./translations/fr.ts";
import type { Translation } from "./translations/words.ts";

const TRANSLATIONS: Record<string, Translation> = { en, de, es, fr };

/** In the language of the locale, else in English. */
export function translationFor(locale: string): Translation {
  return TRANSLATIONS[locale.split("-")[0]!.toLowerCase()] ?? en;
}
