// The inlet of a queue, simulated second by second: how long a sale takes, and what people who don't come cost.
import { createRandom, type Random } from "../../../testkit/random.ts";
import { inletStep, learned, WINDOW_MS, type InletState } from "../engine/queue/inlet.ts";

const ARRIVALS = 100_000;
const CAP = 500;
const SEATS = 10_000;
const SEATS_EACH = 2;
const QUIET = { p99Ms: 20, waiting: 0 };
const COMES_WITHIN_SECONDS = 30;
const SHORTEST_STAY_SECONDS = 60;
const LONGEST_STAY_SECONDS = 180;

interface Simulated {
  /** Until the last seat is sold. */
  seconds: number;
  mostInside: number;
}

const between = (random: Random, least: number, most: number) => least + random.below(most - least + 1);

/** Who finds no room tries again each second, before those who were called later. */
function simulate(showShare: number): Simulated {
  const random = createRandom(1);
  let state: InletState = {
    ...{ free: SEATS, active: 0, maxActive: CAP, perSecond: 100, capLoad: 50, seatsEach: 2, showShare: 1 },
    ...{ serving: 0, lastRank: ARRIVALS, called: 0, came: 0 },
  };
  let windowFree = SEATS;
  let atTheDoor: number[] = [];
  let inside: number[] = [];
  let [free, mostInside] = [SEATS, 0];
  for (let second = 1; ; second++) {
    const staying = inside.filter((until) => until > second);
    free -= SEATS_EACH * (inside.length - staying.length);
    if (free <= 0) return { seconds: second, mostInside };
    inside = staying;
    const { call, capLoad } = inletStep({ ...state, free, active: inside.length }, QUIET, 1);
    const shown = Array.from({ length: call }, () => random.chance(showShare)).filter(Boolean);
    atTheDoor.push(...shown.map(() => second + random.below(COMES_WITHIN_SECONDS)));
    const room = CAP - inside.length;
    const here = atTheDoor.filter((at) => at <= second);
    const entering = Math.min(room, here.length);
    atTheDoor = [...here.slice(entering), ...atTheDoor.filter((at) => at > second)];
    const stay = () => second + between(random, SHORTEST_STAY_SECONDS, LONGEST_STAY_SECONDS);
    inside.push(...Array.from({ length: entering }, stay));
    mostInside = Math.max(mostInside, inside.length);
    state = {
      ...state,
      capLoad,
      serving: state.serving + call,
      called: state.called + call,
      came: state.came + entering,
    };
    if (second % (WINDOW_MS / 1_000) !== 0) continue;
    const window = { called: state.called, came: state.came, taken: windowFree - free };
    state = { ...state, ...learned(state, window), called: 0, came: 0 };
    windowFree = free;
  }
}

test("people who are called and don't come cost little: with 70% of them the last seat is sold at most 1.2 times later", () => {
  const all = simulate(1);
  const few = simulate(0.3);
  expect(all.mostInside).toBeLessThanOrEqual(CAP);
  expect(few.mostInside).toBeLessThanOrEqual(CAP);
  expect(few.seconds / all.seconds).toBeLessThanOrEqual(1.2);
});
