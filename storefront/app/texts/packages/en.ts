// English texts about packages of several events.
import type { Counted } from "../counted.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const seats = (count: number) => n(count, "seat", "seats");

export const packages = {
  packages: {
    also: "Also in a package",
    kind: "Package",
    all: ((count) => (count === 2 ? "Both events" : `All ${count} events`)) as Counted,
    choose: (count: number, of: number) => `Choose ${count} of ${of} events`,
    less: (amount: string) => `${amount} off each ticket`,
    lead: "The same number of seats at each event, held and paid for together.",
    your: "Your choice",
    seats: "Seats at each event",
    instead: (price: string) => `instead of ${price}`,
    priceAt: (event: string) => `Price for ${event}`,
    about: "About the event",
    chosen: (count: number, of: number) => `${count} of ${of} events chosen`,
    for: (count: number, events: number) => `${seats(count)} at each of ${events} events`,
    showTotal: "Show the total",
    take: "Hold the package",
    terms: "Good to know",
    rules: {
      best: "We choose the best free seats at your price, next to each other.",
      together: "All seats of the package are one order. They are held, paid for and given back together.",
      code: "The package has its own price. Promo codes can’t be added.",
      cancelled:
        "After the purchase each event has its own tickets. If an event is cancelled, you get back what its tickets cost in the package.",
      account: "To hold a package you need an account, or an address that you have confirmed.",
    },
    limit: ((count) => `One buyer can have at most ${seats(count)} of this package at each event.`) as Counted,
    until: (time: string) => `On sale until ${time}.`,
    from: (time: string) => `The sale of this package starts on ${time}.`,
    ended: "The sale of this package has ended. Tickets for its events may still be on sale.",
    tooFew: "Too few of its events have seats now, so the package can’t be held. Single tickets may still be on sale.",
    signIn: "Sign in to hold this package",
    signInText: "Your choice stays on this page, and you come back to it.",
    again: "You are signed in. Nothing is held yet: look at your choice, then hold it.",
    unverified:
      "A package can be held only with a confirmed address, so nothing is held yet. Confirm yours, then come back to this page: your choice stays here.",
    confirm: "Confirm my address",
    exactly: (count: number, chosen: number) =>
      `Choose exactly ${count} events. You have chosen ${chosen}, and nothing is held yet.`,
    belongs: ((count) =>
      `These ${count} events are one package: they are held until the same time, and you pay for them or give them back together.`) as Counted,
    release: "Give the whole package back",
    incomplete:
      "An event of this package is not available any more, so the package can’t be paid for. Nothing was charged. Give the seats back and choose again.",
    refusals: {
      ENDED: () => "The sale of this package has ended. Tickets for its events may still be on sale.",
      NOT_YET: () => "The sale of this package has not started yet. Come back later: your choice is still here.",
      SOLD_OUT: (event: string) =>
        `Too few seats of this package are left at ${event}. Take fewer seats, or choose another event where you can.`,
      LIMIT_PER_BUYER: (event: string) =>
        `With your other seats at ${event} these are more than one buyer can have of this package. Take fewer seats.`,
      NOT_FOR_THESE_SEATS: (event: string) =>
        `The package does not cover these seats at ${event}. Choose another price.`,
      SeatsUnavailable: (event: string) =>
        `At ${event} so many seats next to each other are not free at this price. Take fewer seats, or choose another price or event.`,
      AdmissionRequired: (event: string) =>
        `${event} has a queue now, so this package is sold at the box office only. Choose another event where you can.`,
      EventNotOnSale: (event: string) =>
        `${event} is not on sale now, so nothing is held. Choose another event where you can, or try again later.`,
      SeatLimitReached: (event: string, limit: number) =>
        `One buyer can have at most ${seats(limit)} at ${event}, with those from before. Take fewer seats.`,
      SeatLeftAlone: (event: string) =>
        `At ${event} this would leave a single seat that nobody can use. Take one seat more or less.`,
      PriceNotUsable: (event: string) => `This price is not sold at ${event} now. Choose another price.`,
      TooManyCompanions: (event: string) =>
        `At ${event} the free seats belong to wheelchair places. Take fewer seats, or choose another price.`,
      VerifiedBuyersOnly: (event: string) =>
        `${event} is only for accounts with a confirmed e-mail address. Confirm yours at “Account”, then hold the package.`,
      NotFound: () => "An event or a price of this package is not there any more. Look at the events and choose again.",
      quantity: (event: string) => `This number of seats is not possible at ${event}. Choose another number.`,
      priceTierId: (event: string) => `This price does not exist any more at ${event}. Choose another one.`,
      events: () =>
        "These events and seats can’t be held at once. Look at the events that are chosen, or take fewer seats.",
      RATE_LIMITED: () =>
        "Many people want this package right now, so nothing is held yet. Wait a moment, then press the button again.",
      UNAVAILABLE: () =>
        "The shop is not reachable right now, so nothing is held. Your choice is still here: try again.",
      TIMEOUT: () => "The answer took too long. Look at “Your seats” before you try again: they may be held already.",
    } as Record<string, (event: string, limit: number) => string>,
  },
};

export type Packages = typeof packages;
