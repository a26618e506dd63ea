import { nodeResolve } from '@rollup/plugin-node-resolve';

export default {
  input: 'app.js',
  output: { dir: 'dist', format: 'es', chunkFileNames: '[name]-[hash].js' },
  plugins: [nodeResolve({ browser: true, exportConditions: ['production'] })],
};
