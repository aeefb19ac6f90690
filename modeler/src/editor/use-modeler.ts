import type Modeler from 'bpmn-js/lib/Modeler';
import type EventBus from 'diagram-js/lib/core/EventBus';
import { useEffect, useRef, useState } from 'react';
import { lintConfig } from '../../lint/lint-config';
import type { Bundle, Content, Forms } from '../api/types';
import { useLanguage } from '../i18n/language';
import { createModeler, ruleOptions } from './create-modeler';
import { PARTS_CHANGED } from './draft-parts';
import { LiveLanguage } from './live-language';
import { fit, partsOf } from './studio';

/** Result of reading a document: what was odd, or why it could not be read at all. */
export interface ImportOutcome {
  warnings: string[];
  error: string | null;
}

interface Opened {
  modeler: Modeler;
  outcome: ImportOutcome;
}

/** A modeler in the two elements, with the document open. It lives as long as the bundle and the document stay the same. */
export function useModeler(bundle: Bundle, content: Content) {
  const canvas = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { language } = useLanguage();
  const [live] = useState(() => new LiveLanguage(language));
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    if (!canvas.current || !panel.current) return undefined;
    const modeler = createModeler({ canvas: canvas.current, panel: panel.current, bundle, content, live });
    let alive = true;
    void openDocument(modeler, content.xml).then((outcome) => {
      if (alive) setOpened({ modeler, outcome });
    });
    return () => {
      alive = false;
      setOpened(null);
      modeler.destroy();
    };
  }, [bundle, content, live]);

  const modeler = opened?.modeler ?? null;
  useEffect(() => {
    if (modeler && live.current !== language) {
      live.current = language;
      refreshTexts(modeler, bundle, language);
    }
  }, [modeler, language, live, bundle]);

  useEffect(() => {
    if (!modeler) return undefined;
    const lintAnew = (): void => configureLint(modeler, bundle, live.current, partsOf(modeler).forms);
    modeler.on(PARTS_CHANGED, lintAnew);
    return () => modeler.off(PARTS_CHANGED, lintAnew);
  }, [modeler, bundle, live]);

  return { canvas, panel, modeler, outcome: opened?.outcome ?? null };
}

/** Opens a document and shows all of it. Never throws: what went wrong is in the outcome. */
export async function openDocument(modeler: Modeler, xml: string): Promise<ImportOutcome> {
  const translate = modeler.get<(text: string) => string>('translate');
  const messages = (list: unknown): string[] =>
    ((list ?? []) as { message?: string }[]).map((warning) => translate(warning.message ?? String(warning)));
  try {
    const { warnings } = await modeler.importXML(xml);
    fit(modeler);
    return { warnings: messages(warnings), error: null };
  } catch (error) {
    const { message, warnings } = error as { message: string; warnings?: unknown };
    return { warnings: messages(warnings), error: translate(message) };
  }
}

/** The language changed: everything that bpmn-js has already written is written again; the undo history stays. */
function refreshTexts(modeler: Modeler, bundle: Bundle, language: 'zh' | 'en'): void {
  modeler.get<{ changed(): void }>('i18n').changed();
  modeler.get<EventBus>('eventBus').fire('propertiesPanel.providersChanged');
  const minimap = modeler.get<{ toggle(): void }>('minimap');
  minimap.toggle(); // there and back: its button is written anew
  minimap.toggle();
  configureLint(modeler, bundle, language, partsOf(modeler).forms);
}

function configureLint(modeler: Modeler, bundle: Bundle, language: 'zh' | 'en', forms: Forms): void {
  modeler
    .get<{ setLinterConfig(config: unknown): void }>('linting')
    .setLinterConfig(lintConfig(ruleOptions(bundle, language, forms)));
}
