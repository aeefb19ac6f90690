import type Canvas from 'diagram-js/lib/core/Canvas';

const SEARCH_INPUT = '.djs-search-input input, .djs-popup-search input';

/**
 * Makes the search fields work with Chinese input methods. They listen to keys only: text picked with the mouse would not
 * be searched for, and the Enter that ends a composition would close them.
 */
class InputMethodSupport {
  static $inject = ['canvas'];

  constructor(canvas: Canvas) {
    const container = canvas.getContainer();
    let composing = false;
    const inSearch = (event: Event): boolean => (event.target as Element).matches(SEARCH_INPUT);

    container.addEventListener('input', (event) => {
      if (inSearch(event)) event.target?.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
    });
    container.addEventListener('keydown', (event) => (composing = event.isComposing), true);
    container.addEventListener(
      'keyup',
      (event) => {
        if (composing && inSearch(event) && event.key !== '') event.stopPropagation();
      },
      true,
    );
  }
}

export const inputMethodModule = {
  __init__: ['inputMethodSupport'],
  inputMethodSupport: ['type', InputMethodSupport] as const,
};
