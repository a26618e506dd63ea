import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openWorkplace, type Workplace } from '../test/command-line.js';
import { decodeText } from './decode.js';
import { nearest } from './flags.js';

describe('the text of a file', () => {
  const decoded = (bytes: Uint8Array, asked?: string) => {
    const { text, encoding, sure } = decodeText(bytes, asked);
    return [text.replace(/^\uFEFF/, ''), encoding, sure];
  };
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

  test('is read by its mark', () => {
    assert.deepEqual(decoded(Buffer.from('\uFEFFZoë')), ['Zoë', 'utf-8', true]);
    assert.deepEqual(decoded(Buffer.from('\uFEFFZoë', 'utf16le')), ['Zoë', 'utf-16le', true]);
    assert.deepEqual(decoded(utf16be('\uFEFFZoë')), ['Zoë', 'utf-16be', true]);
  });

  test('is UTF-8 when it can be, else windows-1252 with a word of doubt', () => {
    assert.deepEqual(decoded(Buffer.from('Zoë 🏛')), ['Zoë 🏛', 'utf-8', true]);
    assert.deepEqual(decoded(Buffer.from('Zo\xeb \x80\x9f\x81', 'latin1')), [
      'Zoë €Ÿ\x81',
      'windows-1252',
      false,
    ]);
    assert.deepEqual(decoded(Buffer.from('\x93Zo\xeb\x94', 'latin1'), 'latin1'), [
      '“Zoë”',
      'windows-1252',
      true,
    ]);
    assert.deepEqual(decoded(Buffer.from('')), ['', 'utf-8', true]);
  });

  test('is what the caller says, or refused', () => {
    assert.deepEqual(decoded(Buffer.from([0xb1]), 'iso-8859-2'), ['ą', 'iso-8859-2', true]);
    assert.throws(() => decodeText(Buffer.from([0xff, 0x41]), 'utf-8'), { name: 'UsageError' });
    assert.throws(() => decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0xff])), { name: 'UsageError' });
    assert.throws(() => decodeText(Buffer.from('x'), 'nonsense'), {
      message: /There is no encoding nonsense/,
    });
  });
});

test('a hint is near or there is none', () => {
  const known = ['port', 'host', 'file', 'origin', 'identity', 'dev', 'static', 'cdn', 'help'];
  assert.equal(nearest('prot', known), 'port');
  assert.equal(nearest('ident', known), 'identity');
  assert.equal(nearest('origins', known), 'origin');
  for (const far of ['database', 'x', '', 'toString']) assert.equal(nearest(far, known), undefined, far);
});

describe('guildhall import', () => {
  let work: Workplace;
  before(async () => (work = await openWorkplace()));
  after(() => work.close());
  const importing = async (content: string | Buffer, ...flags: string[]) => {
    await writeFile(join(work.folder, 'people.csv'), content);
    return work.run(['import', 'people.csv', ...flags]);
  };

  test('stores all, says what it did, and changes nothing the second time', async () => {
    const csv = 'Personalnummer;Name;E-Mail;Gehalt\r\n1;Ada;ada@org.example;9\r\n2;Ben;;9\r\n';
    const dry = await importing(csv, '--dry-run');
    assert.equal(dry.code, 0);
    assert.match(dry.out, /^Columns not used: Gehalt\.\npeople\.csv: 2 created, .* nothing was stored\.\n$/);
    const first = await importing(csv);
    assert.match(first.out, /2 created, 0 changed, 0 unchanged, 0 departed\.\n$/);
    const again = await importing(csv.replace('Ben', 'Benno'));
    assert.match(again.out, /0 created, 1 changed, 1 unchanged, 0 departed\.\n$/);
    const complete = await importing('id;name\n1;Ada\n', '--complete');
    assert.match(complete.out, /0 created, 0 changed, 1 unchanged, 1 departed\.\n$/);
  });

  test('stores nothing when there is an error, and names line and column of each', async () => {
    const { code, out, error } = await importing(
      'id,name,email\n7,Cy,cy@org.example\n8,,cy@org.example\n9,Di,not an address\n',
      ...['--file', 'errors.db'],
    );
    assert.deepEqual([code, out], [1, '']);
    const [name, email, total, ...more] = error.trimEnd().split('\n');
    assert.match(name ?? '', /^line 3, name: ./);
    assert.match(email ?? '', /^line 4, email: ./);
    assert.deepEqual([total, more], ['people.csv: 2 errors. Nothing was stored.', []]);
    const fixed = await importing('id,name\n7,Cy\n', '--file', 'errors.db');
    assert.match(fixed.out, /1 created/);
  });

  test('says when it had to guess the encoding, and takes delimiter and encoding as told', async () => {
    const guessed = await importing(Buffer.from('id,name\n1,Zo\xeb\n', 'latin1'), '--dry-run');
    assert.equal(guessed.code, 0);
    assert.match(guessed.error, /is not UTF-8; read as windows-1252/);
    const told = await importing(
      Buffer.from('id,name\n1,Zo\xeb\n', 'latin1'),
      '--dry-run',
      '--encoding',
      'latin1',
    );
    assert.deepEqual([told.code, told.error], [0, '']);
    const tabs = await importing('id\tname, first\tname\n1\tx\tAda\n', '--dry-run', '--delimiter', 'tab');
    assert.match(tabs.out, /Columns not used: name, first\.\npeople\.csv: 0 created, 0 changed, 1 unchanged/);
  });
});
