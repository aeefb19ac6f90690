import { expect } from 'chai';
import { checkFormData } from '../../../src/domain/bundles/form-data.js';

const options = { prefix: '/form', strict: true };
const form = (...components: object[]): Record<string, unknown> => ({ components });
const text = (key: string, validate: object = {}, more: object = {}): object => ({
  type: 'textfield',
  key,
  label: key.toUpperCase(),
  validate,
  ...more,
});

describe('form data against the form’s own rules', () => {
  const rules: [string, object, unknown[], unknown[]][] = [
    ['required text', text('f', { required: true }), ['x'], ['', '   ', null, undefined]],
    ['lengths', text('f', { minLength: 2, maxLength: 3 }), ['ab', '张三丰', ''], ['a', 'abcd', 7]],
    ['lengths as texts', text('f', { minLength: '2' }), ['ab'], ['a']],
    ['a pattern', text('f', { pattern: '^\\d{6}$' }), ['123456'], ['12345', 'abcdef']],
    ['an e-mail', text('f', { validationType: 'email' }), ['a@b.cn'], ['a@b', 'a b@c.d']],
    ['a phone', text('f', { validationType: 'phone' }), ['+86 771 1234567'], ['phone']],
    ['a number', { type: 'number', key: 'f', validate: { min: 1, max: 5 } }, [1, 2.5, 5], [0, 6, '3']],
    ['a whole number', { type: 'number', key: 'f', decimalDigits: 0 }, [3], [2.5]],
    [
      'a box that must be ticked',
      { type: 'checkbox', key: 'f', validate: { required: true } },
      [true],
      [false, 'true', null],
    ],
    ['a box', { type: 'checkbox', key: 'f' }, [true, false, null], ['yes']],
    ['one of the options', { type: 'radio', key: 'f', values: [{ label: 'A', value: 'a' }] }, ['a', ''], ['b', ['a']]],
    [
      'some of the options',
      { type: 'checklist', key: 'f', values: [{ label: 'A', value: 'a' }], validate: { required: true } },
      [['a']],
      [[], ['b'], ['a', 'a'], 'a'],
    ],
    ['a date', { type: 'datetime', subtype: 'date', key: 'f' }, ['2026-11-24'], ['24.11.2026', '2026-02-30']],
    ['options that only the page knows', { type: 'select', key: 'f', valuesKey: 'cities' }, ['南宁'], []],
  ];
  for (const [name, component, good, bad] of rules) {
    it(`checks ${name}`, () => {
      const errorsOf = (f: unknown): unknown[] => checkFormData(form(component), { f }, options).errors;
      for (const value of good) expect(errorsOf(value), `good: ${JSON.stringify(value)}`).to.deep.equal([]);
      for (const value of bad) {
        const errors = errorsOf(value) as { path: string }[];
        expect(
          errors.map((error) => error.path.startsWith('/form/f')),
          `bad: ${JSON.stringify(value)}`,
        ).to.include(true);
      }
    });
  }

  it('asks for what shows, and drops what is hidden, read-only or disabled', () => {
    const schema = form(
      text('kind'),
      text('why', { required: true }, { conditional: { hide: '=kind != "other"' } }),
      text('shown', { required: true }, { readonly: true }),
      text('off', { required: true }, { disabled: true }),
    );
    const hidden = checkFormData(schema, { kind: 'usual', why: 'x', shown: 'y', off: 'z' }, options);
    expect(hidden).to.deep.equal({ data: { kind: 'usual' }, errors: [] });
    const asked = checkFormData(schema, { kind: 'other' }, options);
    expect(asked.errors).to.deep.equal([{ path: '/form/why', message: '请填写或选择“WHY”。' }]);
  });

  it('nests groups with a path and dotted keys', () => {
    const group = { type: 'group', path: 'person', components: [text('name', { required: true }), text('home.city')] };
    const good = { person: { name: ' 张三 ', home: { city: '南宁' } } };
    expect(checkFormData(form(group), good, options)).to.deep.equal({
      data: { person: { name: '张三', home: { city: '南宁' } } },
      errors: [],
    });
    expect(checkFormData(form(group), {}, options).errors[0]?.path).to.match(/^\/form\/person/);
  });

  it('refuses keys that the form does not have, or drops them where a page sends more', () => {
    const input = { a: 'x', b: 'y' };
    expect(checkFormData(form(text('a')), input, options).errors[0]?.path).to.equal('/form/b');
    const lenient = checkFormData(form(text('a')), input, { prefix: '/data', strict: false });
    expect(lenient).to.deep.equal({ data: { a: 'x' }, errors: [] });
  });
});
