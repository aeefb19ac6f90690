import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** One rule of the house per folder: what it must not import (docs: ARCHITECTURE, "Who may import whom"; test/architecture keeps it too). */
const forbid = (files, group, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
});

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.tongban/**', '.ci-out/**', '**/schema.d.ts', '**/dist/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only src/shared/config reads the environment.',
        },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ['src/shared/config.ts', 'test/**', 'bench/**', 'scripts/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  forbid(
    ['src/domain/**'],
    ['express', 'zeebe-node', '**/api/**', '**/workers/**', '**/sandbox/**', '**/launch/**'],
    'domain knows no HTTP and no engine but its port.',
  ),
  forbid(
    ['src/api/**'],
    ['zeebe-node', '**/workers/**', '**/sandbox/**', '**/launch/**'],
    'api and workers never import each other.',
  ),
  forbid(
    ['src/workers/**'],
    ['zeebe-node', 'express', '**/api/**', '**/sandbox/**', '**/launch/**'],
    'api and workers never import each other.',
  ),
);
