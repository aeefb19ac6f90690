/** Chinese for what bpmn-js says when a file cannot be read completely. */
const PATTERNS: readonly [RegExp, string][] = [
  [/^no diagram to display$/, '文件里没有可显示的图形（缺少 BPMNDiagram）'],
  [/^no process or collaboration to display$/, '文件里没有流程或协作图'],
  [/^element (.+) referenced by (.+) not yet drawn$/, '$2 引用的 $1 没有画出来'],
  [/^already rendered (.+)$/, '元素 $1 重复出现，只显示一次'],
  [/^multiple DI elements defined for (.+)$/, '元素 $1 有多份图形信息，只用第一份'],
  [/^no bpmnElement referenced in (.+)$/, '图形 $1 没有对应的元素'],
  [/^unrecognized flowElement (.+) in context (.+)$/, '$2 中有不认识的元素 $1'],
  [/^(.+)#(?:source|target) Ref not specified$/, '连线 $1 缺少起点或终点'],
  [/^unresolved reference <(.+)>$/, '引用了不存在的“$1”'],
  [/^unknown attribute <(.+)>$/, '不认识的属性“$1”，会原样保留'],
  [/^duplicate ID <(.+)>$/, '标识“$1”重复'],
  [/^illegal first char attribute name[\s\S]*$/, '属性名不合法'],
  [/^missing start tag[\s\S]*line: (\d+)[\s\S]*$/, '缺少开始标签（第 $1 行附近）'],
  [/^unparsable content (.*?)\s*detected[\s\S]*line: (\d+)[\s\S]*$/, '读不懂的内容 $1（第 $2 行附近）'],
  [/^unparsable content (.*?)\s*detected[\s\S]*$/, '读不懂的内容 $1'],
  [/^failed to parse document as <(.+)>$/, '这不是 BPMN 文件（根元素应为 $1）'],
];

/** Chinese for an import warning or error; undefined when there is none. */
export function translateImport(message: string): string | undefined {
  for (const [pattern, chinese] of PATTERNS) {
    if (pattern.test(message)) return message.replace(pattern, chinese);
  }
  return undefined;
}
