import { AnswerFrames, type AnswerFrame } from "./answer-frames.ts";

/** Read in pieces of `size` bytes, from a buffer that is used again for each. */
function read(text: string, size: number): { index: number; status: number; changed: string; body: string }[] {
  const answers: AnswerFrame[] = [];
  const frames = new AnswerFrames(1_000, (answer) => answers.push(answer));
  const bytes = Buffer.from(text);
  const buffer = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const count = bytes.copy(buffer, 0, at, at + size);
    frames.read(buffer.subarray(0, count));
  }
  return answers.map((answer) => ({ ...answer, body: answer.body.toString() }));
}

test("answers are separated, however they are cut, in any order, whatever bytes they hold", () => {
  for (const size of [1, 2, 5, 1_000])
    expect(read('1 200 10 sessions:1, a:\n{"a":"ü"}0 401 0 \n2 200 5 \n1 2 3', size)).toEqual([
      { index: 1, status: 200, changed: "sessions:1, a:", body: '{"a":"ü"}' },
      { index: 0, status: 401, changed: "", body: "" },
      { index: 2, status: 200, changed: "", body: "1 2 3" },
    ]);
});

test("an answer is refused by the length that it announces", () => {
  expect(read(`0 200 1000 \n${"x".repeat(1_000)}`, 100)).toHaveLength(1);
  expect(() => read("0 200 1001 \n", 100)).toThrow("too large");
});

test.each(["<html>\n", "1 200 -5 \n", "1 200 5\n", "x".repeat(20_000)])("what is no answer is refused: %#", (text) => {
  expect(() => read(text, 1_000)).toThrow("separated");
});
