import { expect } from '@open-wc/testing';
import { openDatabase, readFrom, writeTo } from './sealed-database.js';
import { newReceipt, SealedDrafts } from './sealed-drafts.js';

interface Kept {
  words: string;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'words' in value && typeof value.words === 'string';

describe('sealed drafts', () => {
  it('are there again, for the same viewer and form alone, and go when they are forgotten', async () => {
    const kept = new SealedDrafts('test', isKept);
    expect(await kept.lasting('ana')).to.equal(true);
    expect(await kept.write('ana', 'form-1', { words: 'More praise in public.' })).to.equal(true);
    const later = new SealedDrafts('test', isKept);
    expect(await later.read('ana', 'form-1')).to.deep.equal({ words: 'More praise in public.' });
    expect(await later.read('ben', 'form-1')).to.equal(undefined);
    expect(await later.read('ana', 'form-2')).to.equal(undefined);
    expect(await new SealedDrafts('other', isKept).read('ana', 'form-1')).to.equal(undefined);
    await later.write('ana', 'form-1', undefined);
    expect(await kept.read('ana', 'form-1')).to.equal(undefined);
  });

  it('keep the last of several writes that are on their way', async () => {
    const kept = new SealedDrafts('test', isKept);
    const written = ['one', 'two', 'three'].map((words) => kept.write('ana', 'quick', { words }));
    expect(await kept.read('ana', 'quick')).to.deep.equal({ words: 'three' });
    expect(await Promise.all(written)).to.deep.equal([true, true, true]);
  });

  it('lie in the browser encrypted, under a key that no script can read, without a time of writing', async () => {
    const kept = new SealedDrafts('test', isKept);
    const words = 'nobody may find this';
    await kept.write('lea', 'secret', { words });
    const database = await openDatabase();
    const key = await readFrom(database, 'keys', 'lea');
    expect(key).to.be.instanceOf(CryptoKey);
    if (!(key instanceof CryptoKey)) return;
    expect(key.extractable).to.equal(false);
    let refused: unknown;
    await crypto.subtle.exportKey('raw', key).catch((error: unknown) => (refused = error));
    expect(refused).to.be.instanceOf(DOMException);
    const name = JSON.stringify(['test', 'lea', 'secret']);
    const sealed = await readFrom(database, 'kept', name);
    expect(sealed).to.have.all.keys('iv', 'data', 'until');
    // The checks of the shape are the line above.
    const { data, until } = sealed as { data: ArrayBuffer; until: number };
    expect(new TextDecoder().decode(data)).not.to.include('nobody');
    expect(until % 86_400_000).to.equal(0);
  });

  it('are as if they were not there when somebody has changed them', async () => {
    const kept = new SealedDrafts('test', isKept);
    await kept.write('ana', 'changed', { words: 'mine' });
    await kept.write('ana', 'other', { words: 'other' });
    const database = await openDatabase();
    const name = (formId: string) => JSON.stringify(['test', 'ana', formId]);
    // The words of another form under this one's name: the key fits, the name does not.
    await writeTo(database, 'kept', name('changed'), await readFrom(database, 'kept', name('other')));
    expect(await kept.read('ana', 'changed')).to.equal(undefined);
    expect(await kept.read('ana', 'other')).to.deep.equal({ words: 'other' });
  });

  it('stay in memory where the browser has no WebCrypto, and say so', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle');
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, value: undefined });
    try {
      const kept = new SealedDrafts('test', isKept);
      expect(await kept.lasting('plain')).to.equal(false);
      expect(await kept.write('plain', 'form', { words: 'for now' })).to.equal(false);
      expect(await kept.read('plain', 'form')).to.deep.equal({ words: 'for now' });
      const database = await openDatabase();
      expect(await readFrom(database, 'kept', JSON.stringify(['test', 'plain', 'form']))).to.equal(undefined);
      await kept.write('plain', 'form', undefined);
      expect(await kept.read('plain', 'form')).to.equal(undefined);
    } finally {
      if (subtle) Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  it('make receipts of 128 bits, each another', () => {
    const receipts = new Set(Array.from({ length: 50 }, () => newReceipt()));
    expect(receipts.size).to.equal(50);
    for (const receipt of receipts) expect(receipt).to.match(/^[0-9a-f]{32}$/);
  });
});
