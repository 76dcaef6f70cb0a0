/** Caps how many requests are under way at once; the others wait their turn, first come first served. */
export class InFlightLimit {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #inFlight = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** Runs `work` when there is room. False when `signal` ended the wait first; then `work` was not begun. */
  async run(signal: AbortSignal, work: () => Promise<void>): Promise<boolean> {
    if (!(await this.#enter(signal))) {
      return false;
    }
    try {
      await work();
    } finally {
      this.#leave();
    }
    return true;
  }

  async #enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) {
      return false;
    }
    if (this.#inFlight < this.#limit) {
      this.#inFlight++;
      return true;
    }
    return new Promise((resolve) => {
      const go = () => {
        signal.removeEventListener('abort', give);
        resolve(true);
      };
      const give = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        resolve(false);
      };
      this.#waiting.push(go);
      signal.addEventListener('abort', give, { once: true });
    });
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) {
      this.#inFlight--;
    } else {
      next();
    }
  }
}
