/** What the studio itself knows to be wrong with a drawing, before bundles and the engine are asked. */
import { AppError, type FieldError } from '../../shared/errors.js';
import { ProcessModelError, readProcessModel, type ProcessModel } from '../bpmn/process-model.js';
import type { KnownJobType } from './draft-types.js';

/** Read as BPMN at all? A draft may be unfinished as a process. @throws AppError invalid XML_INVALID */
export async function parseDraft(xml: string): Promise<ProcessModel> {
  try {
    return await readProcessModel(xml);
  } catch (error) {
    if (!(error instanceof ProcessModelError)) throw error;
    throw new AppError('invalid', 'XML_INVALID', '内容不是有效的 BPMN 文件，请检查后重新保存。', [
      { path: '/xml', message: error.message },
    ]);
  }
}

/** Job types that nobody serves would leave cases standing for ever. Expressions are known only when they run. */
export function findUnknownJobTypes(model: ProcessModel, known: readonly KnownJobType[]): FieldError[] {
  const types = new Set(known.map(({ type }) => type));
  return [...model.elements.values()].flatMap(({ id, jobType }) => {
    if (jobType === undefined || jobType.startsWith('=') || types.has(jobType)) return [];
    return [{ path: id, message: `任务类型“${jobType}”没有对应的办理程序，请从已有的类型中选择。` }];
  });
}
