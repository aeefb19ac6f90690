import { formEditor } from '../i18n/zh/form-editor';

/**
 * form-js's editor has no translations to hook into: its texts are replaced as they appear. Only whole texts that are
 * known change; what the analyst typed stands in fields, or is no word of the list.
 */
export function speakChinese(root: HTMLElement): () => void {
  translate(root);
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Text) put(target);
      addedNodes.forEach(translate);
    }
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  return () => observer.disconnect();
}

function translate(node: Node): void {
  if (node instanceof Text) return put(node);
  if (node instanceof HTMLInputElement && node.placeholder in formEditor) {
    node.placeholder = formEditor[node.placeholder] ?? '';
  }
  // what stands inside the form itself is the analyst's own
  if (node instanceof Element && node.matches('.fjs-form-field label, .fjs-form-field-text')) return;
  node.childNodes.forEach(translate);
}

function put(text: Text): void {
  if (text.parentElement?.closest('.fjs-form-field label, .fjs-form-field-text')) return;
  const chinese = formEditor[text.data.trim()];
  if (chinese !== undefined && chinese !== text.data) text.data = chinese;
}
