import { z } from "zod";
import { defineMessage } from "../platform/core/contracts.ts";
import { compareMessages, describeMessages } from "./message-changes.ts";

const BEFORE = {
  id: z.uuid(),
  count: z.int().min(0),
  kind: z.enum(["A", "B"]),
  note: z.string().nullable(),
  extra: z.string().optional(),
  inner: z.object({ deep: z.int() }),
  list: z.array(z.string()),
};
const describe1 = (shape: z.ZodRawShape) => describeMessages([defineMessage("a.Told", shape)]);
const changes = (shape: z.ZodRawShape) => compareMessages(describe1(BEFORE), describe1(shape));

test.each<[string, z.ZodRawShape, string]>([
  ["a field of another type", { ...BEFORE, count: z.string() }, "a.Told.count"],
  ["a demanded field that is new", { ...BEFORE, more: z.int() }, "a.Told.more"],
  ["a field that is demanded from now on", { ...BEFORE, extra: z.string() }, "a.Told.extra"],
  ["a field that may be left out from now on", { ...BEFORE, count: z.int().min(0).optional() }, "a.Told.count"],
  ["a value that is gone", { ...BEFORE, kind: z.enum(["A"]) }, "a.Told.kind"],
  ["a value that is new", { ...BEFORE, kind: z.enum(["A", "B", "C"]) }, "a.Told.kind"],
  ["a value that can't be null any more", { ...BEFORE, note: z.string() }, "a.Told.note"],
  ["a value that may be null", { ...BEFORE, id: z.uuid().nullable() }, "a.Told.id"],
  ["a limit that is narrower", { ...BEFORE, count: z.int().min(1) }, "a.Told.count"],
  ["something inside", { ...BEFORE, inner: z.object({ deep: z.string() }) }, "a.Told.inner.deep"],
  ["items of another type", { ...BEFORE, list: z.array(z.int()) }, "a.Told.list[]"],
])("%s is a breaking change", (_, shape, path) => {
  expect(changes(shape).filter(({ isBreaking }) => isBreaking)).toMatchObject([{ path }]);
});

test("a removed required field, and a removed message, are breaking changes", () => {
  const { count: _, ...without } = BEFORE;
  expect(changes(without)).toMatchObject([{ isBreaking: true, path: "a.Told.count" }]);
  expect(compareMessages(describe1(BEFORE), {})).toMatchObject([{ isBreaking: true, path: "a.Told" }]);
});

test("what may be left out comes and goes, and new messages harm nobody", () => {
  const { extra: _, ...without } = BEFORE;
  expect(changes({ ...without, other: z.int().optional() })).toEqual([
    expect.objectContaining({ isBreaking: false, path: "a.Told.extra" }),
    expect.objectContaining({ isBreaking: false, path: "a.Told.other" }),
  ]);
  expect(changes(BEFORE)).toEqual([]);
  const two = describeMessages([defineMessage("a.Told", BEFORE), defineMessage("a.New", {})]);
  expect(compareMessages(describe1(BEFORE), two)).toEqual([]);
});
