/** What the compiler cannot say: house rules for all TypeScript, Lit's and custom elements' for the elements. */
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const bannedSyntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  { selector: 'TSParameterProperty', message: 'Declare the field and assign it.' },
  { selector: 'ExportAllDeclaration', message: 'List what is exported by name.' },
];

const noMarkupFromStrings = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    message: 'Markup never comes from strings: render a template.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|write|writeln)$/][callee.object.name="document"]',
    message: 'Markup never comes from strings: render a template.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Markup never comes from strings: render a template.',
  },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/cdn/**', 'coverage/**', '**/.guildhall/**'] },
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...bannedSyntax],
    },
  },
  {
    files: ['packages/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...bannedSyntax,
        ...noMarkupFromStrings,
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
      ],
    },
  },
  {
    files: ['packages/elements/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^lit(-html)?/directives/unsafe-',
              message: 'Text is rendered as text; Markdown has its own renderer.',
            },
            { regex: '^lit(-html)?/static', message: 'Tags are written out in the template.' },
            {
              regex: '^(lit|@lit/reactive-element)',
              importNames: ['unsafeCSS'],
              message: 'Styles are written out, or are custom properties.',
            },
          ],
        },
      ],
    },
  },
);
