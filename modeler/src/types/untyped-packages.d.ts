/** Packages that bring no types of their own: what the studio uses of them. */
declare module 'bpmn-js-properties-panel' {
  import type { ModuleDeclaration } from 'didi';
  export const BpmnPropertiesPanelModule: ModuleDeclaration;
  export const BpmnPropertiesProviderModule: ModuleDeclaration;
  export const ZeebePropertiesProviderModule: ModuleDeclaration;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  import type { ModuleDeclaration } from 'didi';
  const behaviors: ModuleDeclaration;
  export default behaviors;
}
declare module 'diagram-js-minimap' {
  import type { ModuleDeclaration } from 'didi';
  const minimap: ModuleDeclaration;
  export default minimap;
}
declare module 'bpmn-js-bpmnlint' {
  import type { ModuleDeclaration } from 'didi';
  const linting: ModuleDeclaration;
  export default linting;
}
declare module 'bpmnlint/rules/*' {
  import type { RuleFactory } from '../../lint/rule.js';
  const rule: RuleFactory;
  export default rule;
}
declare module 'bpmnlint-plugin-camunda-compat/rules/*' {
  import type { RuleFactory } from '../../lint/rule.js';
  const rule: RuleFactory;
  export default rule;
}
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages: object);
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: unknown[] }>;
  }
}
