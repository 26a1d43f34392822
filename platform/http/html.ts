/** Escapes untrusted text, for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const isUrl = (text: string) => /^https?:\/\/\S+$/.test(text);
const anchor = (url: string) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
const withBreaks = (text: string) => escapeHtml(text).replaceAll("\n", "<br>");

/** A mail's text as HTML: one element for each paragraph, with escaped text; a URL is a link. */
export function htmlOf(paragraphs: string[], locale: string): string {
  const body = paragraphs.map((text) => `<p>${isUrl(text) ? anchor(text) : withBreaks(text)}</p>`).join("\n");
  return `<!doctype html>\n<html lang="${escapeHtml(locale)}">\n<body style="font-family: sans-serif; max-width: 40em">\n${body}\n</body>\n</html>\n`;
}
