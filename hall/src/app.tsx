import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { ApiProblem, mayRetry } from './api/problem';
import { LanguageProvider, useLanguage } from './i18n/language';
import { router } from './routes';
import { antTheme } from './theme/tokens';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => mayRetry(error) && count < 2,
      networkMode: 'offlineFirst',
    },
    mutations: { networkMode: 'always' },
  },
  mutationCache: new MutationCache({
    // Somebody else was faster, or the state moved on: show how things stand now.
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 409) void client.invalidateQueries();
    },
  }),
});

function Themed() {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={antTheme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      form={{ scrollToFirstError: true }}
    >
      <AntApp message={{ maxCount: 3, top: 76 }} notification={{ placement: 'bottomRight' }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}

export function App() {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  );
}
