import { applyTexts } from './texts/apply';
import { caseTexts } from './texts/case';
import { commonTexts } from './texts/common';
import { serviceTexts } from './texts/service';
import { staffTexts } from './texts/staff';

/** The whole dictionary. Both languages stand side by side, so neither can be left incomplete. */
export const texts = { ...commonTexts, ...serviceTexts, ...applyTexts, ...caseTexts, ...staffTexts };

export type TextKey = keyof typeof texts;
export type Language = 'zh' | 'en';
export type Fill = Record<string, string | number>;

/** One text in one language with its `{names}` filled in. */
export function textOf(language: Language, key: TextKey, fill: Fill = {}): string {
  const template: string = texts[key][language === 'zh' ? 0 : 1];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole));
}
