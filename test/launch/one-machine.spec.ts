/** What `npm start` promises the person at the terminal. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { projectRoot } from '../../src/shared/project-root.js';
import { BuiltSystem } from '../support/built-system.js';
import { signInAll, submitCardCase, workOnce } from '../support/card-case.js';
import { Person } from '../support/person.js';

const run = promisify(execFile);
const entry = path.join(projectRoot, 'dist', 'src', 'launch', 'main.js');

describe('one-machine mode', function () {
  this.timeout(120_000);
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-start-'));
  });

  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('says which parts run and where, stops in order on Ctrl-C, and goes on where it was', async () => {
    const system = await BuiltSystem.create({ dataDir });
    await system.start();
    expect(system.output).to.include(system.baseUrl).and.include('zhangsan');
    expect(system.output)
      .to.match(/engine .*embedded engine/)
      .and.match(/data .*tongban-start-/);
    const applicant = await Person.signIn(system.baseUrl, 'zhangsan');
    const { caseNumber } = await submitCardCase(applicant);

    expect(await system.stop()).to.equal(0);
    expect(readdirSync(path.join(dataDir, 'run')), 'servers that were left running').to.deep.equal([]);

    await system.start();
    const people = await signInAll(system.baseUrl);
    await Person.until(
      `case ${caseNumber} to finish`,
      async () => {
        await workOnce(people, caseNumber);
        return (await people['zhangsan']?.getCase(caseNumber))?.result === 'granted';
      },
      60_000,
    );
    expect(await system.stop()).to.equal(0);
  });

  it('says who has the data folder when a second one is started on it', async () => {
    const system = await BuiltSystem.create({ dataDir });
    await system.start();
    const env = { ...process.env, TONGBAN_DATA: dataDir };
    await run(process.execPath, [entry], { env }).then(
      () => expect.fail('a second one started'),
      (error: { code: number; stderr: string }) => {
        expect(error.code).to.equal(1);
        expect(error.stderr).to.include('Another Tongban').and.include('TONGBAN_DATA');
      },
    );
    await system.stop();
  });

  it('names the variable whose value is wrong', async () => {
    const env = { ...process.env, TONGBAN_DATA: dataDir, PORT: 'eighty' };
    await run(process.execPath, [entry], { env }).then(
      () => expect.fail('it started'),
      (error: { stderr: string }) => expect(error.stderr).to.include('PORT must be a port number'),
    );
  });
});
