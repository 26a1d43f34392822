// How many people of a waiting room are called next: as many as free seats, the cap, and the load of holds allow.

/** Longest hold of 99% of requests that is still quick. */
const SLOW_MS = 250;
/** Requests for seats that may wait while more people are called. */
const MOST_WAITING = 512;
/** At most so many times the seats that are left are inside, in people. */
const PEOPLE_PER_SEAT = 3;
/** A few may always wait inside for seats that come back. */
const FEWEST_FOR_SEATS = 20;
const FEWEST_FOR_LOAD = 50;
const FEWEST_WHO_COME = 0.2;
/** Fewer people say nothing about how many seats each takes. */
const ENOUGH_PEOPLE = 10;
const MOST_SEATS_EACH = 10;
/** Weight of the newest window in what is learned. */
const NEW = 0.3;
export const WINDOW_MS = 30_000;

export interface HoldLoad {
  /** Time that 99% of recent holds took at most, in ms; 0 without holds. */
  p99Ms: number;
  /** Requests for seats that wait now. */
  waiting: number;
}

export interface InletState {
  /** Seats that anyone can hold. */
  free: number;
  /** People inside. */
  active: number;
  maxActive: number;
  perSecond: number;
  /** People that the load allows inside. */
  capLoad: number;
  /** Mean number of seats that a person takes. */
  seatsEach: number;
  /** Share of called people who come. */
  showShare: number;
  serving: number;
  lastRank: number;
  /** Called in the current window, and of them those who came. */
  called: number;
  came: number;
}

export type Limit = "CAP" | "LOAD" | "SEATS";

export interface InletStep {
  /** People who are called now. */
  call: number;
  capLoad: number;
  /** What limits the number of people inside. */
  limit: Limit;
}

/** @param seconds since the last step, at most some */
export function inletStep(state: InletState, load: HoldLoad, seconds: number): InletStep {
  const { free, active, maxActive, perSecond, seatsEach, serving, lastRank } = state;
  const isBusy = load.p99Ms > SLOW_MS || load.waiting > MOST_WAITING;
  const capLoad = isBusy
    ? Math.max(FEWEST_FOR_LOAD, 0.8 * state.capLoad)
    : Math.min(Math.max(maxActive, FEWEST_FOR_LOAD), state.capLoad + Math.max(5, 0.02 * state.capLoad));
  const capSeats = free === 0 ? 0 : Math.max(FEWEST_FOR_SEATS, Math.ceil((PEOPLE_PER_SEAT * free) / seatsEach));
  const target = Math.min(maxActive, capSeats, capLoad);
  const share = Math.max(FEWEST_WHO_COME, state.showShare);
  const expected = Math.max(0, state.called - state.came) * share;
  const wanted = Math.ceil((target - active - expected) / share);
  const call = Math.max(0, Math.min(wanted, Math.ceil(perSecond * seconds), lastRank - serving));
  return { call, capLoad, limit: target === capSeats ? "SEATS" : target === maxActive ? "CAP" : "LOAD" };
}

export interface Window {
  called: number;
  came: number;
  /** Seats that were taken, less those that came back. */
  taken: number;
}

type Learned = Pick<InletState, "showShare" | "seatsEach">;

/** What is learned from a window that is over. */
export function learned({ showShare, seatsEach }: Learned, { called, came, taken }: Window): Learned {
  const moved = (before: number, seen: number) => (1 - NEW) * before + NEW * seen;
  return {
    showShare: called === 0 ? showShare : moved(showShare, Math.min(1, Math.max(FEWEST_WHO_COME, came / called))),
    seatsEach:
      came < ENOUGH_PEOPLE ? seatsEach : moved(seatsEach, Math.min(MOST_SEATS_EACH, Math.max(1, taken / came))),
  };
}
