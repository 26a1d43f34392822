// Rules of naming and describing, with the places where they are broken. Names and meanings of the rules are GraphOS's
// (https://www.apollographql.com/docs/graphos/platform/schema-management/linting/rules), so that Rover shows them as its users know them.
import { GraphQLError, Kind, parse, visit, type ASTNode, type DocumentNode, type NameNode } from "graphql";

export type LintRule =
  | "ALL_ELEMENTS_REQUIRE_DESCRIPTION"
  | "DEPRECATED_DIRECTIVE_MISSING_REASON"
  | "DOES_NOT_PARSE"
  | "ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE"
  | "FIELD_NAMES_SHOULD_BE_CAMEL_CASE"
  | "INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE"
  | "INPUT_TYPE_SUFFIX"
  | "RESTY_FIELD_NAMES"
  | "TYPE_NAMES_SHOULD_BE_PASCAL_CASE";

export interface Position {
  /** Byte offset in the text's UTF-8. */
  byteOffset: number;
  line: number;
  column: number;
}

export interface Place {
  start: Position;
  end: Position;
}

export interface Diagnostic {
  level: "ERROR" | "WARNING";
  rule: LintRule;
  coordinate: string;
  message: string;
  place: Place;
}

const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*$/;
const SCREAMING = /^[A-Z][A-Z0-9_]*$/;
const ROOTS = new Set(["Query", "Mutation", "Subscription"]);

/** Position of a node in its text. */
export function placeOf(sdl: string, { loc }: ASTNode): Place {
  const { start, end, startToken, endToken } = loc!;
  return {
    start: { byteOffset: Buffer.byteLength(sdl.slice(0, start)), line: startToken.line, column: startToken.column },
    end: {
      byteOffset: Buffer.byteLength(sdl.slice(0, end)),
      line: endToken.line,
      column: endToken.column + endToken.end - endToken.start,
    },
  };
}

/** Findings that `base` does not have. */
export function lintAgainst(sdl: string, base: string): Diagnostic[] {
  const nameOf = ({ rule, coordinate }: Diagnostic) => `${rule} ${coordinate}`;
  const known = new Set(base === "" ? [] : lint(base).map(nameOf));
  return lint(sdl).filter((diagnostic) => !known.has(nameOf(diagnostic)));
}

export function lint(sdl: string): Diagnostic[] {
  let document: DocumentNode;
  try {
    document = parse(sdl);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [unparsable(sdl, error)];
  }
  const found: Diagnostic[] = [];
  const add = (level: Diagnostic["level"], rule: LintRule, coordinate: string, message: string, node: ASTNode) =>
    found.push({ level, rule, coordinate, message, place: placeOf(sdl, node) });
  const named = (pattern: RegExp, rule: LintRule, coordinate: string, what: string, name: NameNode) => {
    if (!pattern.test(name.value))
      add("ERROR", rule, coordinate, `${what} \`${name.value}\` should be ${STYLE[rule]}.`, name);
  };
  const described = (
    node: { description?: unknown; name: NameNode; kind: string },
    coordinate: string,
    what: string,
  ) => {
    if (!node.description && !node.kind.endsWith("Extension"))
      add(
        "WARNING",
        "ALL_ELEMENTS_REQUIRE_DESCRIPTION",
        coordinate,
        `${what} \`${node.name.value}\` should have a description.`,
        node.name,
      );
  };
  let [type, field] = ["", ""];
  visit(document, {
    enter: (node) => {
      if ((node.kind.endsWith("TypeDefinition") || node.kind.endsWith("TypeExtension")) && "name" in node) {
        const { name } = node as { name: NameNode };
        // Names with an underscore in front are federation's.
        if (name.value.startsWith("_")) return false;
        [type, field] = [name.value, ""];
        named(PASCAL, "TYPE_NAMES_SHOULD_BE_PASCAL_CASE", type, "Type", name);
        if (!ROOTS.has(type)) described(node as never, type, "Type");
        if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && !/(Input|Filter)$/.test(type))
          add("WARNING", "INPUT_TYPE_SUFFIX", type, `Input type \`${type}\` should end with \`Input\`.`, name);
      }
      if (node.kind === Kind.FIELD_DEFINITION) {
        field = `${type}.${node.name.value}`;
        named(CAMEL, "FIELD_NAMES_SHOULD_BE_CAMEL_CASE", field, "Field", node.name);
        described(node, field, "Field");
        if (type === "Query" && /^(get|list|find|fetch)[A-Z]/.test(node.name.value))
          add(
            "WARNING",
            "RESTY_FIELD_NAMES",
            field,
            `Query \`${node.name.value}\` should not start with a verb.`,
            node.name,
          );
      }
      if (node.kind === Kind.INPUT_VALUE_DEFINITION) {
        const coordinate = field === "" ? `${type}.${node.name.value}` : `${field}(${node.name.value}:)`;
        const rule = field === "" ? "FIELD_NAMES_SHOULD_BE_CAMEL_CASE" : "INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE";
        named(CAMEL, rule, coordinate, field === "" ? "Field" : "Argument", node.name);
        if (field === "") described(node, coordinate, "Field");
      }
      if (node.kind === Kind.ENUM_VALUE_DEFINITION)
        named(
          SCREAMING,
          "ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE",
          `${type}.${node.name.value}`,
          "Enum value",
          node.name,
        );
      if (node.kind === Kind.DIRECTIVE && node.name.value === "deprecated" && !node.arguments?.length)
        add(
          "ERROR",
          "DEPRECATED_DIRECTIVE_MISSING_REASON",
          field || type,
          "@deprecated should have a reason that names the replacement.",
          node,
        );
      return undefined;
    },
  });
  return found;
}

const STYLE: Partial<Record<LintRule, string>> = {
  TYPE_NAMES_SHOULD_BE_PASCAL_CASE: "PascalCase",
  FIELD_NAMES_SHOULD_BE_CAMEL_CASE: "camelCase",
  INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE: "camelCase",
  ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE: "SCREAMING_SNAKE_CASE",
};

function unparsable(sdl: string, { message, positions, locations }: GraphQLError): Diagnostic {
  const [at = 0] = positions ?? [];
  const { line, column } = locations?.[0] ?? { line: 1, column: 1 };
  const start = { byteOffset: Buffer.byteLength(sdl.slice(0, at)), line, column };
  const end = { byteOffset: Buffer.byteLength(sdl.slice(0, at + 1)), line, column: column + 1 };
  return { level: "ERROR", rule: "DOES_NOT_PARSE", coordinate: "", message, place: { start, end } };
}
