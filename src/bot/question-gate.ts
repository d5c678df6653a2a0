/**
 * Lets questions to the library one after the other, in turns: a reader has one under way, and who has just asked waits
 * behind everybody who waits already, but for no more than one question of each. So one who floods holds up nobody.
 */

const GATE = {
  /** Questions at once: while one is embedded in the model's thread, another is searched in this one. */
  mostRunning: 2,
  /** Questions of one reader that may wait; a reader who sends more is not waiting for each of them. */
  mostWaitingOfReader: 3,
  /** Questions of all readers that may wait: at 60 ms each the last one waits some 20 s, and nobody likes to wait longer. */
  mostWaiting: 300,
} as const;

type GateLimits = Readonly<Record<keyof typeof GATE, number>>;

/** A question on its way through the gate. */
export interface GatePlace<Result> {
  /** Questions that were before it when it came. */
  readonly ahead: number;
  readonly started: Promise<void>;
  /** What the work came to, or threw. */
  readonly done: Promise<Result>;
}

interface Waiting {
  readonly start: () => void;
  readonly at: number;
}

export interface QuestionGate {
  /** Questions that run or wait. */
  readonly size: number;
  /** When the oldest question that waits came, in ms since 1970. */
  readonly oldestAt: number | undefined;
  /** Lets work in, at once or later; `undefined` when the reader or the gate has too much to do already. */
  enter<Result>(readerKey: string, work: () => Promise<Result>): GatePlace<Result> | undefined;
}

/** @param now milliseconds since 1970 */
export function createQuestionGate(now: () => number, limits: GateLimits = GATE): QuestionGate {
  /** Readers with work that waits. The order is that of their turns: who has had one goes to the end. */
  const lines = new Map<string, Waiting[]>();
  const busy = new Set<string>();
  let waiting = 0;

  const startNext = (): void => {
    for (const [readerKey, line] of lines) {
      if (busy.size >= limits.mostRunning) return;
      if (busy.has(readerKey)) continue;
      const next = line.shift();
      lines.delete(readerKey);
      // A map is walked on into what is added meanwhile; a reader who is busy by then is skipped.
      if (line.length > 0) lines.set(readerKey, line);
      waiting -= 1;
      busy.add(readerKey);
      next?.start();
    }
  };

  const countAhead = (own: number): number => {
    let ahead = busy.size;
    for (const line of lines.values()) ahead += Math.min(line.length, own + 1);
    return ahead;
  };

  return {
    get size() {
      return busy.size + waiting;
    },
    get oldestAt() {
      // In each line the first one is the oldest.
      const firsts = [...lines.values()].flatMap((line) => line[0]?.at ?? []);
      return firsts.length === 0 ? undefined : Math.min(...firsts);
    },
    enter(readerKey, work) {
      const line = lines.get(readerKey) ?? [];
      const isFree = busy.size < limits.mostRunning && !busy.has(readerKey);
      const isTooMuch = line.length >= limits.mostWaitingOfReader || waiting >= limits.mostWaiting;
      if (isTooMuch && !isFree) return undefined;
      const ahead = countAhead(line.length);
      let start = () => {};
      const started = new Promise<void>((resolve) => {
        start = resolve;
      });
      const done = started.then(work).finally(() => {
        busy.delete(readerKey);
        startNext();
      });
      line.push({ start, at: now() });
      lines.set(readerKey, line);
      waiting += 1;
      startNext();
      return { ahead, started, done };
    },
  };
}
