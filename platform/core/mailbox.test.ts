import { createMailbox } from "./mailbox.ts";

test("messages come in their order, also to a reader who waits", async () => {
  const mailbox = createMailbox<number>();
  const first = mailbox.next();
  mailbox.put(1);
  mailbox.put(2);
  expect(await first).toEqual({ done: false, value: 1 });
  expect(await mailbox.next()).toEqual({ done: false, value: 2 });
});

test("what a slow reader has not taken is merged", async () => {
  const mailbox = createMailbox<number[]>({ merge: (older, newer) => [...older, ...newer] });
  for (const n of [1, 2, 3]) mailbox.put([n]);
  expect(await mailbox.next()).toEqual({ done: false, value: [1, 2, 3] });
});

test("a waiting reader is released at the end, and the end is reported once", async () => {
  let ends = 0;
  const mailbox = createMailbox<number>({ onEnd: () => ends++ });
  const waiting = mailbox.next();
  await mailbox.return!();
  expect(await waiting).toEqual({ done: true, value: undefined });
  mailbox.end();
  expect(ends).toBe(1);
});

test("what was put before a failure is still handed out", async () => {
  const mailbox = createMailbox<number>();
  mailbox.put(1);
  mailbox.end(new Error("lost"));
  expect(await mailbox.next()).toEqual({ done: false, value: 1 });
  await expect(mailbox.next()).rejects.toThrow("lost");
});
