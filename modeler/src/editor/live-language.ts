import type { Language } from '../i18n/language';

/** The language of a running modeler: its parts ask each time, so that it can change without losing the undo history. */
export class LiveLanguage {
  current: Language;
  constructor(current: Language) {
    this.current = current;
  }
  /** Picks the text of the current language. */
  text(zh: string, en: string): string {
    return this.current === 'zh' ? zh : en;
  }
}
