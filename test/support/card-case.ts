/** One application for a social-security card through the API, from filing to 办结, by the people it takes. */
import { randomUUID } from 'node:crypto';
import { Person, ProblemError, type CaseView } from './person.js';

/** The smallest PNG there is: one pixel. */
export const onePixelPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

export const BUNDLE = 'shebaoka-dabanban';

export function applicationForm(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: '张三',
    idNumber: '450103199003071234',
    phone: '13800000000',
    address: '南宁市青秀区民族大道 1 号',
    applicationKind: 'first',
    bank: 'bank-a',
    deliveryMethod: 'express',
    deliveryAddress: '南宁市青秀区民族大道 1 号 2 栋 301',
    commitment: true,
    ...over,
  };
}

export type HandedIn = { materialId: string; fileId: string }[];

export async function uploadMaterials(applicant: Person): Promise<HandedIn> {
  const materials: HandedIn = [];
  for (const materialId of ['id-card-front', 'id-card-back', 'photo']) {
    const fileId = await applicant.upload(BUNDLE, materialId, onePixelPng, `${materialId}.png`, 'image/png');
    materials.push({ materialId, fileId });
  }
  return materials;
}

/** The same key with the same materials may be sent as often as it takes: it is one case. */
export async function submitCardCase(
  applicant: Person,
  key: string = randomUUID(),
  uploaded?: HandedIn,
): Promise<CaseView> {
  const materials = uploaded ?? (await uploadMaterials(applicant));
  const body = { bundleId: BUNDLE, channel: 'online', form: applicationForm(), materials };
  return (await applicant.call('POST', '/api/cases', body, { 'Idempotency-Key': key })) as CaseView;
}

/** What each human step is answered with, and by whom. */
const answers: Record<string, { as: string; queue: string; data: object }> = {
  'review-application': {
    as: 'renshe',
    queue: 'renshe',
    data: { photoQuality: 'good', informationConfirmed: true, opinion: '同意' },
  },
  'review-account': { as: 'bank', queue: 'bank', data: { willingConfirmed: true, riskLevel: 'low' } },
  'set-pin': { as: 'zhangsan', queue: 'applicant', data: { pin: '135790', pinAgain: '135790' } },
  'register-express': { as: 'window', queue: 'window-nanning', data: { courier: 'ems', number: 'EM123456789CN' } },
};

/**
 * Does every human step that is open for the case right now. A step that was done already (a repeated try after a
 * crash) counts as done.
 */
export async function workOnce(people: Record<string, Person>, caseNumber: string): Promise<void> {
  for (const [elementId, answer] of Object.entries(answers)) {
    const person = people[answer.as];
    if (!person) throw new Error(`nobody signed in as ${answer.as}`);
    const open = await person.tasks(answer.queue, caseNumber);
    for (const task of open.filter((found) => found.elementId === elementId)) {
      await ignoreConflict(() => person.call('POST', `/api/tasks/${task.id}/claim`));
      await ignoreConflict(() =>
        person.call('POST', `/api/tasks/${task.id}/complete`, { action: 'complete', data: answer.data }),
      );
    }
  }
}

async function ignoreConflict(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError && error.problem.status === 409)) throw error;
  }
}

export async function signInAll(baseUrl: string): Promise<Record<string, Person>> {
  const people: Record<string, Person> = {};
  for (const name of ['zhangsan', 'renshe', 'window', 'bank', 'gongan'])
    people[name] = await Person.signIn(baseUrl, name);
  return people;
}
