// Contract of payment providers: the same tests for each. With STRIPE_SECRET_KEY set to a key of Stripe's test mode, the tests that
// need no stand-in run against Stripe too.
import { randomUUID } from "node:crypto";
import { paymentStands, type PaymentStand } from "../../../testkit/payment-providers.ts";
import { until } from "../../../testkit/until.ts";
import {
  ProviderRefused,
  ProviderTimeout,
  type AuthorizationRequest,
  type ProviderEvent,
} from "../providers/provider.ts";

describe.each(Object.entries(paymentStands()))("%s", (_, { start, isOurs }) => {
  const testWithFaults = isOurs ? test : test.skip;
  let stand: PaymentStand;
  beforeAll(async () => {
    stand = await start();
  });
  afterAll(() => stand.stop());
  afterEach(() => stand.behave({ down: false, failBefore: 0, failAfter: 0, slowMs: 0 }));

  const ask = (paymentMethod = stand.cards.good, rest: Partial<AuthorizationRequest> = {}): AuthorizationRequest => ({
    paymentId: randomUUID(),
    orderId: randomUUID(),
    buyerId: randomUUID(),
    amount: 4_500,
    currency: "EUR",
    paymentMethod,
    returnUrl: null,
    begunAt: new Date(),
    ...rest,
  });
  const authorized = async (paymentMethod?: string) => {
    const { reference } = await stand.provider.authorize(ask(paymentMethod));
    return reference!;
  };
  const captured = async (paymentMethod?: string) => {
    const reference = await authorized(paymentMethod);
    await stand.provider.capture(reference);
    return reference;
  };
  const refund = (reference: string, amount: number, refundId = `${randomUUID()}:1`, again = false) =>
    stand.provider.refund({ reference, amount, currency: "EUR", refundId, again });

  test("money is set aside once for one payment, however often it is asked", async () => {
    const before = stand.made();
    const request = ask();
    const first = await stand.provider.authorize(request);
    expect(first).toMatchObject({ outcome: "authorized", card: { riskLevel: "normal" } });
    expect(first).toMatchObject({ card: { fingerprint: expect.stringMatching(/\w{8}/) } });
    expect(await stand.provider.authorize(request)).toEqual(first);
    expect((await stand.provider.retrieve(first.reference!)).authorization).toEqual(first);
    expect(stand.made() - before).toBe(isOurs ? 1 : 0);
  });

  testWithFaults("what was set aside yesterday is found, though nobody keeps its key any more", async () => {
    const before = stand.made();
    const request = ask();
    const first = await stand.provider.authorize(request);
    stand.forgetKeys();
    const yesterday = new Date(Date.now() - 86_400_000);
    expect(await stand.provider.authorize({ ...request, begunAt: yesterday })).toEqual(first);
    expect(stand.made() - before).toBe(1);
    const { reference } = await stand.provider.authorize(ask(undefined, { begunAt: yesterday }));
    expect(reference).not.toBe(first.reference);
  });

  test("a declined card is answered with its reason, and a repeat gets the same answer", async () => {
    const request = ask(stand.cards.declined);
    const first = await stand.provider.authorize(request);
    expect(first).toMatchObject({ outcome: "declined", failureCode: expect.stringMatching(/decline/) });
    expect(await stand.provider.authorize(request)).toEqual(first);
  });

  test.each(["pm_no_such_card", "constructor", "toString", "__proto__"])(
    "a payment method that does not exist is a declined payment: %s",
    async (paymentMethod) => {
      expect(await stand.provider.authorize(ask(paymentMethod))).toMatchObject({ outcome: "declined" });
    },
  );

  testWithFaults("an answer that is lost is found out by asking again: one payment", async () => {
    const before = stand.made();
    const request = ask();
    stand.behave({ failAfter: 5 });
    await expect(stand.provider.authorize(request)).rejects.toThrow(ProviderTimeout);
    stand.behave({ failAfter: 0 });
    expect(await stand.provider.authorize(request)).toMatchObject({ outcome: "authorized" });
    expect(stand.made() - before).toBe(isOurs ? 1 : 0);
  });

  testWithFaults(
    "who fails before doing anything is silent, and so is who is not there, whatever is asked",
    async () => {
      const reference = await authorized();
      stand.behave({ failBefore: 5 });
      await expect(stand.provider.authorize(ask())).rejects.toThrow(ProviderTimeout);
      stand.behave({ down: true });
      await expect(stand.provider.authorize(ask())).rejects.toThrow(ProviderTimeout);
      await expect(stand.provider.retrieve(reference)).rejects.toThrow(ProviderTimeout);
      await expect(stand.provider.capture(reference)).rejects.toThrow(ProviderTimeout);
      await expect(stand.provider.void(reference)).rejects.toThrow(ProviderTimeout);
      await expect(refund(reference, 1)).rejects.toThrow(ProviderTimeout);
    },
  );

  test("what is captured is captured whole and once, and can't be let go any more", async () => {
    const reference = await captured();
    await stand.provider.capture(reference);
    expect(await stand.provider.retrieve(reference)).toMatchObject({ captured: 4_500, refunded: 0, isVoided: false });
    await expect(stand.provider.void(reference)).rejects.toThrow(ProviderRefused);
  });

  test("what is let go is let go once, and can't be captured any more", async () => {
    const reference = await authorized();
    await stand.provider.void(reference);
    await stand.provider.void(reference);
    expect(await stand.provider.retrieve(reference)).toMatchObject({ captured: 0, isVoided: true });
    await expect(stand.provider.capture(reference)).rejects.toThrow(ProviderRefused);
  });

  testWithFaults.each([true, false])("who is asked by the bank and says yes: %s", async (isYes) => {
    const request = ask(stand.cards.asksBuyer, { returnUrl: "https://example.org/paid" });
    const pending = await stand.provider.authorize(request);
    expect(pending).toMatchObject({ outcome: "pending", nextAction: { kind: "REDIRECT", clientSecret: null } });
    await stand.answer(pending.reference!, isYes);
    const outcome = isYes ? "authorized" : "declined";
    expect(await stand.provider.retrieve(pending.reference!)).toMatchObject({ authorization: { outcome } });
    // The current state, not that of the first call.
    expect(await stand.provider.authorize(request)).toMatchObject({ outcome, reference: pending.reference });
  });

  test("what waits for the buyer can be ended", async () => {
    const { reference } = await stand.provider.authorize(ask(stand.cards.asksBuyer));
    await stand.provider.void(reference!);
    expect((await stand.provider.retrieve(reference!)).authorization).toMatchObject({ outcome: "declined" });
  });

  test("all that was made since then is listed, with what has become of it", async () => {
    const since = new Date(Math.floor(Date.now() / 1_000) * 1_000);
    const request = ask();
    const { reference } = await stand.provider.authorize(request);
    await stand.provider.capture(reference!);
    await refund(reference!, 1_500);
    const open = await authorized();
    const entries = new Map<string, unknown>();
    for await (const entry of stand.provider.list(since)) entries.set(entry.reference, entry);
    expect(entries.get(reference!)).toMatchObject({
      paymentId: request.paymentId,
      captured: 4_500,
      refunded: 1_500,
      isVoided: false,
    });
    expect(entries.get(open)).toMatchObject({ authorization: { outcome: "authorized" }, captured: 0 });
    for await (const _ of stand.provider.list(new Date(Date.now() + 60_000))) throw new Error("Nothing is made yet.");
  });

  test("parts are given back once each, and never more than was taken", async () => {
    const reference = await captured();
    const refundId = `${randomUUID()}:1`;
    expect(await refund(reference, 1_500, refundId)).toEqual({ outcome: "done" });
    expect(await refund(reference, 1_500, refundId, true)).toEqual({ outcome: "done" });
    expect(await refund(reference, 3_000)).toEqual({ outcome: "done" });
    expect(await refund(reference, 1)).toMatchObject({ outcome: "failed" });
    expect(await stand.provider.retrieve(reference)).toMatchObject({ captured: 4_500, refunded: 4_500 });
  });

  testWithFaults("a refund is found, though nobody keeps its key any more", async () => {
    const reference = await captured();
    const refundId = `${randomUUID()}:1`;
    await refund(reference, 1_500, refundId);
    stand.forgetKeys();
    expect(await refund(reference, 1_500, refundId, true)).toEqual({ outcome: "done" });
    expect(await stand.provider.retrieve(reference)).toMatchObject({ refunded: 1_500 });
  });

  test("a refund that the card's bank refuses has failed, and nothing has gone back", async () => {
    const reference = await captured(stand.cards.refundFails);
    expect(await refund(reference, 4_500)).toEqual({ outcome: "failed", failureCode: "expired_or_canceled_card" });
    expect(await stand.provider.retrieve(reference)).toMatchObject({ captured: 4_500, refunded: 0 });
  });

  testWithFaults("what the buyer's bank disputes is not refunded besides", async () => {
    const reference = await captured();
    stand.dispute(reference, `dp_${randomUUID()}`, false);
    expect(await refund(reference, 4_500)).toEqual({ outcome: "failed", failureCode: "charge_disputed" });
  });

  testWithFaults("a refund whose answer is lost is found out by asking again", async () => {
    const reference = await captured();
    const refundId = `${randomUUID()}:1`;
    stand.behave({ failAfter: 5 });
    await expect(refund(reference, 4_500, refundId)).rejects.toThrow(ProviderTimeout);
    stand.behave({ failAfter: 0 });
    expect(await refund(reference, 4_500, refundId, true)).toEqual({ outcome: "done" });
    expect(await stand.provider.retrieve(reference)).toMatchObject({ refunded: 4_500 });
  });

  testWithFaults("a refund that takes long is pending until it is done", async () => {
    const reference = await captured(stand.cards.refundTakesLong);
    const refundId = `${randomUUID()}:1`;
    expect(await refund(reference, 4_500, refundId)).toEqual({ outcome: "pending" });
    await until(async () => (await refund(reference, 4_500, refundId, true)).outcome === "done", "the refund is done");
  });

  testWithFaults(
    "webhooks are believed if they are signed over these very bytes, and say what has happened",
    async () => {
      const seen = async (matches: (event: ProviderEvent) => boolean): Promise<ProviderEvent> => {
        const events = () => stand.webhooks().map(({ body, headers }) => stand.provider.readWebhook(body, headers)!);
        await until(() => events().some(matches), "the webhook has come");
        return events().find(matches)!;
      };
      const request = ask();
      const { reference } = await stand.provider.authorize(request);
      expect(await seen((event) => event.about === "payment" && event.paymentId === request.paymentId)).toMatchObject({
        reference,
      });
      await stand.provider.capture(reference!);
      const refundId = `${randomUUID()}:1`;
      await refund(reference!, 100, refundId);
      await seen(
        (event) => event.about === "refund" && event.refundId === refundId && event.outcome.outcome === "done",
      );
      stand.warn(reference!);
      expect(await seen((event) => event.about === "fraud warning")).toMatchObject({
        reference,
        kind: "made_with_stolen_card",
      });
      const disputeId = `dp_${randomUUID()}`;
      stand.dispute(reference!, disputeId, false);
      const disputed = (event: ProviderEvent) =>
        event.about === "dispute" && event.dispute.id === disputeId ? event.dispute.status : undefined;
      expect(await seen((event) => disputed(event) === "OPEN")).toMatchObject({
        reference,
        dispute: { amount: 4_500, reason: "fraudulent" },
      });
      stand.dispute(reference!, disputeId, true);
      await seen((event) => disputed(event) === "LOST");

      const { body, headers } = stand.webhooks()[0]!;
      const [header, signature] = Object.entries(headers).find(([name]) => name.endsWith("signature"))!;
      expect(stand.provider.readWebhook(body, { [header]: signature })).not.toBeNull();
      expect(stand.provider.readWebhook(body, {})).toBeNull();
      expect(stand.provider.readWebhook(Buffer.concat([body, Buffer.from(" ")]), { [header]: signature })).toBeNull();
      expect(stand.provider.readWebhook(body, { [header]: signature.replace(/.$/, "z") })).toBeNull();
      expect(stand.provider.readWebhook(body, { [header]: signature.replace(/t=\d+/, "t=1") })).toBeNull();
    },
  );
});
