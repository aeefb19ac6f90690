import { toChinese } from '../../i18n/zh';
import type { LiveLanguage } from '../live-language';

type Replacements = Record<string, string>;

/** Replaces bpmn-js's translate service: Chinese texts, with the placeholders filled. */
export function translateModule(live: LiveLanguage) {
  const translate = (text: string, replacements: Replacements = {}): string => {
    const template = live.current === 'zh' ? toChinese(text) : text;
    return template.replace(/\{([^}]+)\}/g, (whole, key: string) => replacements[key] ?? whole);
  };
  return { translate: ['value', translate] as const };
}
