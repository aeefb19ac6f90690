import { LinkButton } from '../components/link-button';
import { Notice } from '../components/page-states';
import { useTitle } from '../hooks/use-title';
import { useLanguage } from '../i18n/language';

export default function NotFoundPage() {
  const { t } = useLanguage();
  useTitle(t('error.notFound'));
  const home = (
    <LinkButton to="/" type="primary">
      {t('error.toHome')}
    </LinkButton>
  );
  return (
    <Notice title={t('error.notFound')} actions={home}>
      {t('error.notFoundHint')}
    </Notice>
  );
}
