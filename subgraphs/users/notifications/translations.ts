// What mail about an account says, by language. A language is a file of its own in words/. Nothing that a person wrote is
// in it, not even a name: whoever gets it may be a stranger whose address somebody else gave.
import { de } from "./translations/de.ts";
import { en } from "./translations/en.ts";
import { es } from "./translations/es.ts";
import { fr } from "./translations/fr.ts";

interface Text {
  subject: string;
  paragraphs: string[];
}

export interface Words {
  code(code: string, minutes: number): Text;
  /** To whoever has an account with the address that somebody wanted for another account. */
  taken: Text;
  /** To the address that an account had before. */
  changed: Text;
  /** After several wrong passwords. */
  tried: Text;
}

const WORDS: Record<string, Words> = { en, de, es, fr };

/** In the language of the locale, else in English. */
export function wordsFor(locale: string): Words {
  return WORDS[locale.split("-")[0]!.toLowerCase()] ?? en;
}
