// HTML by template: interpolated text is escaped, unless it is HTML already.
import { escapeHtml } from "../../platform/http/html.ts";

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | number | Html | readonly Html[] | false | null | undefined;

export function html(texts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(texts.reduce((all, text, index) => `${all}${textOf(pieces[index - 1])}${text}`));
}

function textOf(piece: Piece): string {
  if (piece === undefined || piece === null || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  return typeof piece === "object" ? piece.map(({ text }) => text).join("") : escapeHtml(String(piece));
}

/** A text whose last words in brackets are a link. */
export function withLink(text: string, href: string): Html {
  const [, before = text, words = "", after = ""] = /^(.*)\[(.+)\](.*)$/s.exec(text) ?? [];
  return html`${before}<a href="${href}">${words}</a>${after}`;
}
