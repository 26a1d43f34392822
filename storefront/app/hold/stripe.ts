// The part of Stripe.js that the card form uses: https://docs.stripe.com/js. The page of a payment has its script element; the policy of
// other pages refuses it.

export interface CardElement {
  mount(place: HTMLElement): void;
  destroy(): void;
}

interface Created {
  paymentMethod?: { id: string };
  error?: { message?: string };
}

export interface Stripe {
  elements(): { create(type: "card", options: object): CardElement };
  createPaymentMethod(options: { type: "card"; card: CardElement }): Promise<Created>;
}

declare global {
  interface Window {
    Stripe?: (key: string, options: { locale: string }) => Stripe;
  }
}

const script = () => document.querySelector<HTMLScriptElement>("script[src^='https://js.stripe.com/']");

/** Whether this document may load Stripe.js. */
export const hasStripe = (): boolean => script() !== null;

/** @throws Error if Stripe.js can't be loaded */
export async function openStripe(key: string, locale: string): Promise<Stripe> {
  if (!window.Stripe)
    await new Promise((resolve, reject) => {
      script()?.addEventListener("load", resolve);
      script()?.addEventListener("error", () => reject(new Error("Stripe.js did not load.")));
      if (!script()) reject(new Error("This page may not load Stripe.js."));
    });
  return window.Stripe!(key, { locale });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/** Stripe.js loads further scripts, and asks for a policy with this name. It allows scripts of Stripe only. */
export function allowStripeScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => {
      if (new URL(url, location.href).origin === "https://js.stripe.com") return url;
      throw new TypeError(`No script of ${url} may be loaded.`);
    },
  });
}
