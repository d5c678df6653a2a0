/** Time, passed in so that tests never sleep. */
export { systemClock } from '../clock.js';
export type { Clock } from '../ports/clock.js';
