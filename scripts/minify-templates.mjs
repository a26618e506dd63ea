/**
 * A rollup plugin that takes the indentation out of html`` and css`` templates, which terser leaves alone.
 * Careful rather than thorough: whitespace becomes less whitespace, and goes only where CSS ignores it.
 */
import MagicString from 'magic-string';

export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      // TypeScript puts a space before the backtick.
      if (!/\b(html|svg|css)\s*`/.test(code) || id.includes('node_modules')) return null;
      const result = new MagicString(code);
      for (const template of templatesIn(this.parse(code))) {
        const minify = minifiers[template.tag.name];
        const pieces = template.quasi.quasis.filter(({ start, end }) => end > start);
        const texts = pieces.map(({ start, end }) => code.slice(start, end));
        if (texts.some((text) => /<(pre|textarea)\b/i.test(text))) continue; // Their whitespace shows.
        pieces.forEach(({ start, end }, index) => result.overwrite(start, end, minify(texts[index])));
      }
      return { code: result.toString(), map: result.generateMap({ hires: true }) };
    },
  };
}

/** A line break and the indentation around it are one space. */
export function minifyHtml(text) {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** Strings stay; comments go; whitespace goes around braces and after `;` and `,`, elsewhere it is one space. */
export function minifyCss(text) {
  const token = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[\s\S]*?\*\/|\s*([{}])\s*|([;,])\s+|\s+/g;
  return text.replace(token, (match, string, brace, mark) => {
    if (string) return string;
    if (brace || mark) return brace ?? mark;
    return match.startsWith('/*') ? '' : ' ';
  });
}

const minifiers = { html: minifyHtml, svg: minifyHtml, css: minifyCss };

function* templatesIn(node) {
  if (node.type === 'TaggedTemplateExpression' && minifiers[node.tag.name]) yield node;
  for (const child of Object.values(node).flat()) {
    if (typeof child?.type === 'string') yield* templatesIn(child);
  }
}
