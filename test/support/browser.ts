/** Debian's Chromium through playwright-core: one window per person, screenshots kept in test-output/. */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { projectRoot } from '../../src/shared/project-root.js';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = PROGRAMS.find((file) => existsSync(file));
  if (!executablePath) throw new Error('Chromium is not installed: apt-get install chromium fonts-noto-cjk');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** A person's window; errors of the page's own code are collected, so that a test can demand that there were none. */
export class Window {
  readonly page: Page;
  readonly errors: string[] = [];
  readonly #context: BrowserContext;
  readonly #baseUrl: string;

  static async open(browser: Browser, baseUrl: string, viewport = desktop): Promise<Window> {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    context.setDefaultTimeout(20_000);
    return new Window(context, await context.newPage(), baseUrl);
  }

  private constructor(context: BrowserContext, page: Page, baseUrl: string) {
    this.#context = context;
    this.#baseUrl = baseUrl;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  async goto(place: string): Promise<void> {
    await this.page.goto(this.#baseUrl + place);
  }

  /** By the demo account's card, as a visitor would. */
  async signIn(displayName: string, returnTo = '/'): Promise<void> {
    await this.goto(`/signin?return=${encodeURIComponent(returnTo)}`);
    await this.page.getByRole('button', { name: displayName }).first().click();
    await this.page.waitForURL((url) => !url.pathname.startsWith('/signin'));
  }

  async screenshot(name: string): Promise<void> {
    const folder = path.join(projectRoot, 'test-output', 'screenshots');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
