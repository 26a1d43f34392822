// Links of mails with a code: each opens a page of the gateway that fills in the code. Only its button uses the code, because mail scanners
// open links, too.
import type { Text } from "./translations/words.ts";

export type CodePage = "code" | "verify" | "report-sign-in" | "undo-email-change";

/** The text with a link after its code; without a public URL the code alone. */
export function withLink(text: Text, code: string, page: CodePage, publicUrl: string | null): Text {
  if (publicUrl === null) return text;
  const { href } = new URL(`/account/${page}?code=${code}`, publicUrl);
  const paragraphs = text.paragraphs.flatMap((paragraph) => (paragraph === code ? [paragraph, href] : [paragraph]));
  return { ...text, paragraphs };
}
