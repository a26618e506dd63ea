/**
 * The builds: plain ES modules of the three packages for npm, and the files for a script tag.
 * `scripts/build.mjs` runs them in order; `rollup -c --configPart core` runs one part alone.
 */
import { readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { minifyTemplates } from './scripts/minify-templates.mjs';

/** The npm build of a package: one file for each source file, dependencies left out, declarations beside. */
function library(name, entries, tsconfig = 'tsconfig.json') {
  const { dependencies } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  const names = Object.keys(dependencies);
  const dist = `packages/${name}/dist`;
  return {
    input: entries.map((entry) => `packages/${name}/src/${entry}.ts`),
    external: (id) => id.startsWith('node:') || names.some((dep) => id === dep || id.startsWith(`${dep}/`)),
    output: {
      dir: dist,
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: `packages/${name}/src`,
      sourcemap: true,
    },
    plugins: [
      typescript({
        tsconfig: `packages/${name}/${tsconfig}`,
        noEmitOnError: true,
        compilerOptions: {
          module: 'NodeNext', // Named here, or the plugin would put ESNext in its place.
          customConditions: [], // The other packages are seen as their users see them: through dist.
          composite: false,
          incremental: false,
          emitDeclarationOnly: false,
          declarationMap: false, // It would point at sources that are not published.
          outDir: dist,
          declarationDir: dist,
        },
      }),
    ],
  };
}

const notice = '/*! Guildhall, MIT. With Lit, (c) Google LLC, BSD-3-Clause. */';

/** Files for a script tag, everything included, made from the npm build of the elements. */
function script(input, output) {
  return {
    input,
    output: {
      dir: 'packages/elements/cdn',
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: ({ facadeModuleId }) => `chunks/${languageOf(facadeModuleId)}[name]-[hash].js`,
      banner: ({ isEntry }) => (isEntry ? notice : ''),
      ...output,
    },
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      sourceMapsOfDist(),
      minifyTemplates(),
      terser({ ecma: 2022, module: true, format: { comments: /^!/ } }),
    ],
  };
}

/** What the name of a chunk of words begins with, so that `de/people` and the elements about people can be told apart. */
function languageOf(id) {
  const [, language] = /[\\/]strings[\\/](\w+)[\\/][\w-]+\.js$/.exec(id ?? '') ?? [];
  return language ? `${language}-` : '';
}

/** Hands on the source maps of dist, so that those of the script files lead to the TypeScript. */
function sourceMapsOfDist() {
  return {
    name: 'source-maps-of-dist',
    load(id) {
      if (!/packages\/\w+\/dist\/.*\.js$/.test(id.replaceAll('\\', '/'))) return null;
      return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
    },
  };
}

const dist = 'packages/elements/dist';
const onePiece = { inlineDynamicImports: true };

/** Core comes first, since the others read its declarations, and the scripts come last: they are made from dist. */
const parts = {
  core: [
    library(
      'core',
      ['index', 'connect', 'store/index', 'conformance/index', 'matching/index', 'computations'],
      'tsconfig.build.json',
    ),
  ],
  server: [library('server', ['index', 'cli', 'stores/sqlite', 'stores/postgres', 'compute/compute-worker'])],
  elements: [
    library('elements', ['index', 'script', 'script-all', 'script-kudos-wall', 'internal/match-worker']),
  ],
  scripts: [
    script({ guildhall: `${dist}/script.js` }, {}),
    script({ 'guildhall.all': `${dist}/script-all.js` }, onePiece),
    script({ 'kudos-wall': `${dist}/script-kudos-wall.js` }, {}),
    script({ 'match-worker': `${dist}/internal/match-worker.js` }, {}),
  ],
};

export default ({ configPart }) => (configPart ? parts[configPart] : Object.values(parts).flat());
