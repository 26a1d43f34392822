/** Escapes untrusted text, for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A mail's text as HTML: one element for each paragraph, with escaped text. */
export function htmlOf(paragraphs: string[], locale: string): string {
  const body = paragraphs.map((text) => `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>`).join("\n");
  return `<!doctype html>\n<html lang="${escapeHtml(locale)}">\n<body style="font-family: sans-serif; max-width: 40em">\n${body}\n</body>\n</html>\n`;
}
