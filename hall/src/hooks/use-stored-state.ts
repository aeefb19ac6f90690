import { useState } from 'react';

/** State that lasts while the tab is open: filters stay as they were when someone comes back. */
export function useStoredState<T extends string>(key: string, initial: T): [T, (value: T) => void] {
  const name = `tongban.view.${key}`;
  const [value, setValue] = useState<T>(() => (sessionStorage.getItem(name) as T | null) ?? initial);
  const store = (next: T): void => {
    sessionStorage.setItem(name, next);
    setValue(next);
  };
  return [value, store];
}
