import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { textOf, texts, type Fill, type Language, type TextKey } from './texts';

interface LanguageValue {
  language: Language;
  t: (key: TextKey, fill?: Fill) => string;
  /** For keys built from data (`state.<state>`); an unknown one shows the value itself. */
  label: (
    area: 'state' | 'result' | 'role' | 'mode' | 'channel' | 'need' | 'source' | 'light',
    value: string,
  ) => string;
  toggle: () => void;
}

const LanguageContext = createContext<LanguageValue | null>(null);
const STORED = 'tongban.language';

const stored = (): Language => (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh');

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(stored);
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo<LanguageValue>(
    () => ({
      language,
      t: (key, fill) => textOf(language, key, fill),
      label: (area, name) => {
        const key = `${area}.${name}`;
        return key in texts ? textOf(language, key as TextKey) : name;
      },
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
