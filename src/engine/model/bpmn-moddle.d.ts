/** The package's own types lie behind its `/types` entry and leave the reader out. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages: Readonly<Record<string, unknown>>);
    /** Rejects when the text is no XML; what it cannot place becomes a warning. */
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: readonly unknown[] }>;
  }
}
