const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Until it is over, a signal that ends the process lets it leave its work in order first. */
export class Interruption {
  readonly #leave: () => Promise<void>;
  #hasCome = false;

  constructor(leave: () => Promise<void>) {
    this.#leave = leave;
    for (const signal of SIGNALS) process.on(signal, this.#onSignal);
  }

  isOver(): void {
    for (const signal of SIGNALS) process.off(signal, this.#onSignal);
  }

  readonly #onSignal = (signal: NodeJS.Signals): void => {
    if (this.#hasCome) return;
    this.#hasCome = true;
    this.#leave()
      .catch(() => undefined) // The journal is good at any moment; whoever wants the process to end comes first.
      .finally(() => {
        this.isOver();
        process.kill(process.pid, signal);
      });
  };
}
