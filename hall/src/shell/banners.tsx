import { liveState } from '../api/live';
import { useOnline } from '../hooks/use-online';
import { useLanguage } from '../i18n/language';
import { useStore } from '../lib/store';

/** No network, or live updates lost: said calmly, gone by itself. */
export function Banners({ signedIn }: { signedIn: boolean }) {
  const { t } = useLanguage();
  const online = useOnline();
  const live = useStore(liveState);
  const text = !online ? t('state.offline') : signedIn && live === 'lost' ? t('live.lost') : undefined;
  return (
    <div aria-live="polite">
      {text && (
        <p className={`banner ${online ? '' : 'banner-offline'}`}>
          <span className="banner-dot" aria-hidden="true" />
          {text}
        </p>
      )}
    </div>
  );
}
