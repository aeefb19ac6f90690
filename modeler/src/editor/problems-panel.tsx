import { CloseCircleFilled, DownOutlined, InfoCircleFilled, UpOutlined, WarningFilled } from '@ant-design/icons';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useState } from 'react';
import { useLanguage } from '../i18n/language';
import type { Problem } from './problems';
import { nameOf, showElement } from './studio';

const ICONS = {
  error: <CloseCircleFilled className="grade-error" />,
  warn: <WarningFilled className="grade-warn" />,
  info: <InfoCircleFilled className="grade-info" />,
};

/** Every problem as a sentence; a click jumps to the element. */
export function ProblemsPanel({ modeler, problems }: { modeler: Modeler; problems: Problem[] }) {
  const { tr } = useLanguage();
  const [open, setOpen] = useState(true);
  const errors = problems.filter((problem) => problem.grade === 'error').length;
  const others = problems.length - errors;
  return (
    <section className={`problems ${open ? 'open' : ''}`} aria-label={tr('问题', 'Problems')}>
      <button type="button" className="problems-head" onClick={() => setOpen(!open)} aria-expanded={open}>
        {open ? <DownOutlined /> : <UpOutlined />}
        <b>{tr('问题', 'Problems')}</b>
        {problems.length === 0 ? (
          <span className="good">{tr('没有发现问题', 'None found')}</span>
        ) : (
          <>
            <span className="count">
              {ICONS.error} {tr(`${errors} 个错误`, `${errors} errors`)}
            </span>
            <span className="count">
              {ICONS.warn} {tr(`${others} 个提醒`, `${others} warnings`)}
            </span>
          </>
        )}
      </button>
      {open && problems.length > 0 && (
        <ul className="problem-list">
          {problems.map((problem, index) => (
            <li key={`${problem.elementId}-${problem.rule}-${index}`}>
              <button type="button" onClick={() => showElement(modeler, problem.elementId)}>
                {ICONS[problem.grade]}
                <b>{nameOf(modeler, problem.elementId)}</b>
                <span>{problem.message}</span>
                <code>{problem.elementId}</code>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
