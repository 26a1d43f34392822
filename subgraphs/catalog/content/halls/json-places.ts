// Lines and columns in a JSON text.
import { keyOf } from "./faults.ts";

export interface Place {
  line: number;
  column: number;
}

const TOKEN = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g;

/** Places of the values with these paths in valid JSON: names and indexes, joined by dots. */
export function placesIn(text: string, wanted: ReadonlySet<string>): Map<string, Place> {
  const deepest = Math.max(...[...wanted].map((key) => key.split(".").length));
  const found = new Map<string, Place>();
  const count = lineCounter(text);
  const path: (string | number)[] = [];
  /** Whether the next string in an object is a name. */
  let isName = false;
  const begin = (at: number) => {
    if (path.length > deepest) return;
    const key = keyOf(path);
    if (wanted.has(key)) found.set(key, count(at));
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") {
      begin(index);
      path.push(token === "{" ? "" : 0);
      isName = token === "{";
    } else if (token === "}" || token === "]") {
      path.pop();
      isName = false;
    } else if (token === ",") {
      const last = path.at(-1);
      isName = typeof last === "string";
      if (typeof last === "number") path[path.length - 1] = last + 1;
    } else if (token === ":") isName = false;
    else if (isName) path[path.length - 1] = JSON.parse(token) as string;
    else begin(index);
  }
  return found;
}

/** Counts lines up to offsets that only grow. */
function lineCounter(text: string): (offset: number) => Place {
  let [line, lineStart] = [1, 0];
  return (offset) => {
    for (let end = text.indexOf("\n", lineStart); end >= 0 && end < offset; end = text.indexOf("\n", lineStart)) {
      line++;
      lineStart = end + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}

export function placeAt(text: string, offset: number): Place {
  return lineCounter(text)(offset);
}

const BLANK = /[ \t\r\n]*/y;
const SCALAR =
  // eslint-disable-next-line no-control-regex -- JSON has no control characters in strings
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

type Expected = "value" | "value or end" | "name" | "name or end" | "colon" | "comma or end" | "end of text";

/** Offset of what makes the text invalid JSON; its length if it ends too soon. */
export function syntaxErrorIn(text: string): number {
  const open: string[] = [];
  let awaited: Expected = "value";
  const after = (): Expected => (open.length === 0 ? "end of text" : "comma or end");
  const skip = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
  for (let at = skip(BLANK, 0); at < text.length; at = skip(BLANK, at)) {
    const token = text[at]!;
    const isEnd = token === (open.at(-1) === "{" ? "}" : "]") && open.length > 0;
    if (isEnd && awaited.endsWith("or end")) {
      open.pop();
      awaited = after();
      at++;
    } else if (awaited.startsWith("value") && (token === "{" || token === "[")) {
      open.push(token);
      awaited = token === "{" ? "name or end" : "value or end";
      at++;
    } else if (awaited === "colon" && token === ":") {
      awaited = "value";
      at++;
    } else if (awaited === "comma or end" && token === ",") {
      awaited = open.at(-1) === "{" ? "name" : "value";
      at++;
    } else {
      const isName: boolean = awaited.startsWith("name") && token === '"';
      const end = isName || awaited.startsWith("value") ? skip(SCALAR, at) : -1;
      if (end < 0) return at;
      awaited = isName ? "colon" : after();
      at = end;
    }
  }
  return text.length;
}
