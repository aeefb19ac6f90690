import type { CaseResult, CaseState, Light } from '../api/types';
import { useLanguage } from '../i18n/language';

const LIGHTS: Record<Light, { sign: string; style: string }> = {
  green: { sign: '●', style: '' },
  amber: { sign: '▲', style: 'chip-amber' },
  red: { sign: '■', style: 'chip-red' },
};

/** The limit's light: colour, shape and word say the same. */
export function LightTag({ light }: { light: Light }) {
  const { label } = useLanguage();
  const { sign, style } = LIGHTS[light] ?? LIGHTS.green;
  return (
    <span className={`chip ${style}`}>
      <span aria-hidden="true">{sign}</span>
      {label('light', light)}
    </span>
  );
}

const STATES: Partial<Record<CaseState, string>> = {
  correcting: 'chip-amber',
  suspended: 'chip-amber',
  withdrawn: 'chip-plain',
  returned: 'chip-red',
  'not-accepted': 'chip-red',
  draft: 'chip-plain',
  received: 'chip-indigo',
  'pre-accepting': 'chip-indigo',
  'in-progress': 'chip-indigo',
};

export function StateTag({ state }: { state: CaseState }) {
  const { label } = useLanguage();
  return <span className={`chip ${STATES[state] ?? ''}`}>{label('state', state)}</span>;
}

export function ResultTag({ result }: { result: CaseResult | null | undefined }) {
  const { label } = useLanguage();
  if (!result) return null;
  const style = result === 'granted' ? '' : result === 'partly-granted' ? 'chip-amber' : 'chip-red';
  return <span className={`chip ${result === 'withdrawn' ? 'chip-plain' : style}`}>{label('result', result)}</span>;
}

/** The visible mark that everything here is demo data. */
export function DemoMark() {
  const { t } = useLanguage();
  return (
    <span className="demo-mark" title={t('app.demoNote')}>
      {t('app.demo')}
    </span>
  );
}
