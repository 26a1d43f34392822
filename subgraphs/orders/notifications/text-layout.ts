// Draws text of any script on a PDF page. Lines are broken in logical order, then reordered by the Unicode Bidirectional Algorithm (UAX #9).
// Each run gets the first font that has its glyphs. pdfkit shapes a run, but neither orders runs nor has fallback fonts.
import anyAscii from "any-ascii";
import bidiFactory from "bidi-js";
import type { PrintFont } from "./fonts.ts";

export interface Style {
  fonts: PrintFont[];
  /** Points. */
  size: number;
  /** Maximum number of lines; longer text ends in an ellipsis. */
  lines: number;
}

/** Text of one font and one direction. */
interface Run {
  /** Text in reading order. */
  text: string;
  /** Text to draw: brackets in right-to-left text are mirrored. */
  drawn: string;
  font: PrintFont;
  /** Embedding level; odd levels run from right to left. */
  level: number;
  width: number;
}

interface Line {
  runs: Run[];
  width: number;
}

const LEADING = 1.25;
const ELLIPSIS = "…";
/** Isolates and direction marks, which have no glyph. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Scripts that are written without spaces: a line may end between any two words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u;
/** Scripts whose glyphs are in another order than their characters: the PDF then needs the text beside the glyphs. */
const REORDERED = /[\p{scx=Devanagari}]/u;
/** Parts of a right-to-left word that stay in reading order; all other characters are placed one by one. */
const RIGHT_TO_LEFT_PARTS = /[\p{L}\p{M}\p{N}\u200c\u200d]+|./gu;

// The types declare a default export, but the module is the function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const words = new Intl.Segmenter("und", { granularity: "word" });

/** Isolates inserted text, so that its direction does not reorder its surroundings. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** The first font that has glyphs for all of the text. */
function fontFor(fonts: PrintFont[], text: string): PrintFont | undefined {
  return fonts.find((font) => font.covers(text));
}

/** Whether every character has a glyph. */
export function canPrint(fonts: PrintFont[], text: string): boolean {
  return clustersOf(text.replaceAll(DIRECTION, "")).every((cluster) => fontFor(fonts, cluster) !== undefined);
}

/** Transcribes characters without a glyph into Latin letters. */
function printable(fonts: PrintFont[], text: string): string {
  return clustersOf(text)
    .map((cluster) => (cluster.search(DIRECTION) === 0 || fontFor(fonts, cluster) ? cluster : anyAscii(cluster)))
    .join("");
}

const clustersOf = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Draws a paragraph, aligned right if it is written from right to left, and moves the document's position below it. */
export function drawText(document: PDFKit.PDFDocument, given: string, { fonts, size, lines: limit }: Style): void {
  const text = printable(fonts, given.normalize("NFC"));
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const width = document.page.width - document.page.margins.left - document.page.margins.right;
  const measure = (part: string, font: PrintFont) => document.font(font.source).fontSize(size).widthOfString(part);

  function runsOf(start: number, end: number): Run[] {
    const runs: Run[] = [];
    let at = start;
    for (const cluster of clustersOf(text.slice(start, end))) {
      const level = levels[at]!;
      at += cluster.length;
      if (cluster.search(DIRECTION) === 0) continue;
      const font = fontFor(fonts, cluster) ?? fonts[0]!;
      const last = runs.at(-1);
      if (last && last.font === font && last.level === level) last.text += cluster;
      else runs.push({ text: cluster, drawn: cluster, font, level, width: 0 });
    }
    return runs
      .map((run) => ({ ...run, drawn: run.text }))
      .flatMap(partsOf)
      .map((run) => ({ ...run, width: measure(run.drawn, run.font) }));
  }

  const lines: Line[] = [];
  let line: Line = { runs: [], width: 0 };
  const endLine = () => {
    lines.push(line);
    line = { runs: [], width: 0 };
  };
  const add = (runs: Run[]) => {
    for (const run of runs) {
      const last = line.runs.at(-1);
      const isBlank = run.text.trim() === "";
      // A blank takes the font of the previous word, so that both are one run.
      const font = last && isBlank && last.font.covers(run.text) ? last.font : run.font;
      const joins = last && last.font === font && last.level === run.level && run.level % 2 === 0;
      if (joins)
        Object.assign(last, {
          text: last.text + run.text,
          drawn: last.drawn + run.drawn,
          width: last.width + run.width,
        });
      else line.runs.push({ ...run, font });
      line.width += run.width;
    }
  };
  for (const [start, end] of unbreakable(text)) {
    const runs = runsOf(start, end);
    if (line.width + widthOf(runs) <= width) {
      add(runs);
      continue;
    }
    if (line.width > 0) endLine();
    if (text.slice(start, end).trim() === "") continue;
    if (widthOf(runs) <= width) {
      add(runs);
      continue;
    }
    let at = start;
    for (const cluster of clustersOf(text.slice(start, end))) {
      const part = runsOf(at, at + cluster.length);
      at += cluster.length;
      if (line.width + widthOf(part) > width && line.width > 0) endLine();
      add(part);
    }
  }
  if (line.width > 0 || lines.length === 0) endLine();

  const { left, right } = document.page.margins;
  for (const [index, { runs }] of lines.slice(0, limit).entries()) {
    const isCut = index === limit - 1 && lines.length > limit;
    const shown = isCut ? cut(runs) : runs;
    const isRightToLeft = (paragraphs[0]?.level ?? 0) % 2 === 1;
    const x = isRightToLeft ? document.page.width - right - widthOf(shown) : left;
    drawLine(document, shown, { x, size });
    document.y += size * LEADING;
  }

  /** Cuts a line so that an ellipsis fits. */
  function cut(runs: Run[]): Run[] {
    const font = fontFor(fonts, ELLIPSIS) ?? fonts[0]!;
    const level = paragraphs[0]?.level ?? 0;
    const ellipsis = { text: ELLIPSIS, drawn: ELLIPSIS, font, level, width: measure(ELLIPSIS, font) };
    const kept = [...runs];
    while (kept.length > 0 && widthOf(kept) + ellipsis.width > width) {
      const last = kept.pop()!;
      const shorter = clustersOf(last.text).slice(0, -1).join("");
      if (shorter !== "") kept.push({ ...last, text: shorter, drawn: shorter, width: measure(shorter, last.font) });
    }
    return [...kept, ellipsis];
  }
}

