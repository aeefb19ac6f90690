import type { CatchEventElement, EventTrigger, ExecutableElement, ThrowEventElement } from '../executable.js';
import { findText, type ModdleElement } from '../moddle.js';
import type { Problems } from '../problems.js';
import type { TransformContext } from './context.js';

/** Throw and catch events of one name. */
export function transformLink(definition: ModdleElement, context: TransformContext): EventTrigger {
  const name = findText(definition, 'name') ?? '';
  if (name === '') context.report(definition, 'Link name must be present and not empty.');
  return { type: 'link', name };
}

/** In one scope: a catch event for each name that is thrown, and no two of them. */
export function checkLinks(scopeId: string, children: readonly ExecutableElement[], problems: Problems): void {
  const caught = children.filter((child): child is CatchEventElement => child.kind === 'catch-event').flatMap(linkName);
  const thrown = children.filter((child): child is ThrowEventElement => child.kind === 'throw-event').flatMap(linkName);
  for (const name of new Set(caught.filter((other, index) => caught.indexOf(other) !== index))) {
    const problem = `Multiple intermediate catch link event definitions with the same name '${name}' are not allowed.`;
    problems.add(scopeId, problem);
  }
  for (const name of new Set(thrown.filter((other) => !caught.includes(other)))) {
    problems.add(scopeId, `Can't find an catch link event for the throw link event with the name '${name}'.`);
  }
}

function linkName({ trigger }: CatchEventElement | ThrowEventElement): string[] {
  return trigger.type === 'link' && trigger.name !== '' ? [trigger.name] : [];
}
