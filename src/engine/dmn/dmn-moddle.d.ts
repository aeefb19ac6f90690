/** The package has no types of its own. */
declare module 'dmn-moddle' {
  export class DmnModdle {
    /** Rejects when the text is no DMN document; what it cannot place becomes a warning. */
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: readonly unknown[] }>;
  }
}
