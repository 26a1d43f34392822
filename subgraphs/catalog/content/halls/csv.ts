// CSV (RFC 4180) with the place of each field: comma or semicolon, CRLF or LF, fields in quotes.

export interface Field {
  text: string;
  line: number;
  column: number;
}

export interface Table {
  records: Field[][];
  /** Quotes that are never closed, or followed by text. */
  broken: { line: number; column: number; message: string } | null;
}

/** Reads until the first quote that is out of place. Empty lines are skipped. */
export function readCsv(text: string): Table {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const firstLine = /[^\r\n]*/y;
  firstLine.lastIndex = start;
  const head = firstLine.exec(text)![0];
  const separator = head.includes(";") && !head.includes(",") ? ";" : ",";
  const plain = separator === ";" ? /[^;\r\n]*/y : /[^,\r\n]*/y;
  const quoted = /"((?:[^"]|"")*)"/y;
  const records: Field[][] = [];
  let record: Field[] = [];
  let [at, line, lineStart] = [start, 1, start];
  while (at < text.length) {
    const place = { line, column: at - lineStart + 1 };
    const isQuoted = text[at] === '"';
    const pattern = isQuoted ? quoted : plain;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return { records, broken: { ...place, message: "the quote is never closed" } };
    record.push({ text: isQuoted ? found[1]!.replaceAll('""', '"') : found[0], ...place });
    for (const { index } of isQuoted ? found[0].matchAll(/\n/g) : []) {
      line++;
      lineStart = at + index + 1;
    }
    at += found[0].length;
    if (text[at] === separator) {
      at++;
      // A separator at the end of the text is followed by an empty field.
      if (at === text.length) record.push({ text: "", line, column: at - lineStart + 1 });
      continue;
    }
    if (at < text.length && text[at] !== "\r" && text[at] !== "\n")
      return { records, broken: { line, column: at - lineStart + 1, message: "text follows the closing quote" } };
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    line++;
    lineStart = at;
    if (record.some((field) => field.text.trim() !== "")) records.push(record);
    record = [];
  }
  if (record.some((field) => field.text.trim() !== "")) records.push(record);
  return { records, broken: null };
}
