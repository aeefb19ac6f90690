import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createHashRouter, RouterProvider } from 'react-router';
import { BundleListPage } from '../bundles/bundle-list-page';
import { LanguageProvider, useLanguage } from '../i18n/language';
import { antTheme } from '../theme/tokens';
import { PageError } from './page-error';
import { Shell } from './shell';

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } });

/** Addresses stand after `#`, so that the studio needs nothing of the server but its files. The diagrams load when they are opened. */
const router = createHashRouter([
  {
    element: <Shell />,
    errorElement: <PageError />,
    HydrateFallback: PageWait,
    children: [
      { path: '/', element: <BundleListPage /> },
      {
        path: '/bundles/:id',
        lazy: async () => ({ Component: (await import('../editor/editor-page')).EditorPage }),
      },
      {
        path: '/bundles/:id/review',
        lazy: async () => ({ Component: (await import('../publish/review-page')).ReviewPage }),
      },
      {
        path: '/bundles/:id/versions',
        lazy: async () => ({ Component: (await import('../versions/versions-page')).VersionsPage }),
      },
    ],
  },
]);

/** While the first page's code is on its way. */
function PageWait() {
  return <Spin className="page-spin" size="large" />;
}

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
    <ConfigProvider button={{ autoInsertSpace: false }} theme={antTheme} locale={language === 'zh' ? zhCN : enUS}>
      <AntApp className="app">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
