/** Given a running case, when an analyst changes the bundle in the studio and a second one approves, then new cases run on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, Window } from '../support/browser.js';
import { BuiltSystem } from '../support/built-system.js';
import { BUNDLE, signInAll, submitCardCase, workOnce } from '../support/card-case.js';
import { Person } from '../support/person.js';

const studioSize = { width: 1600, height: 1000 };
const STEP = '合作银行卡面复核';

interface Diagram {
  version: number;
  xml: string;
}

describe('the studio in the browser', function () {
  this.timeout(240_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-studio-'));
  let system: BuiltSystem;
  let browser: Browser;
  const windows: Window[] = [];

  before(async () => {
    system = await BuiltSystem.create({ dataDir });
    await system.start();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await system?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await windows.at(-1)?.screenshot('studio-failed');
  });

  async function studioOf(displayName: string): Promise<Window> {
    const opened = await Window.open(browser, system.baseUrl, studioSize);
    windows.push(opened);
    await opened.signIn(displayName);
    await opened.goto(`/modeler/#/bundles/${BUNDLE}`);
    return opened;
  }

  it('brings a new human step with its form to new cases, while a running one stays on its version', async () => {
    const people = await signInAll(system.baseUrl);
    const zhangsan = people['zhangsan'] as Person;
    const running = await submitCardCase(zhangsan);
    await openTask(people, running.caseNumber, 'renshe', 'review-application');

    const analyst = await studioOf('业务分析员 甘分析');
    await drawStep(analyst);
    await makeForm(analyst);
    await askToPublish(analyst);
    await approve(await studioOf('业务分析员 蒙复核'));

    const fresh = await submitCardCase(zhangsan);
    expect(await diagramOf(zhangsan, fresh.caseNumber)).to.deep.include({ version: 2 });
    expect((await diagramOf(zhangsan, fresh.caseNumber)).xml).to.contain(STEP);
    await Person.until(`the new step of ${fresh.caseNumber}`, async () => {
      // The account's review comes before it.
      await workOnce(people, fresh.caseNumber);
      const tasks = (await people['bank']?.tasks('bank', fresh.caseNumber)) ?? [];
      return tasks.some((task) => task.elementId !== 'review-account');
    });
    await lookAtTask(fresh.caseNumber);

    expect(await diagramOf(zhangsan, running.caseNumber)).to.deep.include({ version: 1 });
    await Person.until(
      'the running case to finish',
      async () => {
        await workOnce(people, running.caseNumber);
        return (await zhangsan.getCase(running.caseNumber)).state === 'finished';
      },
      90_000,
    );
    expect((await diagramOf(zhangsan, running.caseNumber)).xml).not.to.contain(STEP);
    for (const opened of windows) expect(opened.errors).to.deep.equal([]);
  });

  async function drawStep({ page }: Window): Promise<void> {
    await page.locator('[data-element-id="open-account"]').first().click();
    await page.locator('.djs-context-pad [data-action="append.department-step"]').click();
    await page.locator('.djs-popup-search input').fill('合作银行办理');
    await page.locator('.djs-popup .entry', { hasText: '合作银行办理' }).first().click();
    await page.getByRole('region', { name: '人工环节' }).waitFor();
    const name = page.locator('[data-entry-id="name"] [contenteditable], [data-entry-id="name"] textarea').first();
    if (!(await name.isVisible()))
      await page.locator('[data-group-id="group-general"] .bio-properties-panel-group-header').click();
    await name.fill(STEP);
    await name.blur();
  }

  async function makeForm(analyst: Window): Promise<void> {
    const { page } = analyst;
    const step = page.getByRole('region', { name: '人工环节' });
    await step.getByText('没有表单').or(step.getByText('请选择，或新建')).first().waitFor();
    await analyst.screenshot('studio-1-new-step');
    await step.getByRole('button', { name: '新建表单' }).click();
    const editor = page.getByRole('region', { name: '表单设计' });
    await editor.locator('.fjs-palette-field[data-field-type="checkbox"]').waitFor();
    await editor.locator('.fjs-palette-field[data-field-type="checkbox"]').focus();
    await page.keyboard.press('Enter');
    await editor.locator('.fjs-form-field-checkbox').click();
    const label = editor
      .locator('[data-entry-id="label"]')
      .locator('textarea, input, [contenteditable="true"]')
      .first();
    if (!(await label.isVisible()))
      await editor.locator('[data-group-id="group-general"] .bio-properties-panel-group-header').click();
    await label.fill('卡面信息清晰');
    await label.blur();
    await analyst.screenshot('studio-2-form');
    await editor.getByRole('button', { name: /完成/ }).click();
    await step.getByRole('checkbox', { name: '不予许可' }).check();
    await step.getByRole('button', { name: '预览', exact: true }).click();
    await step.getByText('卡面信息清晰').waitFor();
    await step.getByRole('checkbox', { name: '不予许可' }).uncheck();
    await analyst.screenshot('studio-3-step');
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
  }

  async function askToPublish(analyst: Window): Promise<void> {
    const { page } = analyst;
    await page.getByRole('button', { name: '提交发布' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('开户后由银行复核卡面');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^提\s*交$/ })
      .click();
    await page.getByText('须由另一位分析员或管理员批准').waitFor();
  }

  async function approve(second: Window): Promise<void> {
    const { page } = second;
    const approve = page.getByRole('button', { name: '批准并发布' });
    await approve.waitFor();
    await page.getByText('人工环节的办理设置').waitFor();
    await second.screenshot('studio-4-comparison');
    await approve.click();
    await page.getByText('已发布为版本 2').waitFor();
  }

  async function lookAtTask(caseNumber: string): Promise<void> {
    const bank = await Window.open(browser, system.baseUrl);
    windows.push(bank);
    await bank.signIn('合作银行 莫经理');
    await bank.goto('/queue');
    const row = bank.page.locator('li, tr, article').filter({ hasText: caseNumber }).filter({ hasText: STEP }).first();
    await row.getByRole('button', { name: '认领' }).click();
    await bank.page.getByLabel('卡面信息清晰').check();
    await bank.screenshot('studio-5-task');
    await submitDecision(bank.page);
  }

  async function submitDecision(page: Page): Promise<void> {
    const name = /^(通过|提交)/;
    await page.locator('.decision-buttons').getByRole('button', { name }).click();
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await page.getByText('已提交').first().waitFor();
  }

  async function diagramOf(person: Person, caseNumber: string): Promise<Diagram> {
    return Person.until('the diagram', async () => {
      return (await person.call('GET', `/api/cases/${caseNumber}/diagram`)) as Diagram;
    });
  }

  async function openTask(
    people: Record<string, Person>,
    caseNumber: string,
    queue: string,
    elementId: string | undefined,
  ): Promise<void> {
    await Person.until(
      `a task of ${caseNumber} in ${queue}`,
      async () => {
        const tasks = (await people[queue]?.tasks(queue, caseNumber)) ?? [];
        return tasks.some((task) => elementId === undefined || task.elementId === elementId);
      },
      60_000,
    );
  }
});
