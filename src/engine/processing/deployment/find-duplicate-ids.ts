import type { PreparedResource } from './prepare-deployment.js';

/** Ids that two resources of one deployment claim, in Zeebe's words; empty when there are none. */
export function findDuplicateIds(resources: readonly PreparedResource[]): string[] {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const { content, resourceName } of resources) {
    for (const { kind, id } of idsOf(content)) {
      const other = seen.get(`${kind} ${id}`);
      if (other !== undefined) problems.push(describeDuplicate(kind, id, other, resourceName));
      seen.set(`${kind} ${id}`, resourceName);
    }
  }
  return problems;
}

function idsOf(content: PreparedResource['content']): { kind: string; id: string }[] {
  switch (content.type) {
    case 'bpmn':
      return content.processes.map(({ bpmnProcessId }) => ({ kind: 'process', id: bpmnProcessId }));
    case 'form':
      return [{ kind: 'form', id: content.formId }];
    case 'dmn': {
      const decisions = [...content.graph.decisions.keys()].map((id) => ({ kind: 'decision', id }));
      return [{ kind: 'decision requirements', id: content.graph.id }, ...decisions];
    }
  }
}

function describeDuplicate(kind: string, id: string, first: string, second: string): string {
  if (kind === 'process' || kind === 'form') return `Duplicated ${kind} id in resources '${first}' and '${second}'`;
  return (
    `Expected the ${kind} ids to be unique within a deployment but found a duplicated id '${id}' ` +
    `in the resources '${first}' and '${second}'.`
  );
}
