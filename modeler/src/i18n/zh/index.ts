import { canvas } from './canvas';
import { elementTypeName } from './element-types';
import { hints } from './hints';
import { translateImport } from './import';
import { translateLint } from './lint';
import { properties } from './properties';

const TEXTS: Readonly<Record<string, string>> = { ...canvas, ...properties, ...hints };

/** Chinese for a text of bpmn-js or one of its parts; the text itself when there is none. */
export function toChinese(text: string): string {
  return TEXTS[text] ?? elementTypeName(text) ?? listText(text) ?? translateLint(text) ?? translateImport(text) ?? text;
}

/** `List contains 3 items` and `{eventType}: {type}` stay readable in any number. */
function listText(text: string): string | undefined {
  const list = /^List contains (\d+) items?$/.exec(text);
  return list ? `共 ${list[1]} 项` : undefined;
}
