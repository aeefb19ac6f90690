import { App } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useLanguage } from '../i18n/language';

/**
 * Leaving with unsaved changes: inside the studio they are saved first, and only if that fails the analyst is asked;
 * closing the page makes the browser ask.
 */
export function useLeaveGuard(isDirty: () => boolean, flush: () => Promise<unknown>): void {
  const { modal } = App.useApp();
  const { tr } = useLanguage();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    return currentLocation.pathname !== nextLocation.pathname && isDirty();
  });

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isDirty()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty]);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void flush().then(() => {
      if (!isDirty()) return blocker.proceed();
      modal.confirm({
        title: tr('有修改还没有保存到服务器', 'Changes are not saved on the server'),
        content: tr(
          '这台电脑上留有备份，下次打开时可以恢复。现在离开吗？',
          'A backup stays on this computer. Leave now?',
        ),
        okText: tr('离开', 'Leave'),
        cancelText: tr('留下', 'Stay'),
        onOk: () => blocker.proceed(),
        onCancel: () => blocker.reset(),
      });
      return undefined;
    });
  }, [blocker, flush, isDirty, modal, tr]);
}
