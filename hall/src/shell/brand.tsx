import { Link } from 'react-router';
import { DemoMark } from '../components/tags';
import { useLanguage } from '../i18n/language';

export function Brand() {
  const { t } = useLanguage();
  return (
    <div className="brand">
      <Link to="/" className="brand-link">
        <img src="/seal.svg" alt="" width={40} height={40} />
        <span className="brand-words">
          <strong>{t('app.name')}</strong>
          <span className="brand-motto">{t('app.motto')}</span>
        </span>
      </Link>
      <DemoMark />
    </div>
  );
}
