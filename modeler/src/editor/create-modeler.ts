import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import 'bpmn-js-bpmnlint/dist/assets/css/bpmn-js-bpmnlint.css';
import '../theme/diagram.css';
import Modeler from 'bpmn-js/lib/Modeler';
import lintingModule from 'bpmn-js-bpmnlint';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import zeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import i18nModule from 'diagram-js/lib/i18n';
import minimapModule from 'diagram-js-minimap';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { lintConfig } from '../../lint/lint-config';
import type { Bundle, Content, Forms } from '../api/types';
import type { Language } from '../i18n/language';
import { findFormProblems } from '../../lint/form-problems';
import { departmentSteps, queuesOf } from './department-steps';
import { DraftParts } from './draft-parts';
import type { LiveLanguage } from './live-language';
import { departmentStepsModule } from './modules/department-steps-module';
import { inputMethodModule } from './modules/input-method-module';
import { translateModule } from './modules/translate-module';

interface Options {
  canvas: HTMLElement;
  panel: HTMLElement;
  bundle: Bundle;
  content: Content;
  live: LiveLanguage;
}

/** Human tasks are jobs in this house: the behaviour that turns new ones into the engine's own user tasks is switched off. */
const jobBasedUserTasks = { createZeebeUserTaskBehavior: ['value', null] };

/** bpmn-js with the properties panel, lint, minimap, Chinese, and the bundle's department steps. */
export function createModeler({ canvas, panel, bundle, content, live }: Options): Modeler {
  return new Modeler({
    container: canvas,
    propertiesPanel: { parent: panel },
    moddleExtensions: { zeebe: zeebeModdle },
    linting: { active: true, bpmnlint: lintConfig(ruleOptions(bundle, live.current, content.forms)) },
    draftParts: { tasks: content.tasks, forms: content.forms },
    departmentSteps: { steps: departmentSteps(bundle), live },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      zeebeBehaviorsModule,
      jobBasedUserTasks,
      i18nModule,
      minimapModule,
      lintingModule,
      { __init__: ['draftParts'], draftParts: ['type', DraftParts] },
      departmentStepsModule,
      inputMethodModule,
      translateModule(live),
    ],
  });
}

/** What our lint rules are told about the bundle. */
export function ruleOptions(bundle: Bundle, language: Language, forms: Forms) {
  return {
    language,
    bundleId: bundle.id,
    queues: queuesOf(bundle),
    forms: Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, findFormProblems(form)])),
    startMessage: bundle.manifest.startMessage,
    jobTypes: bundle.knownJobTypes.map((job) => job.type),
  };
}
