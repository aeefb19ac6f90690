import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLanguage } from '../../i18n/language';

interface Filter {
  q: string;
  state: string;
}
interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
  withSearch: boolean;
}

const STATES = [
  'received',
  'pre-accepting',
  'correcting',
  'accepted',
  'in-progress',
  'finished',
  'returned',
  'withdrawn',
];
const PAUSE_MS = 350;

/** Search goes out when typing pauses. */
export function CaseFilters({ filter, onChange, withSearch }: Props) {
  const { t, label } = useLanguage();
  const [typed, setTyped] = useState(filter.q);
  const search = useEffectEvent((q: string) => {
    if (q !== filter.q) onChange({ ...filter, q });
  });
  useEffect(() => {
    const timer = setTimeout(() => search(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const options = [
    { value: '', label: t('case.all') },
    ...STATES.map((value) => ({ value, label: label('state', value) })),
  ];
  return (
    <div className="row" role="search">
      {withSearch && (
        <Input
          type="search"
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          style={{ flex: '1 1 260px', maxWidth: 460 }}
          placeholder={t('case.search')}
          aria-label={t('case.searchLabel')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <Select
        value={filter.state}
        options={options}
        style={{ minWidth: 150 }}
        aria-label={t('case.filterState')}
        onChange={(state: string) => onChange({ ...filter, state })}
      />
    </div>
  );
}
