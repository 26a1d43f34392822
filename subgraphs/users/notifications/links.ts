// Links of mails: each opens a page of the gateway. A link with a code fills it in; only the button of the page uses it, because mail scanners
// open links, too.
import type { Text } from "./translations/words.ts";

/** The text with a link after this paragraph; unchanged without a public URL. @param page path and search, below /account/ */
export function withLink(text: Text, after: string, page: string, publicUrl: string | null): Text {
  if (publicUrl === null) return text;
  const { href } = new URL(`/account/${page}`, publicUrl);
  return { ...text, paragraphs: text.paragraphs.flatMap((one) => (one === after ? [one, href] : [one])) };
}
