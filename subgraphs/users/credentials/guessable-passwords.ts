// Passwords that attackers try first. These are the most used ones of published leaks (49,000 of zxcvbn-ts), and the name and address of
// the person. A few digits or signs at the ends do not matter.
import { dictionary } from "@zxcvbn-ts/language-common";

export interface Owner {
  email: string;
  displayName: string;
}

/** Password without case, accents, blanks and signs. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Text without up to four digits at each end, such as a year, which people add to meet rules. */
function bare(text: string): string {
  return text.replace(/^\d{1,4}(?=\D)/, "").replace(/(?<=\D)\d{1,4}$/, "");
}

const SERVICE = "boxoffice";
/** Minimum length of a word: shorter ones occur in too many passwords. */
const MIN_WORD = 3;

const mostUsed = new Set([SERVICE, ...(dictionary["passwords-common"] as string[]).map(folded)].filter(isWord));

function isWord(text: string): boolean {
  return text.length >= MIN_WORD;
}

/** Words of a person: the address and its parts, and the name and its parts. */
function wordsOf({ email, displayName }: Owner): Set<string> {
  const [local = "", domain = ""] = [email.slice(0, email.lastIndexOf("@")), email.slice(email.lastIndexOf("@") + 1)];
  const names = displayName.split(/\s+/);
  const whole = [email, local, domain, displayName, names.toReversed().join("")];
  const parts = [...local.split(/[.+_-]/), ...domain.split("."), ...names];
  return new Set([...whole, ...parts].flatMap((word) => [folded(word), bare(folded(word))]).filter(isWord));
}

/** Maximum of different characters in a trivial password, such as `aaaaaaaa`. */
const FEW_CHARACTERS = 2;

export function isGuessable(password: string, owner: Owner): boolean {
  const text = folded(password);
  if (new Set(password.toLowerCase()).size <= FEW_CHARACTERS) return true;
  const own = wordsOf(owner);
  // "adaada" is as weak as "ada".
  const once = /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
  return [text, bare(text), once, bare(once)].some((form) => mostUsed.has(form) || own.has(form));
}
