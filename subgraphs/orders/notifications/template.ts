// Placeholders in letters of organizers. Values are never searched for placeholders.
export const PLACEHOLDERS = ["name", "event", "date", "place", "order", "organizer"] as const;

export type Values = Readonly<Record<(typeof PLACEHOLDERS)[number], string>>;

const IN_BRACES = /\{([^{}]*)\}/g;

const isKnown = (name: string): name is keyof Values => (PLACEHOLDERS as readonly string[]).includes(name);

/** The first text in braces that is no placeholder. */
export function unknownPlaceholder(template: string): string | undefined {
  return [...template.matchAll(IN_BRACES)].map(([, name]) => name!).find((name) => !isKnown(name));
}

export function filled(template: string, values: Values): string {
  return template.replaceAll(IN_BRACES, (whole, name: string) => (isKnown(name) ? values[name] : whole));
}

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** A header has one line, whatever the values hold. */
export function filledLine(template: string, values: Values): string {
  return filled(template, values).replaceAll(BREAKS, " ").trim();
}

/** Paragraphs: blank lines separate them. */
export function filledParagraphs(template: string, values: Values): string[] {
  return template
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => filled(paragraph, values).trim())
    .filter((paragraph) => paragraph !== "");
}
