// The card form of Stripe, in a frame of Stripe's: card numbers never reach this page. The form sends the ID of the payment method.
import { useEffect, useRef, useState } from "react";
import { useApp } from "../app-context.ts";
import { openStripe, type CardElement } from "./stripe.ts";

export function StripeCard({ stripeKey }: { stripeKey: string }) {
  const { texts, locale } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const method = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    const form = place.current!.closest("form")!;
    let card: CardElement | undefined;
    let isBusy = false;
    const opened = openStripe(stripeKey, locale);
    const mounted = opened.then((stripe) => {
      const { color, fontFamily } = getComputedStyle(place.current!);
      card = stripe.elements().create("card", { style: { base: { color, fontFamily, fontSize: "16px" } } });
      card.mount(place.current!);
    });
    mounted.catch(() => setProblem(texts.hold.stripe.notLoaded));

    async function send(submitter: HTMLElement | null): Promise<void> {
      const stripe = await opened;
      const { paymentMethod, error } = await stripe.createPaymentMethod({ type: "card", card: card! });
      setProblem(error ? (error.message ?? texts.problems.PaymentDeclined) : "");
      if (!paymentMethod) return;
      // The event of the first submission has to end before there can be a second one.
      await new Promise((resolve) => setTimeout(resolve));
      method.current!.value = paymentMethod.id;
      form.requestSubmit(submitter);
      method.current!.value = "";
    }

    // Before React hears of it.
    const onSubmit = (event: SubmitEvent) => {
      if (method.current!.value) return;
      event.preventDefault();
      event.stopPropagation();
      if (isBusy || !card) return;
      isBusy = true;
      void send(event.submitter)
        .catch(() => setProblem(texts.hold.stripe.notLoaded))
        .finally(() => (isBusy = false));
    };
    form.addEventListener("submit", onSubmit, true);
    return () => {
      form.removeEventListener("submit", onSubmit, true);
      void mounted.then(() => card?.destroy()).catch(() => undefined);
    };
  }, [stripeKey, locale, texts]);

  return (
    <fieldset className="choices">
      <legend>{texts.hold.stripe.card}</legend>
      <noscript>
        <p className="note bad">{texts.hold.stripe.needsScript}</p>
      </noscript>
      <div ref={place} className="stripe-card" />
      <input ref={method} type="hidden" name="card" />
      <div role="alert">{problem && <p className="note bad">{problem}</p>}</div>
    </fieldset>
  );
}
