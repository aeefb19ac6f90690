import type { parseExpression } from 'feelin';

/** A node of the tree that feelin's parser makes. */
export type FeelNode = ReturnType<typeof parseExpression>['topNode'];

/** Children, brackets and operators included. */
export function childrenOf(node: FeelNode): FeelNode[] {
  const children: FeelNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped) children.push(child);
  }
  return children;
}

export function textOf(node: FeelNode, text: string): string {
  return text.slice(node.from, node.to);
}

/** The name that an identifier node stands for: backticks and quotes off. */
export function nameOf(node: FeelNode, text: string): string {
  return textOf(node, text)
    .trim()
    .replace(/^[`"]|[`"]$/g, '')
    .replace(/\s+/g, ' ');
}

/** `?` in a unary test: the value that is tested. */
export const INPUT_VALUE = '?';

/** True when the subtree asks for the value that a unary test tests. */
export function hasInputValue(node: FeelNode): boolean {
  return node.name === INPUT_VALUE || childrenOf(node).some(hasInputValue);
}

/** Names of all variables in the subtree (functions too; whoever looks them up finds none). */
export function variableNamesIn(node: FeelNode, text: string): Set<string> {
  const names = new Set<string>();
  const visit = (current: FeelNode): void => {
    if (current.name === 'VariableName') names.add(nameOf(current, text));
    else if (current.name === INPUT_VALUE) names.add(INPUT_VALUE);
    for (const child of childrenOf(current)) visit(child);
  };
  visit(node);
  return names;
}
