// Strength of a password by zxcvbn: number of guesses of an attacker who knows the lists of used passwords, words and names, and who the
// person is. The dictionaries take 100 MB and half a second of processor time to load: only the worker thread imports this module.
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as de from "@zxcvbn-ts/language-de";
import * as en from "@zxcvbn-ts/language-en";
import * as es from "@zxcvbn-ts/language-es-es";
import * as fr from "@zxcvbn-ts/language-fr";

export interface Owner {
  email: string;
  displayName: string;
}

/** Characters that are judged: the time grows with the square of their number. */
export const JUDGED_CHARACTERS = 128;
/** Fewer than 10^8 guesses are too few. */
const MIN_SCORE = 3;
/** Minimum score without blanks, and without signs at the ends: fewer than 10^6 guesses are too few. */
const MIN_BARE_SCORE = 2;
/** Measured: 128 characters take up to 5 s of processor time with the default of 100, 225 ms with 10. */
const MAX_SUBSTITUTIONS = 10;

/**
 * Left out are lists of months, planets and similar, whose words are in `commonWords`, and words of Wikipedia, which double the time to load
 * all others and add rare words.
 */
const LISTS = /^(passwords|commonWords|firstnames|lastnames)/;

const lists = [common, en, de, fr, es].flatMap(({ dictionary }) => Object.entries(dictionary));

const zxcvbn = new ZxcvbnFactory({
  dictionary: Object.fromEntries(lists.filter(([name]) => LISTS.test(name))),
  graphs: common.adjacencyGraphs,
  translations: en.translations,
  maxLength: JUDGED_CHARACTERS,
  l33tMaxSubstitutions: MAX_SUBSTITUTIONS,
});

const SERVICE = "boxoffice";

/** Text without case, accents, blanks and signs. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Words of a person: the address and its parts, and the name and its parts in both orders. */
function wordsOf({ email, displayName }: Owner): string[] {
  const at = email.lastIndexOf("@");
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  const names = displayName.split(/\s+/);
  const backwards = names.toReversed().join(" ");
  const words = [
    email,
    local,
    domain,
    displayName,
    backwards,
    ...local.split(/[.+_-]/),
    ...domain.split("."),
    ...names,
  ];
  return [...new Set([SERVICE, ...words].flatMap((word) => [word, folded(word)]))].filter((word) => word !== "");
}

/** Password without blanks, and without signs at the ends, which people add to meet rules. */
function bare(password: string): string {
  return password.replaceAll(/\s/g, "").replaceAll(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}

/** Reasons why the password is easy to guess, as sentences; undefined if it is not. */
export function weaknessOf(password: string, owner: Owner): string | undefined {
  // Full-width letters are guessed like others.
  const judged = password.normalize("NFKC").slice(0, JUDGED_CHARACTERS);
  const words = wordsOf(owner);
  for (const [text, minimum] of [
    [judged, MIN_SCORE],
    [bare(judged), MIN_BARE_SCORE],
  ] as const) {
    const { score, feedback } = zxcvbn.check(text, words);
    if (score < minimum) return [feedback.warning, ...feedback.suggestions].filter(Boolean).join(" ");
  }
  return undefined;
}
