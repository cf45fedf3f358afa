import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'dist-hosting', 'bench', 'node_modules'] },
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['info', 'error'] }],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing is stored in the clear.' },
        { name: 'sessionStorage', message: 'Nothing is stored in the clear.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'navigator', property: 'sendBeacon', message: 'Nothing is sent.' },
        { object: 'history', property: 'pushState', message: 'A visit leaves one entry.' },
        { object: 'document', property: 'cookie', message: 'Nothing is stored in the clear.' },
      ],
    },
  },
  { files: ['tests/**', 'tools/**'], rules: { 'no-console': 'off', 'no-restricted-globals': 'off', 'no-restricted-properties': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
);
