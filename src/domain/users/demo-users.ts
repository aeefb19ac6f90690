/** The demonstration accounts of docs/contracts.md; shown at start and on the sign-in page, marked 演示. */
import type { Role } from './actor.js';

export interface DemoUser {
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly department?: string;
  readonly queue?: string;
}

export const DEMO_PASSWORD = 'tongban-demo';

export const DEMO_USERS: readonly DemoUser[] = [
  { userName: 'zhangsan', displayName: '张三', role: 'applicant' },
  { userName: 'lisi', displayName: '李四', role: 'applicant' },
  { userName: 'window', displayName: '南宁综合窗口 韦窗口', role: 'clerk', queue: 'window-nanning' },
  { userName: 'gongan', displayName: '公安 陆警官', role: 'worker', department: 'gongan', queue: 'gongan' },
  { userName: 'renshe', displayName: '人社 黄经办', role: 'worker', department: 'renshe', queue: 'renshe' },
  { userName: 'yibao', displayName: '医保 覃经办', role: 'worker', department: 'yibao', queue: 'yibao' },
  { userName: 'bank', displayName: '合作银行 莫经理', role: 'worker', department: 'bank', queue: 'bank' },
  { userName: 'supervisor', displayName: '监督员 梁监督', role: 'supervisor' },
  { userName: 'analyst', displayName: '业务分析员 甘分析', role: 'analyst' },
  { userName: 'analyst2', displayName: '业务分析员 蒙复核', role: 'analyst' },
  { userName: 'admin', displayName: '管理员', role: 'administrator' },
];
