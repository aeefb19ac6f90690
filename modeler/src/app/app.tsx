import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createHashRouter, RouterProvider } from 'react-router';
import { BundleListPage } from '../bundles/bundle-list-page';
import { EditorPage } from '../editor/editor-page';
import { LanguageProvider, useLanguage } from '../i18n/language';
import { ReviewPage } from '../publish/review-page';
import { antTheme } from '../theme/tokens';
import { VersionsPage } from '../versions/versions-page';
import { PageError } from './page-error';
import { Shell } from './shell';

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } });

/** Addresses stand after `#`, so that the studio needs nothing of the server but its files. */
const router = createHashRouter([
  {
    element: <Shell />,
    errorElement: <PageError />,
    children: [
      { path: '/', element: <BundleListPage /> },
      { path: '/bundles/:id', element: <EditorPage /> },
      { path: '/bundles/:id/review', element: <ReviewPage /> },
      { path: '/bundles/:id/versions', element: <VersionsPage /> },
    ],
  },
]);

export function App() {
  return (
    <LanguageProvider>
      <Themed />
    </LanguageProvider>
  );
}

function Themed() {
  const { language } = useLanguage();
  return (
    <ConfigProvider theme={antTheme} locale={language === 'zh' ? zhCN : enUS}>
      <AntApp className="app">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
