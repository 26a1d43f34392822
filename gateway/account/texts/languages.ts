// The texts of each language.
import type { IncomingMessage } from "node:http";
import { localeOf, type Locale } from "../../../platform/http/locale.ts";
import { texts as de } from "./de.ts";
import { texts as en, type Texts } from "./en.ts";
import { texts as es } from "./es.ts";
import { texts as fr } from "./fr.ts";
import { texts as he } from "./he.ts";

export const TEXTS: Record<Locale, Texts> = { en, de, fr, es, he };

/** In the language that the reader has chosen, or else the browser's. */
export const textsFor = (request: IncomingMessage): Texts => TEXTS[localeOf(request)];
