import { Tag } from 'antd';
import type { DraftState } from '../api/types';
import { moment } from '../i18n/dates';
import { useLanguage } from '../i18n/language';

/** State of a draft as a tag: 编辑中, 待批准, 已退回. */
export function DraftTag({ draft }: { draft: DraftState | null }) {
  const { tr } = useLanguage();
  if (draft === null) return <Tag>{tr('没有草稿', 'No draft')}</Tag>;
  switch (draft.state) {
    case 'editing':
      return <Tag color="blue">{tr('草稿编辑中', 'Draft')}</Tag>;
    case 'requested':
      return <Tag color="gold">{tr('待批准', 'Awaiting approval')}</Tag>;
    case 'returned':
      return <Tag color="red">{tr('已退回修改', 'Returned')}</Tag>;
  }
}

/** Whose draft it is, since when, and who must act next. */
export function DraftStory({ draft }: { draft: DraftState | null }) {
  const { tr } = useLanguage();
  if (draft === null) return <span className="soft">{tr('与发布的版本一致', 'Same as published')}</span>;
  const saved = tr(
    `${draft.savedBy.displayName} ${moment(draft.savedAt)} 保存`,
    `saved by ${draft.savedBy.displayName}, ${moment(draft.savedAt)}`,
  );
  return (
    <div className="draft-story">
      <div>{saved}</div>
      {draft.state === 'requested' && draft.request && (
        <div>
          {tr(
            `${draft.request.by.displayName} 提交，须由另一位分析员或管理员批准`,
            `asked by ${draft.request.by.displayName}; another analyst or the administrator must approve`,
          )}
        </div>
      )}
      {draft.state === 'returned' && draft.returned && (
        <div className="returned">
          {tr(`${draft.returned.by.displayName} 退回：`, `returned by ${draft.returned.by.displayName}: `)}
          {draft.returned.comment}
        </div>
      )}
    </div>
  );
}
