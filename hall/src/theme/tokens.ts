import type { ThemeConfig } from 'antd';

/**
 * Every colour, size and typeface of the hall, in one place: karst green on warm paper, cinnabar for the seal.
 * Text colours hold at least 4.5:1 on the grounds they are used on.
 */
export const tokens = {
  paper: '#f6f1e6',
  paperDeep: '#ece4d3',
  card: '#fffdf8',
  line: '#ddd3bf',
  lineStrong: '#8d8672',
  ink: '#1f2a26',
  inkSoft: '#535f59',
  jade: '#1b6e5a',
  jadeDeep: '#124c3f',
  jadeMid: '#4c9583',
  jadePale: '#e2eee7',
  jadeMist: '#c7ded3',
  cinnabar: '#ab3422',
  cinnabarPale: '#fae9e3',
  amber: '#835100',
  amberPale: '#fcefd2',
  indigo: '#2f4f7d',
  indigoPale: '#e6ecf5',
  radius: '14px',
  radiusSmall: '9px',
  shadow: '0 1px 2px rgb(60 50 20 / 6%), 0 8px 24px -12px rgb(60 50 20 / 18%)',
  fontBody:
    "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif",
  fontTitle: "'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Songti SC', STSong, SimSun, serif",
} as const;

/** `paperDeep` → `--paper-deep`: the stylesheets read the same tokens as custom properties. */
export function applyTokens(target: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) {
    target.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
}

/** The same tokens for Ant Design's own components. */
export const antTheme: ThemeConfig = {
  token: {
    colorPrimary: tokens.jade,
    colorInfo: tokens.jade,
    colorSuccess: tokens.jade,
    colorWarning: tokens.amber,
    colorError: tokens.cinnabar,
    colorLink: tokens.jade,
    colorText: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorTextTertiary: tokens.inkSoft,
    colorTextPlaceholder: '#6b756f',
    colorBgLayout: tokens.paper,
    colorBgContainer: tokens.card,
    colorBgElevated: tokens.card,
    colorBorder: tokens.lineStrong,
    colorBorderSecondary: tokens.line,
    fontFamily: tokens.fontBody,
    fontSize: 16,
    controlHeight: 44,
    controlHeightSM: 34,
    controlHeightLG: 52,
    borderRadius: 9,
    borderRadiusLG: 14,
    wireframe: false,
    // Without motion Ant Design must not wait for the end of animations that never run.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', paddingInline: 20 },
    Modal: { titleFontSize: 20 },
    Tabs: { titleFontSize: 16, horizontalItemPadding: '14px 0' },
    Segmented: { trackBg: tokens.paperDeep, itemSelectedBg: tokens.card, itemColor: tokens.ink },
    Table: { headerBg: tokens.jadePale, headerColor: tokens.jadeDeep, rowHoverBg: '#fbf6ea' },
  },
};
