import { Button, Checkbox, Input } from 'antd';
import { useLanguage } from '../../i18n/language';

interface Props {
  name: string;
  /** Undefined while not chosen. */
  reason: string | undefined;
  isAsked: boolean;
  onChange: (reason: string | undefined) => void;
}

const PRESETS = ['task.preset1', 'task.preset2', 'task.preset3'] as const;

/** One thing that may be missing, with its reason; the usual ones are one tap. */
export function CorrectChoice({ name, reason, isAsked, onChange }: Props) {
  const { t } = useLanguage();
  const isChosen = reason !== undefined;
  return (
    <div className={`correct-choice ${isChosen ? 'correct-choice-on' : ''}`}>
      <Checkbox checked={isChosen} onChange={(event) => onChange(event.target.checked ? '' : undefined)}>
        {name}
      </Checkbox>
      {isChosen && (
        <>
          <Input.TextArea
            autoFocus
            rows={2}
            maxLength={500}
            value={reason}
            status={isAsked && !reason.trim() ? 'error' : ''}
            placeholder={t('task.correctReason')}
            aria-label={`${name}：${t('task.correctReason')}`}
            onChange={(event) => onChange(event.target.value)}
          />
          <div className="row correct-presets">
            {PRESETS.map((preset) => (
              <Button key={preset} size="small" onClick={() => onChange(t(preset))}>
                {t(preset)}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
