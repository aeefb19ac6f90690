/** Chinese names of BPMN elements: by the replace menu's wording, by the properties panel's wording, and by type (`bpmn:…`). */
const BASE: Readonly<Record<string, string>> = {
  Task: '任务',
  'User task': '人工任务',
  'Service task': '自动任务（服务任务）',
  'Send task': '发送任务',
  'Receive task': '接收任务',
  'Manual task': '线下任务',
  'Business rule task': '规则任务',
  'Script task': '脚本任务',
  'Call activity': '调用活动',
  Transaction: '事务',
  'Sub-process': '子流程',
  'Event sub-process': '事件子流程',
  'Sub-process (collapsed)': '子流程（折叠）',
  'Sub-process (expanded)': '子流程（展开）',
  'Ad-hoc sub-process': '临时子流程',
  'Ad-hoc sub-process (collapsed)': '临时子流程（折叠）',
  'Ad-hoc sub-process (expanded)': '临时子流程（展开）',
  'Exclusive gateway': '排他网关（只走一条）',
  'Parallel gateway': '并行网关（同时走）',
  'Inclusive gateway': '包容网关（走满足条件的）',
  'Complex gateway': '复杂网关',
  'Event-based gateway': '事件网关（等先到的）',
  'Event based instantiating Gateway': '启动流程的事件网关',
  'Parallel Event based instantiating Gateway': '启动流程的并行事件网关',
  'Data store reference': '数据存储',
  'Data object reference': '数据对象',
  'Expanded pool/participant': '展开的泳池（参与方）',
  'Empty pool/participant': '空泳池（参与方）',
  'Start event': '开始事件',
  'Intermediate throw event': '中间抛出事件',
  'Boundary event': '边界事件',
  'End event': '结束事件',
  'Terminate end event': '终止结束事件',
  'Cancel boundary event': '取消边界事件',
  'Cancel end event': '取消结束事件',
  'Sequence flow': '顺序流',
  'Default flow': '默认流向',
  'Conditional flow': '条件流向',
};

const TRIGGERS: Readonly<Record<string, string>> = {
  Message: '消息',
  Timer: '定时',
  Conditional: '条件',
  Signal: '信号',
  Error: '错误',
  Escalation: '升级',
  Compensation: '补偿',
  Link: '链接',
};

const PLACES: Readonly<Record<string, string>> = {
  'start event': '开始事件',
  'intermediate catch event': '等待事件',
  'intermediate throw event': '抛出事件',
  'boundary event': '边界事件',
  'end event': '结束事件',
};

/** The panel writes `Message Start Event`, the menu `Message start event`: both are looked up by lower case. */
function build(): Record<string, string> {
  const names: Record<string, string> = {};
  const put = (english: string, chinese: string): void => {
    names[english.toLowerCase()] = chinese;
    names[english.toLowerCase().replaceAll('-', '')] = chinese;
  };
  for (const [english, chinese] of Object.entries(BASE)) put(english, chinese);
  for (const [trigger, triggerName] of Object.entries(TRIGGERS)) {
    for (const [place, placeName] of Object.entries(PLACES)) {
      put(`${trigger} ${place}`, `${triggerName}${placeName}`);
      put(`${trigger} ${place} (non-interrupting)`, `${triggerName}${placeName}（不打断）`);
    }
  }
  for (const [english, chinese] of Object.entries(PANEL_ONLY)) put(english, chinese);
  return names;
}

const PANEL_ONLY: Readonly<Record<string, string>> = {
  Process: '流程',
  Collaboration: '协作图',
  Participant: '泳池（参与方）',
  Lane: '泳道',
  Group: '分组框',
  'Text Annotation': '文字注释',
  Association: '关联线',
  'Message Flow': '消息流',
  'Expanded Pool': '泳池（展开）',
  'Empty Pool': '泳池（空）',
  'Sub Process': '子流程',
  'Expanded Sub Process': '子流程（展开）',
  'Collapsed Sub Process': '子流程（折叠）',
  'Event Sub Process': '事件子流程',
  'Ad Hoc Sub Process': '临时子流程',
  'Event Based Gateway': '事件网关（等先到的）',
  'Intermediate Catch Event': '等待事件',
  'Data Object': '数据对象',
  'Data Store': '数据存储',
};

const NAMES = build();

/** Chinese for an element name in any of the three wordings; undefined when it is none. */
export function elementTypeName(english: string): string | undefined {
  const plain = english.startsWith('bpmn:') ? english.slice(5).replace(/\B[A-Z]/g, ' $&') : english;
  return NAMES[plain.toLowerCase()] ?? NAMES[plain.toLowerCase().replaceAll('-', '')];
}
