import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import type { SessionUser } from '../../api/types';
import { KarstScene } from '../../components/karst';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { BundleList } from './bundle-list';
import { OpenCases } from './open-cases';
import './home.css';

const PRINCIPLES = ['1', '2', '3', '4'] as const;

function Principles() {
  const { t } = useLanguage();
  return (
    <ul className="plain-list principles">
      {PRINCIPLES.map((n) => (
        <li key={n}>
          <strong>{t(`home.how${n}`)}</strong>
          <span className="soft">{t(`home.how${n}Note`)}</span>
        </li>
      ))}
    </ul>
  );
}

export function PublicHome({ user }: { user: SessionUser | null }) {
  const { t } = useLanguage();
  const [search, setSearch] = useState('');
  useTitle(t('nav.home'));
  return (
    <div className="stack home">
      <section className="hero">
        <KarstScene />
        <div className="hero-text">
          <h1>{t('home.title')}</h1>
          <p>{t('home.lead')}</p>
          <Input
            type="search"
            size="large"
            allowClear
            className="hero-search"
            prefix={<SearchOutlined aria-hidden="true" />}
            placeholder={t('home.search')}
            aria-label={t('home.searchLabel')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      </section>
      {user && <OpenCases />}
      <BundleList search={search} onClear={() => setSearch('')} />
      <Principles />
    </div>
  );
}
