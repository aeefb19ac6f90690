import type { ThemeConfig } from 'antd';

/** The studio's colours, the same karst green on warm paper as the hall's; sizes are smaller, because a studio is dense. */
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
  fontBody:
    "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif",
  fontTitle: "'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Songti SC', STSong, SimSun, serif",
} as const;

/** `paperDeep` → `--paper-deep`, so that style sheets read the same values. */
export function applyTokens(target: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) {
    target.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
}

/** The same tokens for Ant Design. The mask stays faint so that bpmn.io's mark can be read behind a dialog too. */
export const antTheme: ThemeConfig = {
  token: {
    colorPrimary: tokens.jade,
    colorInfo: tokens.jade,
    colorSuccess: tokens.jade,
    colorWarning: tokens.amber,
    colorError: tokens.cinnabar,
    colorLink: tokens.jade,
    colorWarningBg: tokens.amberPale,
    colorErrorBg: tokens.cinnabarPale,
    colorInfoBg: tokens.jadePale,
    colorText: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorTextTertiary: tokens.inkSoft,
    colorBgLayout: tokens.paper,
    colorBgContainer: tokens.card,
    colorBgElevated: tokens.card,
    colorBgMask: 'rgba(31, 42, 38, 0.16)',
    colorBorder: '#b9b09a',
    colorBorderSecondary: tokens.line,
    fontFamily: tokens.fontBody,
    fontSize: 14,
    borderRadius: 8,
    borderRadiusLG: 12,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
    Table: { headerBg: tokens.jadePale, headerColor: tokens.jadeDeep, rowHoverBg: '#fbf6ea' },
  },
};
