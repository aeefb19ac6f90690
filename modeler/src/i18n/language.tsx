import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Language = 'zh' | 'en';

interface LanguageValue {
  language: Language;
  /** Picks the text of the chosen language: both stand side by side where they are used. */
  tr: (zh: string, en: string) => string;
  toggle: () => void;
}

/** The hall keeps the choice under the same name, so that a person chooses once. */
const STORED = 'tongban.language';
const LanguageContext = createContext<LanguageValue | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo<LanguageValue>(
    () => ({
      language,
      tr: (zh, en) => (language === 'zh' ? zh : en),
      toggle: () => setLanguage((now) => (now === 'zh' ? 'en' : 'zh')),
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageValue {
  const value = use(LanguageContext);
  if (!value) throw new Error('useLanguage needs a LanguageProvider above it');
  return value;
}
