import { Button } from 'antd';
import { useLanguage } from '../../i18n/language';
import { formatTime } from '../../lib/format';

interface Props {
  savedAt: string;
  onUse: () => void;
  onDrop: () => void;
}

/** An earlier draft: the person decides. */
export function DraftOffer({ savedAt, onUse, onDrop }: Props) {
  const { t, language } = useLanguage();
  return (
    <section className="card stack draft-offer">
      <h2>{t('apply.draftFound', { time: formatTime(savedAt, language) })}</h2>
      <p>{t('apply.draftNote')}</p>
      <div className="row">
        <Button type="primary" size="large" onClick={onUse}>
          {t('apply.draftUse')}
        </Button>
        <Button size="large" onClick={onDrop}>
          {t('apply.draftDrop')}
        </Button>
      </div>
    </section>
  );
}
