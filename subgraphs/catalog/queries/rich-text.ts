// Descriptions as HTML: a subset of Markdown. All else is text: HTML, images, tables and code stay as they were written. The parser knows no
// HTML, so the result has only the elements and attributes of these rules.
import { LRUCache } from "lru-cache";
import type { MarkdownIt, Token } from "markdown-it";

const RULES = [
  ...["heading", "list", "blockquote", "hr", "paragraph"],
  ...["newline", "escape", "emphasis", "strikethrough", "link", "autolink", "entity"],
];
/** Deeper lists and quotations are text. */
const MAX_NESTING = 12;
const MAX_CACHED_CHARACTERS = 8 * 1024 * 1024;
/** The page has the first two levels. */
const HEADING_OFFSET = 2;

let loaded: Promise<MarkdownIt> | undefined;
const rendered = new LRUCache<string, string>({
  maxSize: MAX_CACHED_CHARACTERS,
  sizeCalculation: (html, text) => html.length + text.length + 1,
});

/** Loaded with the first description that is asked for. */
function parser(): Promise<MarkdownIt> {
  return (loaded ??= import("markdown-it").then(({ default: create }) => {
    const markdown = create("zero", { html: false, breaks: true, maxNesting: MAX_NESTING }).enable(RULES);
    markdown.validateLink = (url) => /^(https:\/\/|mailto:)/i.test(url);
    markdown.renderer.rules.link_open = (tokens, index, options, _, self) => {
      tokens[index]!.attrSet("rel", "noopener nofollow");
      return self.renderToken(tokens, index, options);
    };
    markdown.core.ruler.push("lower_headings", ({ tokens }) => {
      for (const token of tokens)
        if (token.type.startsWith("heading_"))
          token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + HEADING_OFFSET)}`;
    });
    // The parser accepts an empty target without asking `validateLink`.
    markdown.core.ruler.push("no_empty_links", ({ tokens }) => {
      for (const token of tokens) if (token.children) token.children = withoutEmptyLinks(token.children);
    });
    return markdown;
  }));
}

/** Links don't nest, so the next end is that of the link. */
function withoutEmptyLinks(tokens: Token[]): Token[] {
  let isInEmptyLink = false;
  return tokens.filter((token) => {
    if (token.type === "link_open" && token.attrGet("href") === "") isInEmptyLink = true;
    else if (token.type === "link_close" && isInEmptyLink) isInEmptyLink = false;
    else return true;
    return false;
  });
}

export async function richText(text: string | null | undefined): Promise<string | null> {
  if (text == null || text.trim() === "") return null;
  const known = rendered.get(text);
  if (known !== undefined) return known;
  const html = (await parser()).render(text);
  rendered.set(text, html);
  return html;
}
