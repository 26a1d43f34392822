// English texts about exchanges of tickets.
import type { Counted } from "../counted.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const exchanges = {
  exchange: {
    link: "Exchange tickets",
    linkOne: "Exchange this ticket",
    title: "Exchange tickets",
    until: (time: string) => `You can exchange until ${time}.`,
    fee: (amount: string) => `The organizer keeps a fee of ${amount} for each ticket.`,
    noFee: "There is no fee.",
    which: "Which tickets do you give back?",
    to: "What would you like instead?",
    same: "Other seats on the same date",
    sameText: "Better or cheaper ones.",
    held: "The seats that you hold",
    more: "Show later events",
    next: "Next: choose seats",
    nextText: "Nothing is exchanged yet. You see what it costs before you confirm.",
    none: "These tickets can’t be exchanged.",
    otherTickets: "Tickets for other events",
    ticketReasons: {
      USED: "Used already.",
      DISPUTED: "The payment is disputed.",
      TRANSFERRED: "Belongs to someone else.",
      EXCHANGE_IN_PROGRESS: "Is being exchanged:",
    } as Record<string, string>,
    choosing: ((count) => `You exchange ${n(count, "ticket", "tickets")}.`) as Counted,
    choosingText: "Choose the new seats. The old tickets pay for them, as far as they are worth it.",
    back: "Change the exchange",
    quote: "Confirm your exchange",
    quoteText: "Your new seats are held. Nothing is exchanged before you confirm.",
    give: "You give back",
    get: "You get",
    lessFee: (paid: string, fee: string) => `paid ${paid}, less a fee of ${fee}`,
    worth: "Pays for the new seats",
    toPay: "You pay",
    refund: "You get back",
    even: "The difference",
    refundText: (amount: string) =>
      `${amount} goes back to the card that you paid with, usually within five to ten days.`,
    afterPayment: "Your old tickets stay valid until the payment is made. Then the new ones replace them.",
    atOnce: "The new tickets replace the old ones at once. This is final.",
    confirm: {
      pay: (amount: string) => `Exchange and pay ${amount}`,
      refund: (amount: string) => `Exchange and get ${amount} back`,
      even: "Exchange the tickets",
    },
    endedText: "The seats are back on sale. You still have your old tickets.",
    refused: "This exchange is not possible",
    stillHeld: (time: string) => `Your old tickets stay as they are. The new seats are held until ${time}.`,
    buy: (total: string) => `Buy the new seats for ${total}`,
    from: (number: string) => `Paid with tickets of order ${number}`,
    due: "Difference to pay",
    surplus: "Goes back to your card",
    open: "Your old tickets stay valid until the difference is paid. If you cancel this order, you keep them.",
    gave: (amount: string) => `${amount} paid for another order`,
    exchanged: "These tickets were exchanged",
    exchangedText: "They paid for another order. Its tickets are among yours.",
    partly: "You’re going! Some tickets were exchanged",
    limit: (limit: number) =>
      `One buyer can have at most ${n(limit, "seat", "seats")} at this event, and your old tickets count until they are exchanged. Exchange fewer tickets at once.`,
    reasons: {
      DISPUTED: "The payment of these tickets is disputed. They can’t be exchanged until that is decided.",
      EVENT_CANCELLED: "The event is cancelled. You get your money back, so there is nothing to exchange.",
      EXCHANGE_IN_PROGRESS:
        "These tickets are being exchanged already. Pay for the other order or cancel it: you find it at your tickets.",
      NOT_ALLOWED: "The organizer does not exchange tickets for this event.",
      OTHER_CURRENCY: "The new seats are sold in another currency. Choose seats of another event.",
      OTHER_EVENT: "The organizer exchanges these tickets only for seats of the same event.",
      OTHER_ORGANIZATION: "Another organizer sells the new seats. Choose seats of the same organizer.",
      REFUNDED: "These tickets were refunded or exchanged already, or their order is not confirmed.",
      SOLD_AT_COUNTER: "These tickets were sold at the counter. They can be exchanged only there.",
      TOO_LATE: "It is too late: the time for exchanges is over.",
      TRANSFERRED: "A ticket belongs to someone else now. Only tickets of your own can be exchanged.",
      USED: "A ticket was used at the entrance, so it can’t be exchanged.",
    } as Record<string, string>,
    problems: {
      NO_TICKETS_CHOSEN: "Choose at least one ticket that you give back.",
      SEATS_GONE: "What you chose is not there any more. Choose again what you would like instead.",
      DIFFERENCE_CHANGED: "The difference has changed. Look at it again before you confirm: nothing was exchanged.",
      ExchangeTotalChanged:
        "The difference has changed, so nothing was exchanged. The new seats are back on sale, and you still have your old tickets.",
      IdempotencyKeyReused: "This form was sent before with other content. Load the page again.",
    },
  },
};

export type Exchanges = typeof exchanges;
