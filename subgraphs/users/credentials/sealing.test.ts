import { randomBytes } from "node:crypto";
import { CompactEncrypt } from "jose";
import { seal, unseal } from "./sealing.ts";

const [KEY, OTHER] = [randomBytes(32), randomBytes(32)];
const PLAIN = "-----BEGIN PRIVATE KEY-----\n…";
const asJwe = (enc: string, key: Buffer) =>
  new CompactEncrypt(Buffer.from(PLAIN)).setProtectedHeader({ alg: "dir", enc }).encrypt(key);

/** Sealed by a version without JWE. */
const BEFORE = {
  key: Buffer.from("uB0IFjmWIvpva8RYwhpobZJv/nfjfJZQXVJT8ZZMOeM=", "base64"),
  sealed: "lTcNOX/YlY5Zjgiw7ym0t7wmBVAi4mS182CFJYqlzhO9vlIt019Ee20=",
};

test("what an earlier version has sealed is opened", async () => {
  expect(await unseal(BEFORE.sealed, [OTHER, BEFORE.key])).toBe("a signing key");
});

test("either format is opened by the key that sealed it, and by no other", async () => {
  for (const sealed of [seal(PLAIN, KEY), await asJwe("A256GCM", KEY)]) {
    expect(await unseal(sealed, [OTHER, KEY])).toBe(PLAIN);
    await expect(unseal(sealed, [OTHER])).rejects.toThrow(/USERS_SECRET/);
    const at = sealed.length - 8;
    const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
    await expect(unseal(changed, [KEY])).rejects.toThrow(/USERS_SECRET/);
  }
});

test("another algorithm than ours is not accepted", async () => {
  const sealed = await asJwe("A128CBC-HS256", KEY);
  await expect(unseal(sealed, [KEY])).rejects.toThrow(/not allowed/);
});
