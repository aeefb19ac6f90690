import { Button, Result } from 'antd';
import { useRouteError } from 'react-router';
import { sentence } from '../api/problem';
import { useLanguage } from '../i18n/language';

/** A fault in the studio itself. Drafts are safe: what was not saved has a backup on this computer. */
export function PageError() {
  const error = useRouteError();
  const { tr } = useLanguage();
  return (
    <Result
      status="error"
      title={tr('页面出错了', 'Something broke on this page')}
      subTitle={tr(
        `未保存的修改在本机留有备份，重新打开后可以恢复。（${sentence(error)}）`,
        `Unsaved changes are kept on this computer and can be restored. (${sentence(error)})`,
      )}
      extra={<Button onClick={() => location.reload()}>{tr('重新打开', 'Open again')}</Button>}
    />
  );
}
