/** The control page: shows and sets how systems behave, and follows the calls. */
const OUTCOMES = {
  ok: '正常',
  refuse: '不予办理（业务拒绝）',
  fault: '技术故障',
  hang: '不答复（超时）',
  uncertain: '不能确认，转人工（公安）',
};
const FAULTS = { unavailable: '返回 503', drop: '断开连接' };
const REFRESH_MS = 2000;
const byId = (id) => document.getElementById(id);
let names = {};

async function getJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** `element('td', { class: 'bad' }, '…')`: text never becomes markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function field(id, label, control) {
  control.id = id;
  return [element('label', { for: id }, label), control];
}

function select(name, options, value) {
  const control = element('select', { name });
  for (const [key, text] of Object.entries(options)) control.append(element('option', { value: key }, text));
  control.value = value;
  return control;
}

function number(name, value) {
  const control = element('input', { name, type: 'number', min: '0', step: '1', inputmode: 'numeric', required: '' });
  control.value = String(value);
  return control;
}

function systemForm({ system, name, behaviour }) {
  const form = element('form', { 'aria-label': name });
  const set = element('fieldset', {}, element('legend', {}, name));
  set.append(
    ...field(`${system}-outcome`, '结果', select('outcome', OUTCOMES, behaviour.outcome)),
    ...field(`${system}-delay`, '答复延迟（毫秒）', number('delayMs', behaviour.delayMs)),
    ...(system === 'bank'
      ? field('bank-callback-delay', '制卡用时（毫秒，之后回调）', number('callbackDelayMs', behaviour.callbackDelayMs))
      : []),
    ...field(`${system}-times`, '先失败几次再恢复（0 为不限）', number('faultTimes', behaviour.faultTimes)),
    ...field(`${system}-kind`, '故障表现', select('faultKind', FAULTS, behaviour.faultKind)),
    element('button', { type: 'submit' }, '保存'),
  );
  form.append(set);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(system, name, new FormData(form));
  });
  return form;
}

async function save(system, name, data) {
  const change = {
    outcome: data.get('outcome'),
    delayMs: Number(data.get('delayMs')),
    faultTimes: Number(data.get('faultTimes')),
    faultKind: data.get('faultKind'),
    ...(data.has('callbackDelayMs') && { callbackDelayMs: Number(data.get('callbackDelayMs')) }),
  };
  const response = await fetch(`control/${system}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  }).catch(() => undefined);
  byId('message').textContent = response?.ok
    ? `${name}：已保存，下一次调用起生效。`
    : `${name}：没有保存成功，请检查后重试。`;
}

const time = (iso) => new Date(iso).toLocaleString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });

function answerText(answer) {
  if (answer === null) return '处理中';
  if (answer === 'dropped') return '连接断开';
  if (answer === 'hung') return '不答复';
  if (answer === 422) return '422 不予办理';
  return answer >= 500 ? `${answer} 故障` : answer >= 400 ? `${answer} 请求有误` : `${answer} 成功`;
}

function callRow(call) {
  const good = typeof call.lastAnswer === 'number' && call.lastAnswer < 400;
  return element(
    'tr',
    {},
    element('td', {}, time(call.lastSeenAt)),
    element('td', {}, names[call.system] ?? call.system),
    element('td', {}, call.operationName ?? call.operation),
    element('td', {}, call.caseNumber ?? '—'),
    element('td', {}, `${call.timesSeen} 次`),
    element('td', call.timesDone > 1 ? { class: 'bad' } : {}, `${call.timesDone} 次`),
    element('td', good || call.lastAnswer === null ? {} : { class: 'bad' }, answerText(call.lastAnswer)),
  );
}

function callbackRow(callback) {
  const state = callback.deliveredAt
    ? `已送达 ${time(callback.deliveredAt)}`
    : callback.tries
      ? '未被接收，继续重试'
      : '待发送';
  return element(
    'tr',
    {},
    element('td', {}, time(callback.dueAt)),
    element('td', {}, callback.caseNumber ?? '—'),
    element('td', {}, `${callback.tries} 次`),
    element('td', {}, state),
  );
}

function fill(id, rows, columns) {
  const none = element('tr', {}, element('td', { colspan: String(columns) }, '还没有'));
  byId(id).replaceChildren(...(rows.length ? rows : [none]));
}

async function refresh() {
  try {
    const caseNumber = byId('case-number').value.trim();
    const log = await getJson(`control/log${caseNumber ? `?caseNumber=${encodeURIComponent(caseNumber)}` : ''}`);
    fill('calls', log.calls.map(callRow), 7);
    fill('callbacks', log.callbacks.toReversed().map(callbackRow), 4);
    byId('connection').textContent = '';
  } catch {
    byId('connection').textContent = '沙箱没有答复，正在重试…';
  }
}

byId('filter').addEventListener('submit', (event) => {
  event.preventDefault();
  void refresh();
});

const { items } = await getJson('control/systems');
names = Object.fromEntries(items.map(({ system, name }) => [system, name]));
byId('systems').replaceChildren(...items.map(systemForm));
await refresh();
setInterval(() => document.hidden || void refresh(), REFRESH_MS);
