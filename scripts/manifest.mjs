/**
 * The custom-elements manifest: what editors and the docs know of the public elements, read from the sources.
 * As a command it writes packages/elements/custom-elements.json: `node scripts/manifest.mjs`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

const folder = fileURLToPath(new URL('../packages/elements/', import.meta.url));

/** Reads the sources of the elements; gives the manifest of what `index.ts` exports. */
export function elementsManifest() {
  const files = readdirSync(join(folder, 'src'), { recursive: true })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\/test-[\w-]+\.ts$/.test(name))
    .sort();
  const modules = files.map((name) =>
    ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2015, true),
  );
  const manifest = create({ modules, plugins: [...litPlugin(), tags(), publicOnly()] });
  // Who installs the package finds the built files, under the same names.
  return JSON.parse(JSON.stringify(manifest).replace(/"\/?src\/([\w/.-]+)\.[jt]s"/g, '"dist/$1.js"'));
}

/** Our classes name their tag in a static field; `define()` registers them under it. */
function tags() {
  return {
    name: 'tags',
    analyzePhase({ node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const field = node.members.find((member) => isStatic(member) && member.name?.getText() === 'tag');
      if (!field?.initializer || !ts.isStringLiteral(field.initializer)) return;
      const found = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
      Object.assign(found, { tagName: field.initializer.text, customElement: true });
    },
  };
}

function isStatic(member) {
  return member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) ?? false;
}

/** Leaves what `index.ts` exports and the classes that this inherits from, without what is not for others. */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      const { modules } = customElementsManifest;
      const classes = modules.flatMap((module) => module.declarations.filter(({ kind }) => kind === 'class'));
      const index = modules.find(({ path }) => path === 'src/index.ts');
      const names = new Set(index.exports.map(({ name }) => name));
      // A set that grows while it is walked: the parents of parents too.
      for (const name of names) {
        const parent = classes.find((one) => one.name === name)?.superclass;
        if (parent?.module) names.add(parent.name);
      }
      for (const module of modules) {
        module.declarations = module.declarations.filter(
          (one) => classes.includes(one) && names.has(one.name),
        );
        for (const one of module.declarations) one.members = one.members?.filter(isPublic);
        module.exports = module.declarations.map(({ name }) => exportOf(name, module.path));
      }
      customElementsManifest.modules = modules.filter(({ declarations }) => declarations.length > 0);
    },
  };
}

function isPublic(member) {
  return !member.static && !member.name.startsWith('#') && !['private', 'protected'].includes(member.privacy);
}

function exportOf(name, module) {
  return { kind: 'js', name, declaration: { name, module } };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(folder, 'custom-elements.json'), `${JSON.stringify(elementsManifest(), null, 2)}\n`);
