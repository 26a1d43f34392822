// Comparison of stored text with what a person types: by words, without case and accents.
import type { Building, RawBuilder } from "./statements.ts";

/** Accents, as separate characters after the decomposition. */
const ACCENTS = "[\\u0300-\\u036f]";
/** Characters between words: ASCII but letters and digits, and punctuation of Latin-1 and of Unicode. */
const BETWEEN = "[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f]+";

/** Letters that have no decomposition, each with its usual spelling. */
const LETTERS = Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" });

/** Words in lower case without accents, with one blank before, between and after them. They hold no wildcard of LIKE. */
function folded({ sql }: Building<never>, text: RawBuilder<unknown>): RawBuilder<string> {
  const plain = sql`lower(regexp_replace(normalize(${text}, NFKD), ${sql.lit(ACCENTS)}, '', 'g'))`;
  const spelled = LETTERS.reduce((all, [from, to]) => sql`replace(${all}, ${sql.lit(from)}, ${sql.lit(to)})`, plain);
  return sql<string>`regexp_replace(' ' || ${spelled} || ' ', ${sql.lit(BETWEEN)}, ' ', 'g')`;
}

/** Whether each word that was typed begins a word of the text. The subquery is computed once. */
export function beginsWords(
  building: Building<never>,
  text: RawBuilder<unknown>,
  typed: string | null,
): RawBuilder<boolean> {
  const { sql } = building;
  const words = folded(building, sql`${typed}::text`);
  return sql<boolean>`${folded(building, text)} like all (
    (select array_agg('% ' || word || '%') from unnest(string_to_array(btrim(${words}), ' ')) word)::text[])`;
}

/** Whether the text has the words that were typed, next to each other. */
export function hasWords(
  building: Building<never>,
  text: RawBuilder<unknown>,
  typed: string | null,
): RawBuilder<boolean> {
  const { sql } = building;
  return sql<boolean>`strpos(${folded(building, text)}, (select nullif(${folded(building, sql`${typed}::text`)}, ' '))) > 0`;
}
