// English texts: orders of guests and of accounts, and the pages that letters lead to.
import { html, type Html } from "../../html.ts";

export const orders = {
  title: "My orders",
  list: "Orders",
  none: "No orders are here yet. Orders of the last seconds may take a moment.",
  event: "Event",
  placed: (number: string, time: Html, price: string): Html => html`Order ${number} of ${time}: ${price}`,
  tickets: (count: number) => (count === 1 ? "1 ticket" : `${count} tickets`),
  earlier: "Earlier orders",
  mailedLater: "Tickets are mailed to your address [when it is confirmed].",
  /** By the status of an order. */
  statuses: {
    AWAITING_PAYMENT: "awaiting payment",
    PROCESSING: "being processed",
    IN_REVIEW: "being checked",
    CONFIRMED: "confirmed",
    PARTIALLY_REFUNDED: "partly refunded",
    REFUNDED: "refunded",
    CANCELLED: "cancelled",
    EXPIRED: "expired",
    DECLINED: "declined",
  },
  guest: {
    home: "You are buying without an account.",
    enterCode: "Enter the code from the mail",
    otherBrowser: "This browser is not the one where you bought. Request another code to see your orders here.",
    find: "Find my orders",
  },
  prove: {
    title: "Confirm your e-mail address",
    proven: "Your address is confirmed.",
    mailed: (address: string) =>
      `A mail with a code is on its way to ${address}. When you enter it, we mail you the tickets.`,
    submit: "Confirm",
  },
  claim: {
    title: "Add orders to your account",
    signInFirst: "Sign in to an account first.",
    words: (address: string) =>
      `Orders that you placed with ${address}, without an account, become orders of your account.`,
    mailed: (address: string) =>
      `A mail is on its way to ${address}. If there are such orders, it has a code. The code works for ten minutes.`,
    submit: "Add the orders",
  },
  refund: {
    title: "Keep your tickets, or get your money back",
    nowOn: (event: string, time: Html): Html => html`${event}, now on ${time}`,
    order: (number: string, tickets: string) => `Order ${number}: ${tickets}`,
    none: "There is no offer of a refund for this order.",
    ended: "The offer has ended. You keep your tickets.",
    until: (time: Html): Html => html`Until ${time} you can choose. If you do nothing, you keep your tickets.`,
    keep: "Keep the tickets",
    refund: "Cancel the tickets, money back",
    accepted: "Tickets that somebody else accepted from you stay valid.",
    answered: { KEEP: "You answered that you keep your tickets.", REFUND: "You chose your money back." },
    otherAccount: "This order belongs to another account. Sign in as the person who bought the tickets.",
    asGuest: "I bought without an account",
  },
  letters: {
    title: "Letters of an organizer",
    broken: "The link is not complete. Open it from the letter again.",
    subscribed: (organization: string) => `You get letters that ${organization} writes to people with tickets.`,
    unsubscribed: (organization: string) => `You get no more letters that ${organization} writes.`,
    stop: "No more letters",
    start: "Get letters again",
    always: "Letters about your own orders, such as a new date, are always sent.",
  },
};

export type OrdersTexts = typeof orders;
