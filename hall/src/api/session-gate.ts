/**
 * When the session has run out in the middle of something, requests wait here while the page offers to sign in again
 * (over the page, so nothing typed is lost) and are then sent once more.
 */
type Listener = () => void;
const listeners = new Set<Listener>();
let waiting: ((signedIn: boolean) => void)[] = [];

const notify = (): void => listeners.forEach((listener) => listener());

export const sessionGate = {
  isClosed: (): boolean => waiting.length > 0,
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Resolves true when signed in again, false when given up. */
  waitForSignIn(): Promise<boolean> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      notify();
    });
  },
  open(signedIn: boolean): void {
    const released = waiting;
    waiting = [];
    notify();
    released.forEach((release) => release(signedIn));
  },
};
