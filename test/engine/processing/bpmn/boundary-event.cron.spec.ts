import { expect } from 'chai';
import { around, bpmnXml, executable, flow, serviceTask } from '../../model/bpmn-xml.js';
import { EngineHarness } from '../../support/engine-harness.js';

const CYCLE = '<bpmn:timerEventDefinition><bpmn:timeCycle>0 */10 * * * *</bpmn:timeCycle></bpmn:timerEventDefinition>';
const EVENT =
  '<bpmn:boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><bpmn:outgoing>o</bpmn:outgoing>' +
  `${CYCLE}</bpmn:boundaryEvent>${flow('o', 'b', 'eb')}<bpmn:endEvent id="eb"/>`;
const TEN_MINUTES = 600_000;

describe('boundary timer by cron', () => {
  it('goes on by the clock, also after a restart', async () => {
    const engine = await EngineHarness.onDisk();
    try {
      const text = bpmnXml(executable('cron', around(serviceTask('x')) + EVENT));
      await engine.deployResources({ name: 'cron.bpmn', text });
      await engine.create('cron');
      await engine.advance(TEN_MINUTES);
      await engine.restart();
      await engine.advance(TEN_MINUTES);
      const due = engine.recordsOf('TIMER', 'CREATED').map(({ value }) => value.dueDate);
      expect(due).to.have.length(3);
      expect(due.map((date) => date % TEN_MINUTES)).to.deep.equal([0, 0, 0]);
      expect(due.map((date) => date - due[0]!)).to.deep.equal([0, TEN_MINUTES, 2 * TEN_MINUTES]);
      await engine.completeOne('work');
      expect(engine.recordsOf('TIMER', 'CANCELED')).to.have.length(1);
    } finally {
      await engine.close();
    }
  });
});
