const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** `2026-11-24 10:05` in Chinese time, from an ISO date-time; empty for none. */
export function moment(iso: string | undefined): string {
  return iso === undefined ? '' : format.format(new Date(iso)).replaceAll('/', '-');
}
