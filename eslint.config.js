import tseslint from "typescript-eslint";

const readsEnvironment = [
  "**/main.ts",
  "{operations,local,testkit,tools}/**",
  "jest.*.js",
  "platform/core/process.ts",
  "**/*.browser.test.ts",
];

export default tseslint.config(
  { ignores: ["**/*.generated.ts", "node_modules", ".data", "coverage"] },
  {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Only main.ts, operations/, local/, testkit/ and tools/ read the environment; take a config.",
        },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        { selector: "ExportAllDeclaration", message: "No barrels: import the file that holds the thing." },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-empty": "error",
      "no-control-regex": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.test.ts"],
    rules: { "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  { files: readsEnvironment, rules: { "no-restricted-properties": "off" } },
);
