import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { Client, Heard } from '@guildhall/core';
import { define } from './define.js';
import { discover } from './discover.js';
import { GuildHall } from './guild-hall.js';
import { testHall, type TestHall } from './internal/test-hall.js';
import { RelativeTime } from './parts/relative-time.js';
import { waitUntil } from './internal/test-until.js';

define(GuildHall);

describe('guild-hall', () => {
  let test: TestHall;
  before(async () => {
    test = await testHall();
  });

  it('is accessible', async () => {
    const el = await fixture<GuildHall>(html`<guild-hall .client=${test.as('ana')}><p>Page</p></guild-hall>`);
    await expect(el).to.be.accessible();
  });

  it('knows the viewer, and takes no room', async () => {
    const el = await fixture<GuildHall>(html`<guild-hall .client=${test.as('ana')}></guild-hall>`);
    await waitUntil(() => el.hall?.me?.name === 'Ana Ruiz');
    expect(getComputedStyle(el).display).to.equal('contents');
    expect(el.renderRoot.querySelector('[part=banner]')).to.equal(null);
  });

  it('says when identities prove nothing', async () => {
    const el = await fixture<GuildHall>(
      html`<guild-hall .client=${development(test.as('ana'))}></guild-hall>`,
    );
    await waitUntil(() => el.renderRoot.querySelector('[role=note]')?.textContent?.includes('Ana Ruiz'));
    await expect(el).to.be.accessible();
  });

  it('speaks its own language before that of the viewer and the page', async () => {
    const el = await fixture<GuildHall>(
      html`<guild-hall locale="de-CH" .client=${test.as('ana')}></guild-hall>`,
    );
    await waitUntil(() => el.hall?.locale === 'de-CH');
    el.locale = 'xx';
    await waitUntil(() => el.hall?.locale === 'en', 'the viewer speaks English');
    expect(document.documentElement.dir).to.equal('');
  });

  for (const src of ['javascript:alert(1)', 'data:text/plain,x', 'http://']) {
    it(`does not connect to ${src}`, async () => {
      const el = await fixture<GuildHall>(html`<guild-hall .src=${src}></guild-hall>`);
      expect(el.hall).to.equal(undefined);
      expect(el.renderRoot.textContent).to.contain('http');
    });
  }

  it('connects to a path of its own host, and goes on trying when nobody answers as it should', async () => {
    const el = await fixture<GuildHall>(html`<guild-hall src="/nobody"></guild-hall>`);
    await waitUntil(() => el.hall?.failure);
    expect(el.hall?.me).to.equal(undefined);
    el.client = test.as('ben');
    await waitUntil(() => el.hall?.me?.name === 'Ben Okafor');
  });

  it('asks the page for its token at each request', async () => {
    let asked = 0;
    const el = await fixture<GuildHall>(html`<guild-hall src="/nobody"></guild-hall>`);
    await waitUntil(() => el.hall?.failure);
    el.token = () => {
      asked += 1;
      return 'secret';
    };
    await waitUntil(() => asked > 0);
  });

  it('tries again by itself, and its elements load when the server is back', async () => {
    let down = true;
    const heard: Heard[] = [];
    const el = await fixture<GuildHall>(
      html`<guild-hall .client=${reachableWhen(test.as('ana'), () => !down)}></guild-hall>`,
    );
    const stop = el.hall?.hub.listen((change) => heard.push(change));
    await waitUntil(() => el.hall?.failure?.code === 'unavailable');
    down = false;
    await waitUntil(() => el.hall?.me, 'the viewer', { timeout: 5000 });
    expect(el.hall?.failure).to.equal(undefined);
    expect(heard.some((change) => 'resync' in change)).to.equal(true);
    stop?.();
  });

  it('opens one stream for all who listen, and closes it after the last', async () => {
    const streams: AbortSignal[] = [];
    const el = await fixture<GuildHall>(
      html`<guild-hall .client=${countingStreams(test.as('ana'), streams)}></guild-hall>`,
    );
    await waitUntil(() => el.hall?.me);
    const stops = [1, 2, 3].map(() => el.hall?.hub.listen(() => {}));
    await aTimeout(10);
    expect(streams).to.have.length(1);
    for (const stop of stops) stop?.();
    await aTimeout(10);
    expect(streams[0]?.aborted).to.equal(true);
  });
});

describe('discover', () => {
  it('fetches an element when its tag appears, once', async () => {
    let fetched = 0;
    const stop = discover({
      'guild-relative-time': () => {
        fetched += 1;
        return Promise.resolve(RelativeTime);
      },
    });
    await aTimeout(0);
    expect(fetched).to.equal(0);
    const page = await fixture(html`<div></div>`);
    page.append(document.createElement('guild-relative-time'), document.createElement('guild-relative-time'));
    await waitUntil(() => customElements.get('guild-relative-time'));
    expect(fetched).to.equal(1);
    stop();
  });
});

/** The same client, as a server with development identity would answer. */
function development(client: Client): Client {
  return {
    ...client,
    people: { ...client.people, me: async () => ({ ...(await client.people.me()), development: true }) },
  };
}

/** The same client behind a network that may be down. */
function reachableWhen(client: Client, up: () => boolean): Client {
  const me: Client['people']['me'] = async () => {
    if (up()) return client.people.me();
    throw Object.assign(new Error('down'), {
      name: 'GuildhallError',
      code: 'unavailable',
      reason: 'network',
    });
  };
  return { ...client, people: { ...client.people, me } };
}

/** The same client, noting each stream that it opens. */
function countingStreams(client: Client, streams: AbortSignal[]): Client {
  return {
    ...client,
    watch: (options) => {
      // In a page core's signal is a real one.
      if (options?.signal) streams.push(options.signal as AbortSignal);
      return client.watch(options);
    },
  };
}
