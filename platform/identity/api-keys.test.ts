import { uuidOrNull } from "../core/input.ts";
import { isApiKey, newApiKey, readApiKey } from "./api-keys.ts";

test("a new key is read as what it was made as, and no two are alike", () => {
  const made = Array.from({ length: 500 }, newApiKey);
  for (const { key, id, hash } of made) {
    expect(key).toMatch(/^bx_[0-9A-Za-z]{10}_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}$/);
    expect(readApiKey(key)).toEqual({ id, hash });
    expect(uuidOrNull(id)).toBe(id);
    expect(isApiKey(key)).toBe(true);
  }
  expect(new Set(made.map(({ id }) => id)).size).toBe(500);
  expect(new Set(made.map(({ hash }) => hash)).size).toBe(500);
});

test("each changed character is noticed", () => {
  const { key } = newApiKey();
  for (let at = 0; at < key.length; at++) {
    const other = key[at] === "a" ? "b" : "a";
    expect(readApiKey(key.slice(0, at) + other + key.slice(at + 1))).toBeUndefined();
  }
  for (const wrong of ["", "bx_", key.slice(1), key.slice(0, -1), `${key}a`, ` ${key}`, `${key}\n`, key.toLowerCase()])
    expect(readApiKey(wrong)).toBeUndefined();
});

test("the form of a key, its ID and its checksum stay as they are: keys are stored by them", () => {
  expect(readApiKey("bx_0000000001_0123456789ABCDEFGHIJKLMNOPQRSTUV_2V1OHs")).toEqual({
    id: "00000000-0000-8000-8000-000000000001",
    hash: expect.stringMatching(/^[\w-]{43}$/),
  });
});
