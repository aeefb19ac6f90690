import { useEffect } from 'react';

/** The browser tab's title while the page is shown. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} · 通办`;
  }, [title]);
}
