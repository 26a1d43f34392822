// When the page of a waiting list asks again.

const EVERY_MS = 20_000;
/** Of a page in the background: its title says when seats are held. */
const HIDDEN_EVERY_MS = 120_000;
/** A random part, so that pages that were opened at the same time do not ask at the same time. */
const JITTER = 0.2;

/** @param random from 0 to 1 */
export const nextPollMs = (isHidden: boolean, random: number): number =>
  (isHidden ? HIDDEN_EVERY_MS : EVERY_MS) * (1 + JITTER * (2 * random - 1));
