import type { Bundle, CaseView, Diagram } from '../../api/types';
import type { TextKey } from '../../i18n/texts';
import { hasEnded } from '../../lib/case-state';

export type StageState = 'done' | 'active' | 'you' | 'stopped' | 'waiting';
export interface Stage {
  id: string;
  /** A text of our own, or the bundle's word for it. */
  name: { key: TextKey } | { text: string };
  state: StageState;
  /** Each department's item is shown under this stage. */
  departments?: boolean;
}

/** How far a bundle's own later stage is, from its elements in the diagram. */
function laterState(elements: readonly string[], diagram: Diagram | undefined): StageState {
  const states = (diagram?.elements ?? [])
    .filter((element) => elements.includes(element.elementId))
    .map((element) => element.state);
  if (states.some((state) => state === 'active' || state === 'incident')) return 'active';
  return states.includes('completed') ? 'done' : 'waiting';
}

function departmentsState(view: CaseView): StageState {
  if (!view.acceptedAt) return 'waiting';
  // An item that ended by withdrawal was cut off, not done.
  return view.items.every((item) => item.result && item.result !== 'withdrawn') ? 'done' : 'active';
}

function precheckState(view: CaseView): StageState {
  if (view.acceptedAt) return 'done';
  return view.state === 'correcting' ? 'you' : 'active';
}

/** The first stage that was not reached is where an ended case stopped. */
function stopAtEnd(stages: Stage[], view: CaseView): Stage[] {
  if (!hasEnded(view.state)) return stages;
  if (view.state === 'finished') {
    // A stage that this case did not need (no card to activate) is left out rather than shown as unfinished.
    return stages.filter((stage) => stage.state === 'done');
  }
  const stop = stages.findIndex((stage) => stage.state !== 'done');
  return stages.map((stage, index) =>
    index === stop
      ? { ...stage, state: 'stopped' }
      : index > stop && stop >= 0
        ? { ...stage, state: 'waiting' }
        : stage,
  );
}

/** The case's way in a person's words: submitted → check → accepted → departments → what the bundle adds → finished. */
export function stagesOf(view: CaseView, bundle: Bundle | undefined, diagram: Diagram | undefined): Stage[] {
  const departments = departmentsState(view);
  // Corrections asked for while departments work wait for the applicant too.
  const waitsForYou = view.state === 'correcting' && Boolean(view.acceptedAt);
  const later: Stage[] = (bundle?.stages ?? []).map((stage) => ({
    id: stage.id,
    name: { text: stage.name },
    state: laterState(stage.elements, diagram),
  }));
  const stages: Stage[] = [
    { id: 'submitted', name: { key: 'stage.submitted' }, state: 'done' },
    { id: 'precheck', name: { key: 'stage.precheck' }, state: precheckState(view) },
    { id: 'accepted', name: { key: 'stage.accepted' }, state: view.acceptedAt ? 'done' : 'waiting' },
    {
      id: 'departments',
      name: { key: 'stage.departments' },
      state: waitsForYou && departments === 'active' ? 'you' : departments,
      departments: true,
    },
    ...later,
    { id: 'finished', name: { key: 'stage.finished' }, state: view.state === 'finished' ? 'done' : 'waiting' },
  ];
  return stopAtEnd(stages, view);
}
