/** Given the whole system, when people do their parts in their windows, then the case is 办结 and everybody saw it live. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { desktop, launchBrowser, phone, Window } from '../support/browser.js';
import { BuiltSystem } from '../support/built-system.js';
import { applicationForm, onePixelPng } from '../support/card-case.js';

const MATERIALS = ['居民身份证（人像面）', '居民身份证（国徽面）', '白底证件照'];

describe('a social-security card in the browser', function () {
  this.timeout(180_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-browser-'));
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

  async function windowOf(displayName: string, viewport = desktop): Promise<Window> {
    const opened = await Window.open(browser, system.baseUrl, viewport);
    windows.push(opened);
    await opened.signIn(displayName);
    return opened;
  }

  it('is applied for once and finished by three departments, without a reload', async () => {
    // Given a 公安 system that leaves the finding to a person.
    await fetch(`${system.sandboxUrl}/control/gongan`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ outcome: 'uncertain' }),
    });
    const applicant = await windowOf('张三', phone);
    await fillIn(applicant);
    const caseNumber = await submit(applicant);
    await applicant.page.getByRole('link', { name: '查看办理进度' }).click();
    await applicant.page.getByRole('heading', { name: '办理进度' }).waitFor();
    await applicant.screenshot('03-case-started-phone');

    const gongan = await windowOf('公安 陆警官');
    await workTask(gongan, caseNumber, '人工核验身份', (page) => page.getByLabel(/已人工比对/).check());
    const renshe = await windowOf('人社 黄经办');
    await workTask(renshe, caseNumber, '照片与信息审核', async (page) => {
      await page.getByLabel('合格', { exact: true }).click();
      await page.getByLabel('申领信息与参保登记一致').check();
    });
    const bank = await windowOf('合作银行 莫经理');
    await workTask(bank, caseNumber, '开户审核', async (page) => {
      await page.getByLabel(/已核实开户人/).check();
      await page.getByLabel('低', { exact: true }).click();
    });

    // The applicant's page, open all the time, asks for the PIN by itself.
    await applicant.page.getByRole('heading', { name: '请您完成：设置密码' }).waitFor({ timeout: 60_000 });
    await applicant.page.locator('input[type=password]').nth(0).fill('135790');
    await applicant.page.locator('input[type=password]').nth(1).fill('135790');
    await applicant.screenshot('06-set-pin-phone');
    await applicant.page.getByRole('button', { name: '提交', exact: true }).click();

    const clerk = await windowOf('南宁综合窗口 韦窗口');
    await workTask(clerk, caseNumber, '寄递登记', async (page) => {
      await choose(page, '邮政 EMS');
      await page.getByLabel('快递单号').fill('EM123456789CN');
    });

    await applicant.page.getByText('全部办好了').waitFor({ timeout: 30_000 });
    await applicant.screenshot('09-finished-phone');
    await lookAtDiagram(caseNumber);
    for (const opened of windows) expect(opened.errors).to.deep.equal([]);
  });

  /** form-js's select is a list of its own. */
  async function choose(page: Page, option: string): Promise<void> {
    await page.locator('.fjs-form-field-select .fjs-input-group').click();
    await page.locator('.fjs-dropdownlist-item', { hasText: option }).click();
  }

  async function fillIn(applicant: Window): Promise<void> {
    const { page } = applicant;
    const form = applicationForm();
    await applicant.goto('/apply/shebaoka-dabanban');
    await page.getByLabel('姓名').fill(String(form['name']));
    await page.getByLabel('身份证号').fill(String(form['idNumber']));
    await page.getByLabel('手机号码').fill(String(form['phone']));
    await page.getByLabel('联系地址').fill(String(form['address']));
    await page.getByLabel('首次申领').check();
    await choose(page, '邕江银行（演示）');
    await page
      .getByLabel(/邮寄|寄递/)
      .first()
      .check();
    await page
      .getByLabel(/邮寄地址|收件地址|寄送地址/)
      .last()
      .fill(String(form['deliveryAddress']));
    await page
      .getByLabel(/承诺|属实/)
      .last()
      .check();
    await applicant.screenshot('01-form-phone');
    await page.getByRole('button', { name: '下一步' }).click();
    for (const name of MATERIALS) {
      const place = page.getByRole('region', { name });
      const file = { name: 'photo.png', mimeType: 'image/png', buffer: onePixelPng };
      await place.locator('input[type=file]').first().setInputFiles(file);
      await place.getByText('photo.png').waitFor();
    }
    await applicant.screenshot('02-materials-phone');
    await page.getByRole('button', { name: '下一步' }).click();
  }

  async function submit(applicant: Window): Promise<string> {
    await applicant.page.getByRole('button', { name: '确认提交' }).click();
    await applicant.page.getByText('申请已提交').waitFor();
    const text = (await applicant.page.locator('main').textContent()) ?? '';
    const [caseNumber] = /TB\d{14}/.exec(text) ?? [];
    if (!caseNumber) throw new Error(`no case number on the page: ${text}`);
    return caseNumber;
  }

  async function workTask(
    worker: Window,
    caseNumber: string,
    taskName: string,
    decide: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { page } = worker;
    await worker.goto('/queue');
    const row = page.locator('li, tr, article').filter({ hasText: caseNumber }).filter({ hasText: taskName }).first();
    await row.waitFor({ timeout: 60_000 });
    await worker.screenshot(`queue-${taskName}`);
    await row.getByRole('button', { name: '认领' }).click();
    await page.getByRole('heading', { name: '办理意见' }).waitFor();
    await decide(page);
    await worker.screenshot(`task-${taskName}`);
    // A step with one way out says 提交, one with several 通过.
    await page
      .locator('.decision-buttons')
      .getByRole('button', { name: /^(通过|提交)/ })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(通过|提交)/ })
      .click();
    await page.getByText('已提交').first().waitFor();
  }

  async function lookAtDiagram(caseNumber: string): Promise<void> {
    const supervisor = await windowOf('监督员 梁监督');
    await supervisor.goto(`/cases/${caseNumber}`);
    await supervisor.page.getByRole('tab', { name: '流程图' }).click();
    await supervisor.page.locator('.djs-container svg').first().waitFor();
    await supervisor.page.locator('.bjs-powered-by').waitFor();
    await supervisor.screenshot('10-diagram');
  }
});
