import type { Words } from "./words.ts";

export const en: Words = {
  greeting: (name) => `Hello ${name},`,
  closing: "Have a good time!",
  order: "Order",
  total: "Total",
  included: "included",
  section: "Section",
  row: "Row",
  seat: "Seat",
  holder: "Name",
  rule: "Lets in one person, once. Show the code at the entrance, on paper or on a screen, and to nobody before.",
  confirmed: {
    subject: (event) => `Your tickets for ${event}`,
    body: "Your order is confirmed.",
    attached: "Your tickets are attached, and so is a calendar entry.",
  },
  ended: {
    subject: (event) => `Your order for ${event} did not come about`,
    body: "Your order could not be completed. You were not charged: what was set aside on your card is free again within some days.",
  },
  cancelled: {
    subject: (event) => `Tickets for ${event} are cancelled`,
    body: (tickets) =>
      tickets === 1 ? "A ticket of yours is cancelled." : `${tickets} tickets of yours are cancelled.`,
    refund: (amount) => `You get ${amount} back, the way that you paid.`,
    reason: (reason) => `Reason: ${reason}`,
  },
  received: {
    subject: (event) => `A ticket for ${event} is yours now`,
    body: "You have taken a ticket that was offered to you. It is attached; the one that its holder had before is worthless now.",
  },
  handedOn: {
    subject: (event) => `Your ticket for ${event} has been taken`,
    body: "Whoever you gave the code to has taken your ticket. Yours lets nobody in any more.",
  },
};
