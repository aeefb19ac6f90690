import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { mayRetry } from '../../api/problem';
import { api } from '../../api/resources';
import type { CorrectionAnswer } from '../../api/types';
import { useLanguage } from '../../i18n/language';

/** Hands in a correction; a lost connection is tried again, as the server takes the same answer only once. */
export function useCorrection(caseNumber: string) {
  const client = useQueryClient();
  const { t } = useLanguage();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (answer: CorrectionAnswer) => api.correct(caseNumber, answer),
    retry: (count, error) => mayRetry(error) && count < 2,
    onSuccess: (view) => {
      client.setQueryData(['case', caseNumber], view);
      void client.invalidateQueries({ queryKey: ['case', caseNumber] });
      void message.success(t('correct.done'));
    },
  });
}
