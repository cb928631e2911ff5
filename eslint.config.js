import tseslint from 'typescript-eslint';

/**
 * The layers, from the ground up. A file imports from its own layer and those named here, and from no
 * other: an import against the direction of the data fails the build.
 */
const layers = {
  diagnostics: [],
  load: ['diagnostics'],
  model: ['load', 'diagnostics'],
  check: ['load', 'diagnostics', 'model/names', 'model/own-names'],
  emit: ['model', 'load', 'diagnostics'],
  write: ['emit/emitted-file', 'diagnostics'],
  validate: ['diagnostics'],
  mock: ['diagnostics', 'validate', 'load/files', 'load/pointer', 'load/source-file'],
};

const folders = [...Object.keys(layers), 'cli'];

function layerRule([layer, allowed]) {
  const forbidden = folders.filter((other) => other !== layer && !allowed.includes(other));
  return {
    files: [`generator/${layer}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...forbidden.map((other) => ({
              regex: `^(\\.\\./)+${other}/(?!${allowed
                .filter((name) => name.startsWith(`${other}/`))
                .map((name) => name.slice(other.length + 1))
                .concat('$^')
                .join('|')})`,
              message: `${layer} does not import from ${other}.`,
            })),
            {
              regex: '/(pipeline|generate)\\.js$',
              message: `${layer} does not import the whole way.`,
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'console'],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'generated', 'coverage', 'bench/node_modules'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({
    ...config,
    files: ['generator/**/*.ts', 'templates/**/*.ts', 'test/**/*.ts'],
  })),
  {
    files: ['generator/**/*.ts', 'templates/**/*.ts', 'test/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      'max-lines': ['error', 300],
    },
  },
  ...Object.entries(layers).map(layerRule),
);
