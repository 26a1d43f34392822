// What readers of the documents rely on.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../operations/topology.ts";
import { filesBelow, FOREIGN, read } from "../testkit/project-files.ts";

const files = filesBelow(".");
const documents = files.filter((file) => file.endsWith(".md"));
/** Its first column quotes the documents of others. */
const ofOurs = documents.filter((file) => file !== "docs/requirements.md");
const isThere = (target: string) => existsSync(path.join(ROOT, target));
const withoutCode = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, "");
/** As GitHub makes the anchors of headings. */
const anchorsOf = (file: string) =>
  [...withoutCode(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );

test("the front page is short, and no line of a document is longer than 220 characters", () => {
  expect(read("README.md").split("\n").length).toBeLessThanOrEqual(120);
  expect(documents.length).toBeGreaterThan(20);
  const long = documents.flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, i) => (line.length > 220 ? [`${file}:${i + 1}: ${line.length}`] : [])),
  );
  expect(long).toEqual([]);
});

test("every link leads to a file, and to a heading of it", () => {
  const links = documents.flatMap((file) =>
    [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => ({ file, target })),
  );
  expect(links.length).toBeGreaterThan(80);
  const broken = links.filter(({ file, target }) => {
    const [to, anchor] = target.split("#") as [string, string?];
    const at = to === "" ? file : path.join(path.dirname(file), to);
    return !isThere(at) || (anchor !== undefined && !anchorsOf(at).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test("every file and folder that a document names is there", () => {
  const rooms = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && !FOREIGN.has(entry.name) ? [entry.name] : [],
  );
  const basenames = new Set(files.map((file) => path.basename(file)));
  const named = documents.flatMap((file) =>
    [...withoutCode(read(file)).matchAll(/`([\w.-]+(?:\/[\w.-]*)*)`/g)].map(([, name]) => ({ file, name: name! })),
  );
  // A README names files of its own folder too; what is named without a folder is known by its name.
  const isMissing = ({ file, name }: { file: string; name: string }) =>
    !isThere(name) && !isThere(path.join(path.dirname(file), name)) && !(basenames.has(name) && !name.includes("/"));
  const ofFiles = named.filter(
    ({ file, name }) =>
      /^\w.*\.(ts|js|cjs|graphql|ya?ml|sql|md)$/.test(name) && (name.includes("/") || ofOurs.includes(file)),
  );
  const ofRooms = named.filter(({ name }) => /^\w.*\//.test(name) && rooms.includes(name.split("/")[0]!));
  expect(ofFiles.length).toBeGreaterThan(200);
  expect([...ofFiles, ...ofRooms].filter(isMissing)).toEqual([]);
});

test("every command that a document tells people to type is there", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const benches = read("bench/main.ts");
  const typed = ofOurs.flatMap((file) => {
    const text = read(file);
    const ofNpm = [...text.matchAll(/npm (?:run )?(?:--silent )?([a-z]+(?:[:-][a-z]+)*)(?: -- ([a-z-]+))?/g)]
      .filter(([whole, name]) => whole.startsWith("npm run") || ["start", "test"].includes(name!))
      .map(([, name, argument]) => ({ file, name: name!, argument }));
    const ofNode = [...text.matchAll(/\bnode ((?:[a-z]+\/)[\w./-]+\.ts)/g)].map(([, script]) => ({
      file,
      script: script!,
    }));
    return [...ofNpm, ...ofNode];
  });
  expect(typed.length).toBeGreaterThan(80);
  const missing = typed.filter((one) => {
    if ("script" in one) return !isThere(one.script);
    return (
      scripts[one.name] === undefined ||
      (one.name === "bench" && one.argument !== undefined && !benches.includes(one.argument))
    );
  });
  expect(missing).toEqual([]);
});

test("documents and descriptions of the schema are written in the field's words", () => {
  const banned = /\b(whoever|anew|meanwhile|goes on|what has run out|let go|somebody)\b/i;
  const schemas = files.filter((file) => /^subgraphs\/\w+\/schema\.graphql$/.test(file));
  expect(schemas.length).toBeGreaterThan(5);
  const found = [...ofOurs, ...schemas]
    // Its examples are of both kinds.
    .filter((file) => file !== "docs/style.md")
    .flatMap((file) =>
      read(file)
        .split("\n")
        .flatMap((line, i) => (banned.test(line) ? [`${file}:${i + 1}: ${banned.exec(line)![0]}`] : [])),
    );
  expect(found).toEqual([]);
});