const widthOf = (runs: Run[]) => runs.reduce((sum, { width }) => sum + width, 0);

/** Ranges of the text without a line break. */
function unbreakable(text: string): [number, number][] {
  return Array.from(text.matchAll(/\s+|\S+/gu), ({ 0: chunk, index }): [number, number][] => {
    if (!UNSPACED.test(chunk)) return [[index, index + chunk.length]];
    const ranges: [number, number][] = [];
    for (const { segment, index: at, isWordLike } of words.segment(chunk)) {
      // Punctuation stays with the previous word.
      if (!isWordLike && ranges.length > 0) ranges.at(-1)![1] += segment.length;
      else ranges.push([index + at, index + at + segment.length]);
    }
    return ranges;
  }).flat();
}

/** In right-to-left runs pdfkit reverses letters, but neither blanks nor brackets. */
function partsOf(run: Run): Run[] {
  if (run.level % 2 === 0) return [run];
  return Array.from(run.text.matchAll(RIGHT_TO_LEFT_PARTS), ([text]) => ({
    ...run,
    text,
    drawn: bidi.getMirroredCharacter(text) ?? text,
  }));
}

/** Rule L2 of UAX #9: from the highest level to the lowest odd one, reverses each sequence at that level or above. */
export function inVisualOrder<T extends { level: number }>(runs: T[]): T[] {
  const ordered = [...runs];
  const levels = ordered.map(({ level }) => level);
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1));
  for (let level = Math.max(...levels, 0); level >= lowestOdd; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while (end < ordered.length && ordered[end]!.level >= level) end++;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

function drawLine(document: PDFKit.PDFDocument, runs: Run[], { x, size }: { x: number; size: number }): void {
  const top = document.y;
  let next = x;
  for (const run of inVisualOrder(runs)) {
    const at = next;
    next += run.width;
    const draw = () =>
      document
        .font(run.font.source)
        .fontSize(size)
        .text(run.drawn, at, top + size, { lineBreak: false, baseline: "alphabetic" });
    if (REORDERED.test(run.text)) withActualText(document, run.text, draw);
    else draw();
  }
  document.x = document.page.margins.left;
  document.y = top;
}

/**
 * Stores the text for readers beside the drawn glyphs (ISO 32000-1, 14.9.4). The mark is within the text object, not around it as in
 * pdfkit's markContent. Readers take the text's position from the state at the end of the mark.
 */
function withActualText(document: PDFKit.PDFDocument, text: string, draw: () => void): void {
  const { addContent } = document;
  document.addContent = (content: unknown) => {
    if (content === "ET") document.endMarkedContent();
    addContent.call(document, content);
    if (content === "BT") document.markContent("Span", { actual: text });
    return document;
  };
  draw();
  document.addContent = addContent;
}
