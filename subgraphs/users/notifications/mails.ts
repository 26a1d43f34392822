// The mail of a text, as plain text and HTML.
import { htmlOf } from "../../../platform/http/html.ts";
import type { Mail } from "../../../platform/mail.ts";
import type { Text } from "./translations/words.ts";

/** @param id the same for each attempt */
export function mailOf(id: string, address: string, { subject, paragraphs }: Text, locale: string): Mail {
  return {
    id,
    to: { name: "", address },
    subject,
    text: `${paragraphs.join("\n\n")}\n`,
    html: htmlOf(paragraphs, locale),
    attachments: [],
  };
}
