import { read } from "../../../testkit/project-files.ts";
import { PLANTED } from "./bugs.ts";

test.each(PLANTED.map((bug) => [bug.what, bug] as const))("the source still has what %s replaces", (_, { changes }) => {
  expect(changes.filter(({ file, from }) => !read(file).includes(from))).toEqual([]);
});
