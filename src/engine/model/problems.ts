/** What is wrong with a model, collected element by element and printed as Zeebe prints it. */
export class Problems {
  readonly #byElement = new Map<string, string[]>();

  /** The element's id, or a path such as `task > extensionElements > taskDefinition`. */
  add(element: string, problem: string): void {
    const known = this.#byElement.get(element);
    if (!known) this.#byElement.set(element, [problem]);
    else if (!known.includes(problem)) known.push(problem);
  }

  get isEmpty(): boolean {
    return this.#byElement.size === 0;
  }

  toString(): string {
    let text = '';
    for (const [element, problems] of this.#byElement) {
      text += `- Element: ${element}\n${problems.map((problem) => `    - ERROR: ${problem}\n`).join('')}`;
    }
    return text;
  }
}
