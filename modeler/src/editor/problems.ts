/** What is wrong with the diagram: found by lint while drawing, or said by the server at publishing. */
export interface Problem {
  elementId: string;
  grade: 'error' | 'warn' | 'info';
  message: string;
  /** Lint rule, or `server`. */
  rule: string;
}

interface LintIssue {
  id: string;
  actualElementId?: string;
  category: string;
  message: string;
  rule: string;
}

/** The event `linting.completed`: issues by the element they are drawn at. */
export interface LintCompleted {
  issues: Record<string, LintIssue[]>;
}

const ORDER = { error: 0, warn: 1, info: 2 };

/** Flat, the gravest first; a rule that itself failed is no fault of the diagram and is left out. */
export function problemsOf({ issues }: LintCompleted, translate: (text: string) => string): Problem[] {
  return Object.values(issues)
    .flat()
    .filter((issue) => issue.category in ORDER)
    .map((issue) => ({
      elementId: issue.actualElementId ?? issue.id,
      grade: issue.category as Problem['grade'],
      message: translate(issue.message),
      rule: issue.rule,
    }))
    .sort((a, b) => ORDER[a.grade] - ORDER[b.grade]);
}
