/** The engine as it ships: its TypeScript with the types taken out, without building anything else. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../packages/core/src/matching/', import.meta.url));
const target = fileURLToPath(new URL('.engine/', import.meta.url));

export async function buildEngine() {
  const { default: ts } = await import('typescript');
  mkdirSync(target, { recursive: true });
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  for (const file of readdirSync(source)) {
    if (!file.endsWith('.ts') || /\.test\.ts$|^test-/.test(file)) continue;
    const { outputText } = ts.transpileModule(readFileSync(join(source, file), 'utf8'), { compilerOptions });
    writeFileSync(join(target, file.replace(/\.ts$/, '.js')), outputText);
  }
}
