// Passwords that are tried first: the most used ones of published leaks (49,000 of zxcvbn-ts), those with a few digits or signs at their
// ends, and the person's own name and address.
import { dictionary } from "@zxcvbn-ts/language-common";

export interface Owner {
  email: string;
  displayName: string;
}

/** How a password looks when case, accents, blanks and signs are left out. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Without the digits at its ends that people add when they are asked for some, such as a year. */
function bare(text: string): string {
  return text.replace(/^\d{1,4}(?=\D)/, "").replace(/(?<=\D)\d{1,4}$/, "");
}

const SERVICE = "boxoffice";
/** Shorter words are part of too much. */
const MIN_WORD = 3;

const mostUsed = new Set([SERVICE, ...(dictionary["passwords-common"] as string[]).map(folded)].filter(isWord));

function isWord(text: string): boolean {
  return text.length >= MIN_WORD;
}

/** Of a person: the address, its parts, and the name and its parts. */
function wordsOf({ email, displayName }: Owner): Set<string> {
  const [local = "", domain = ""] = [email.slice(0, email.lastIndexOf("@")), email.slice(email.lastIndexOf("@") + 1)];
  const names = displayName.split(/\s+/);
  const whole = [email, local, domain, displayName, names.toReversed().join("")];
  const parts = [...local.split(/[.+_-]/), ...domain.split("."), ...names];
  return new Set([...whole, ...parts].flatMap((word) => [folded(word), bare(folded(word))]).filter(isWord));
}

/** How few different characters make a password that is tried as one of a kind, such as `aaaaaaaa`. */
const FEW_CHARACTERS = 2;

export function isGuessable(password: string, owner: Owner): boolean {
  const text = folded(password);
  if (new Set(password.toLowerCase()).size <= FEW_CHARACTERS) return true;
  const own = wordsOf(owner);
  // "adaada" is no better than "ada".
  const once = /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
  return [text, bare(text), once, bare(once)].some((form) => mostUsed.has(form) || own.has(form));
}
