/** Case numbers 办件编号: `TB` + day in Asia/Shanghai + six digits counted per day. */
import { DateTime } from 'luxon';
import { CaseCounterModel } from './case-model.js';

const DUPLICATE_KEY = 11000;

/** Never gives the same number twice; a number whose case was not stored is skipped. */
export async function nextCaseNumber(now: Date): Promise<string> {
  const day = DateTime.fromJSDate(now, { zone: 'Asia/Shanghai' }).toFormat('yyyyLLdd');
  const value = await count(day);
  return `TB${day}${String(value).padStart(6, '0')}`;
}

async function count(day: string): Promise<number> {
  for (;;) {
    try {
      const counter = await CaseCounterModel.findOneAndUpdate(
        { _id: day },
        { $inc: { value: 1 } },
        { upsert: true, returnDocument: 'after' },
      ).lean();
      return counter.value;
    } catch (error) {
      // Two first cases of a day at once: the other has made the counter.
      if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
    }
  }
}

export function itemNumber(caseNumber: string, index: number): string {
  return `${caseNumber}-${String(index + 1).padStart(2, '0')}`;
}
