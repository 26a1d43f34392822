// Times and amounts of money in the language of a page.
import { decimalsOf } from "../../platform/core/currencies.ts";
import type { Locale } from "../../platform/http/locale.ts";
import { html, type Html } from "./html.ts";
import type { Texts } from "./texts/en.ts";

/** Days before months in English, too. */
const tagOf = (locale: Locale) => (locale === "en" ? "en-GB" : locale);

const formats = new Map<Locale, Intl.DateTimeFormat>();

function formatOf(locale: Locale): Intl.DateTimeFormat {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
    formats.set(locale, format);
  }
  return format;
}

export const time = ({ locale }: Pick<Texts, "locale">, iso: string): Html =>
  html`<time datetime="${iso}">${formatOf(locale).format(new Date(iso))} UTC</time>`;

/** @param amount in the smallest unit of the currency */
export function price({ locale }: Pick<Texts, "locale">, { amount, currency }: { amount: number; currency: string }) {
  const digits = decimalsOf(currency);
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(tagOf(locale), { style: "currency", currency, ...decimals }).format(
    amount / 10 ** digits,
  );
}
