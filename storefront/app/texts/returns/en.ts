// English texts about tickets that are given back.
export const returns = {
  returns: {
    link: "Give tickets back",
    linkOne: "Give this ticket back",
    title: "Give tickets back",
    until: (time: string) => `You can give tickets back until ${time}.`,
    fee: (amount: string) => `The organizer keeps a fee of ${amount} for each ticket.`,
    noFee: "There is no fee.",
    forList: "The organizer takes tickets back as long as people on the waiting list want the seats.",
    terms: (time: string) => `Tickets can be given back until ${time}.`,
    termsForList: (time: string) =>
      `Tickets can be given back until ${time}, as long as people on the waiting list want the seats.`,
    needsAccount:
      "Tickets of guests can’t be given back here. Create an account with the same e-mail address: it takes over your orders.",
    nextText: "Nothing is given back yet. You see what you get before you confirm.",
    none: "These tickets can’t be given back.",
    quote: "Confirm the return",
    quoteText: "The tickets stay yours until you confirm.",
    nothingBack: "No money comes back for these tickets.",
    final: "The tickets stop being valid at once, and other people can buy the seats. This is final.",
    confirm: (amount: string) => `Give back and get ${amount}`,
    confirmNothing: "Give back without a refund",
    change: "Choose other tickets",
    refused: "These tickets can’t be given back",
    stillValid: "Nothing has changed: you still have your tickets.",
    done: "You gave these tickets back",
    doneText: "No money comes back for them.",
    reasons: {
      DISPUTED: "The payment of these tickets is disputed. They can’t be given back until that is decided.",
      EVENT_CANCELLED: "The event is cancelled. You get your money back without doing anything.",
      EXCHANGE_IN_PROGRESS:
        "These tickets are being exchanged. Pay for the other order or cancel it first: you find it at your tickets.",
      NOBODY_WAITS:
        "Nobody on the waiting list wants all of these seats at the moment. Try again later, or give fewer tickets back.",
      NOT_ALLOWED: "The organizer takes no tickets for this event back.",
      REFUNDED: "These tickets were refunded or exchanged already, or their order is not confirmed.",
      SOLD_AT_COUNTER: "These tickets were sold at the counter. They can be given back only there.",
      TOO_LATE: "It is too late: the time for giving tickets back is over.",
      TRANSFERRED: "A ticket belongs to someone else now. Only tickets of your own can be given back.",
      USED: "A ticket was used at the entrance, so it can’t be given back.",
    } as Record<string, string>,
    problems: {
      ReturnTotalChanged: "The refund has changed. Look at it again before you confirm: nothing was given back.",
    },
  },
};

export type Returns = typeof returns;
