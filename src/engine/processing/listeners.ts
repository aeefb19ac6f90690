/** Listeners by topic. */
export class Listeners<T, A> {
  private readonly byTopic = new Map<T, Set<(argument: A) => void>>();

  /** Returns the way to stop listening. */
  add(topic: T, listener: (argument: A) => void): () => void {
    const listeners = this.byTopic.get(topic) ?? new Set();
    this.byTopic.set(topic, listeners);
    // Two listeners may be the same function: each is its own entry.
    const entry = (argument: A): void => listener(argument);
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
      if (listeners.size === 0 && this.byTopic.get(topic) === listeners) this.byTopic.delete(topic);
    };
  }

  call(topic: T, argument: A): void {
    for (const listener of [...(this.byTopic.get(topic) ?? [])]) listener(argument);
  }
}
