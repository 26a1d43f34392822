// The language of a page: chosen by its reader, or else the browser's.
import type { IncomingMessage } from "node:http";
import Negotiator from "negotiator";

export const LOCALES = ["en", "de", "fr", "es", "he"] as const;
export type Locale = (typeof LOCALES)[number];

const COOKIE = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/;

export const isLocale = (text: string | null | undefined): text is Locale => LOCALES.some((locale) => locale === text);

/** The language that the reader has chosen on a page; undefined if there was no choice. */
export function chosenLocale({ headers }: Pick<IncomingMessage, "headers">): Locale | undefined {
  const chosen = COOKIE.exec(headers.cookie ?? "")?.[1];
  return isLocale(chosen) ? chosen : undefined;
}

export function localeOf(request: IncomingMessage): Locale {
  const chosen = chosenLocale(request);
  if (chosen !== undefined) return chosen;
  const preferred = new Negotiator(request).languages().map((tag) => tag.slice(0, 2).toLowerCase());
  return preferred.find(isLocale) ?? "en";
}

/** Remembers the choice for a year. Scripts don't need it. */
export const languageCookie = (locale: Locale) =>
  `language=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;

/** Names of the languages, each in itself. */
export const LANGUAGES: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  he: "עברית",
};

export const directionOf = (locale: Locale): "ltr" | "rtl" => (locale === "he" ? "rtl" : "ltr");
