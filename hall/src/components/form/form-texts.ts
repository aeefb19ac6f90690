import type { TextKey, Fill } from '../../i18n/texts';

type Translate = (key: TextKey, fill?: Fill) => string;

/** form-js speaks English only; these are its own messages as of 1.23, in the words of the dictionary. */
const MESSAGES: [RegExp, TextKey][] = [
  [/^Field is required\.$/, 'form.required'],
  [/^Field must match pattern/, 'form.pattern'],
  [/^Field must have minimum value of (.+)\.$/, 'form.min'],
  [/^Field must have maximum value of (.+)\.$/, 'form.max'],
  [/^Field must have minimum length of (.+)\.$/, 'form.minLength'],
  [/^Field must have maximum length of (.+)\.$/, 'form.maxLength'],
  [/valid\s+international phone number/, 'form.phone'],
  [/valid email address/, 'form.email'],
  [/^Value is (not|expected)/, 'form.number'],
];

/** A validation message in the page's language; the form's own (patternErrorMessage) stay as written. */
export function translateMessage(message: string, t: Translate): string {
  for (const [pattern, key] of MESSAGES) {
    const match = pattern.exec(message);
    if (match) return t(key, { n: match[1] ?? '' });
  }
  return message;
}

const LABELS: Record<string, TextKey> = {
  Select: 'form.select',
  Search: 'form.search',
  'No results': 'form.noResults',
  'All values selected': 'form.allSelected',
};

/** Replaces form-js's fixed English words (“Select”, “No results”) where they appear. */
export function translateLabels(root: HTMLElement, t: Translate): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const key = LABELS[node.data];
    if (key) node.data = t(key);
  }
  for (const input of root.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    const key = LABELS[input.placeholder];
    if (key) input.placeholder = t(key);
  }
}
