import { createTestProvider, signatureIsGood, signWebhook, WEBHOOK_TOLERANCE_SECONDS } from "./test-provider.ts";

const now = 1_800_000_000;
const body = Buffer.from(`{"id":"evt_1"}`);

test("a webhook is believed if it is signed with our secret, lately, over exactly these bytes", () => {
  const signature = signWebhook("secret", body.toString(), now);
  expect(signatureIsGood("secret", body, signature, now)).toBe(true);
  expect(signatureIsGood("other", body, signature, now)).toBe(false);
  expect(signatureIsGood("secret", Buffer.from(`{"id":"evt_2"}`), signature, now)).toBe(false);
  expect(signatureIsGood("secret", body, signature, now + WEBHOOK_TOLERANCE_SECONDS + 1)).toBe(false);
  expect(signatureIsGood("secret", body, signature.replace("t=", "t=1"), now)).toBe(false);
});

test.each([undefined, "", "t=1,v1=zz", "v1=00", `t=${now},v1=${"0".repeat(64)}`])("%p is no signature", (signature) => {
  expect(signatureIsGood("secret", body, signature, now)).toBe(false);
});

test("a webhook of a kind that nobody knows yet is taken, and means nothing", async () => {
  const provider = createTestProvider({ url: "http://127.0.0.1:9", secrets: ["secret"] });
  const unknown = JSON.stringify({ id: "evt_x", type: "zzz" });
  const signature = signWebhook("secret", unknown, Math.floor(Date.now() / 1_000));
  const read = (header: string) => provider.readWebhook(Buffer.from(unknown), { "provider-signature": header });
  expect(read(signature)).toEqual({ about: "nothing of ours" });
  expect(read(signWebhook("other", unknown, Math.floor(Date.now() / 1_000)))).toBeNull();
  await provider.stop();
});
