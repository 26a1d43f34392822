// Passwords from breaches of other services are refused, by every mutation that sets one.
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Data } from "../../../local/client.ts";

/** Hard to guess, but stolen. */
const STOLEN = "walrus teapot cantilever";
const OTHER = "correct horse battery";

let folder: string;
let users: Alone;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  writeFileSync(path.join(folder, "breached"), createHash("sha1").update(STOLEN).digest().subarray(0, 8));
  users = await startAlone("users", { USERS_BREACHED_FILE: path.join(folder, "breached") });
});
afterAll(async () => {
  await users.stop();
  rmSync(folder, { recursive: true, force: true });
});

const REFUSED = { __typename: "PasswordTooWeak", message: expect.stringContaining("stolen from another service") };

async function signUp(password: string): Promise<Data> {
  const input = { email: `${randomUUID()}@example.org`, displayName: "Ada", password };
  const { data } = await users.as(
    null,
    `mutation ($input: SignUpInput!) { result: signUp(input: $input) { __typename ... on Error { message } ... on Session { accessToken user { id } } } }`,
    { input },
  );
  return data.result;
}

test("a stolen password is refused at registration and at a change, a similar one is taken", async () => {
  expect(await signUp(STOLEN)).toEqual(REFUSED);
  expect((await signUp(`${STOLEN}s`)).__typename).toBe("Session");
  const { accessToken, user } = await signUp(OTHER);
  const sessionId = JSON.parse(Buffer.from(accessToken.split(".")[1], "base64url").toString()).sid;
  const change = (newPassword: string) =>
    users.as(
      { userId: user.id, sessionId },
      `mutation ($input: ChangePasswordInput!) { result: changePassword(input: $input) { __typename ... on Error { message } } }`,
      { input: { currentPassword: OTHER, newPassword } },
    );
  expect((await change(STOLEN)).data.result).toEqual(REFUSED);
  expect((await change("teapot walrus cantilever")).data.result).toEqual({ __typename: "User" });
});

test.each([
  ["is missing", "missing", undefined],
  ["has no whole entries", "bad", Buffer.alloc(7)],
  ["is unsorted", "bad", Buffer.from("ffffffffffffffff0000000000000000", "hex")],
])("a process does not start if the file %s, and names the variable", async (_, name, bytes) => {
  const file = path.join(folder, name);
  if (bytes) writeFileSync(file, bytes);
  await expect(startAlone("users", { USERS_BREACHED_FILE: file })).rejects.toThrow(/USERS_BREACHED_FILE: must name a/);
});
