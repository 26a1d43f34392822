// Texts of notifications and printed tickets. Each language is a file in translations/.
import { decimalsOf } from "../../../platform/core/currencies.ts";
import { de } from "./translations/de.ts";
import { en } from "./translations/en.ts";
import { es } from "./translations/es.ts";
import { fr } from "./translations/fr.ts";
import type { Translation } from "./translations/words.ts";

const TRANSLATIONS: Record<string, Translation> = { en, de, es, fr };

/** Translation for the locale's language; otherwise English. */
export function translationFor(locale: string): Translation {
  const language = locale.split("-")[0]!.toLowerCase();
  return Object.hasOwn(TRANSLATIONS, language) ? TRANSLATIONS[language]! : en;
}

export function languages(): string[] {
  return Object.keys(TRANSLATIONS);
}

/** The locale if Intl supports it; otherwise English. */
function knownLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}

/** Local time of the place. */
export function formatTime(at: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(knownLocale(locale), { dateStyle: "full", timeStyle: "short", timeZone }).format(at);
}

/** Day in this time zone. */
export function formatDay(at: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(knownLocale(locale), { dateStyle: "long", timeZone }).format(at);
}

/** `amount` in minor units. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(knownLocale(locale), {
    style: "currency",
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 10 ** decimals);
}
