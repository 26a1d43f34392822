// The language of a page: chosen by its reader, or else the browser's.
import type { IncomingMessage } from "node:http";
import Negotiator from "negotiator";

export const LOCALES = ["en", "de", "fr", "es", "he"] as const;
export type Locale = (typeof LOCALES)[number];

const COOKIE = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/;

export const isLocale = (text: string | null | undefined): text is Locale => LOCALES.some((locale) => locale === text);

export function localeOf(request: IncomingMessage): Locale {
  const chosen = COOKIE.exec(request.headers.cookie ?? "")?.[1];
  if (isLocale(chosen)) return chosen;
  const preferred = new Negotiator(request).languages().map((tag) => tag.slice(0, 2).toLowerCase());
  return preferred.find(isLocale) ?? "en";
}

/** Remembers the choice for a year. Scripts don't need it. */
export const languageCookie = (locale: Locale) =>
  `language=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;

export const directionOf = (locale: Locale): "ltr" | "rtl" => (locale === "he" ? "rtl" : "ltr");
