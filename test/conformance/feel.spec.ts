import { around, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const variables = {
  n: 5,
  s: 'str',
  a: { c: 1 },
  l: [1, 2, 3],
  b: true,
  nul: null,
  f: 1.5,
  items: [{ p: 1 }, { p: 2 }],
};

const values = [
  'x',
  'n + 1',
  'a.b',
  'a.c',
  's.b',
  'a.c.d',
  'l.foo',
  'items.p',
  'l[9]',
  'l[2]',
  'l[-1]',
  'l[item &gt; 1]',
  'items[p = 2].p',
  '0.1 + 0.2',
  '1/3',
  '10/2',
  '2*0.5',
  '1.1 * 1.1',
  '-n',
  's + n',
  's + "!"',
  'x = null',
  's = 1',
  'x &gt; 5',
  'n &gt; "a"',
  '"a" &lt; "b"',
  'not(x)',
  'not(b)',
  'x and true',
  'x and false',
  'x or b',
  'x in [1,2]',
  'n in [1,5]',
  'n in [1..5]',
  'n between 1 and 5',
  'if x then 1 else 2',
  'is defined(x)',
  'is defined(n)',
  'get or else(x, 1)',
  'string(n)',
  'string(f)',
  'upper case(s)',
  'contains(s, "t")',
  'substring(s, 2)',
  'string length("办件")',
  'count(l)',
  'sum(l)',
  'max(l)',
  'append(l, 4)',
  'concatenate(l, [4])',
  'list contains(l, 2)',
  'distinct values([1,1,2])',
  'number("12.5")',
  'floor(f)',
  'ceiling(f)',
  'round half up(1.255, 2)',
  'abs(-2)',
  'modulo(7, 3)',
  'split("a,b", ",")',
  'string join(["a","b"], "-")',
  'for i in l return i * 2',
  'some i in l satisfies i &gt; 2',
  'every i in l satisfies i &gt; 2',
  '{p: n, q: p + 1}',
  '{a: [s]}.a[1]',
  'date and time("2020-01-01T10:00:00")',
  'date and time("2020-01-01T10:00:01Z")',
  'date and time("2020-01-01T10:00:00@Europe/Paris")',
  'date("2020-01-31") + duration("P1M")',
  'date("2020-01-01") &lt; date("2020-01-02")',
  'time("10:00:00")',
  'duration("PT90M")',
  'duration("PT36H")',
  'duration("P14M")',
  'date and time("2020-01-02T00:00:00Z") - date and time("2020-01-01T12:00:00Z")',
  'date("2020-03-04").month',
  'duration("P1DT2H").hours',
  'string(date("2020-01-01"))',
  'cycle(3, duration("PT1S"))',
  '[1..5]',
  '1000000 * 1000000',
  'get value(a, "c")',
  'context put(a, "d", 2)',
  'context merge([a, {e: 1}])',
  'matches("abc", "a.c")',
  'replace("abc", "b", "x")',
  'day of week(date("2020-01-01"))',
  '{"key with spaces": 1}',
  '"say \\"hi\\""',
  's = "str" and n = 5 and a.c = 1',
  '(n &gt; 1) = (n &gt; 2)',
  'n ** 2',
  'null',
  'true',
  '[]',
  '{}',
];

const conditions = [
  'x &gt; 5',
  'n',
  's = 1',
  'a.b.c',
  'x.y',
  's.b',
  'n + s &gt; 1',
  'foo(1)',
  'x and y',
  'b and n',
  'a',
  'l',
  'now()',
  'date("2020-01-01")',
  'duration("PT1H")',
  'duration("P1Y")',
  'time("10:00:00")',
  'l = 1',
  '-s',
  'n / 0',
  '{a:1}.b',
  '{}.y',
  's &lt; 1',
];

conformance('feel', [
  scenario('values that become variables', async (run) => {
    const outputs = values
      .map((text, index) => `<zeebe:output source="=${escaped(text)}" target="r${index}"/>`)
      .join('');
    const start = `<bpmn:startEvent id="s"><bpmn:extensionElements><zeebe:ioMapping>${outputs}</zeebe:ioMapping></bpmn:extensionElements></bpmn:startEvent>`;
    await run.deploy(start + flow('f', 's', 'x') + serviceTask('x', '<zeebe:taskDefinition type="@-work"/>'));
    await run.start(variables);
    const job = await run.job();
    const result = JSON.parse(job.variables) as Record<string, unknown>;
    values.forEach((text, index) => run.note(`${text} → ${JSON.stringify(result[`r${index}`])}`));
    await run.target.client.cancelProcessInstance(job.processInstanceKey);
  }),
  scenario('what is said of conditions that give no boolean', async (run) => {
    const branches = conditions.map(
      (condition, index) =>
        flow(`f${index}`, 'fork', `g${index}`) +
        `<bpmn:exclusiveGateway id="g${index}" default="h${index}"/>` +
        flow(`h${index}`, `g${index}`, 'e') +
        flow(`i${index}`, `g${index}`, 'e', `=${escaped(condition)}`),
    );
    const start = '<bpmn:startEvent id="s"/>' + flow('f', 's', 'fork') + '<bpmn:parallelGateway id="fork"/>';
    await run.deploy(`${start}${branches.join('')}<bpmn:endEvent id="e"/>`);
    await run.start(variables);
    await run.incident(conditions.length);
  }),
  scenario('expressions that are no FEEL are refused', async (run) => {
    const task = (source: string): string =>
      around(
        serviceTask(
          'x',
          `<zeebe:taskDefinition type="w"/><zeebe:ioMapping><zeebe:input source="${source}" target="t"/></zeebe:ioMapping>`,
        ),
      );
    for (const source of ['=x y', '=a+', '=1e3', '=(', '=', 'abc', '']) {
      // Up to where the parser's own words begin.
      const refusal = await run.deploy(task(source)).then(
        () => 'deployed',
        (error: Error) => error.message,
      );
      run.note(`${source}: ${refusal.replace(/(failed to parse expression '.*?').*/s, '$1')}`);
    }
  }),
]);

function escaped(text: string): string {
  return text.replaceAll('"', '&quot;');
}
