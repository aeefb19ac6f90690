import type { Language } from '../i18n/texts';

const zone = 'Asia/Shanghai';
const locale = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** Date and time in China's time, e.g. 2026年11月24日 18:05; seconds are left out. */
export function formatTime(iso: string | null | undefined, language: Language): string {
  if (!iso) return '';
  const options: Intl.DateTimeFormatOptions = { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(locale(language), options).format(new Date(iso));
}

/** Only the day, e.g. 2026年12月1日. */
export function formatDay(iso: string | null | undefined, language: Language): string {
  if (!iso) return '';
  return new Intl.DateTimeFormat(locale(language), { timeZone: zone, dateStyle: 'long' }).format(new Date(iso));
}

/** Only the time of day, e.g. 18:05. */
export function formatClock(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { timeZone: zone, timeStyle: 'short' }).format(new Date(iso));
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago or ahead, e.g. 3分钟前, 2天后. */
export function formatRelative(iso: string, language: Language, now: number): string {
  const difference = new Date(iso).getTime() - now;
  const words = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' });
  for (const [unit, size] of STEPS) {
    if (Math.abs(difference) >= size) return words.format(Math.trunc(difference / size), unit);
  }
  return words.format(0, 'minute');
}

/** Bytes for people: 820 KB, 3.4 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  const megabytes = bytes / 1024 / 1024;
  return `${megabytes >= 10 ? Math.round(megabytes) : Math.round(megabytes * 10) / 10} MB`;
}

const NAMES: Record<string, string> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/heic': 'HEIC',
  'application/pdf': 'PDF',
};

/** MIME types as people know them. */
export const formatFormats = (formats: readonly string[]): string =>
  [...new Set(formats.map((format) => NAMES[format] ?? format.split('/').at(-1)?.toUpperCase() ?? format))].join('、');
