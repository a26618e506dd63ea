import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { define } from '../define.js';
import { isAccessible } from '../internal/test-accessible.js';
import { testHall, type CastId, type TestHall } from '../internal/test-hall.js';
import { appears, findAll, freshStorage, shown } from '../internal/test-page.js';
import { ProfileCard } from './profile-card.js';
import { waitUntil } from '../internal/test-until.js';

define(ProfileCard);

describe('how often somebody was thanked for a skill', function () {
  this.timeout(60_000);
  let test: TestHall;
  beforeEach(async () => {
    freshStorage();
    await setViewport({ width: 900, height: 900 });
    test = await testHall();
    await test.as('ben').people.setSkills({
      skills: [
        { skill: 'Kubernetes', level: 'teaching' },
        { skill: 'Writing', level: 'strong' },
      ],
    });
    const { items } = await test.as('ana').people.skills({ text: 'kubernetes' });
    const ref = { kind: 'link' as const, url: 'https://example.org/guide', title: 'The guide' };
    for (const giver of ['ana', 'lea', 'layla'] as const)
      await test.as(giver).recognition.give({
        receivers: ['ben'],
        message: 'Thank you',
        ref,
        skills: items.map(({ id }) => id),
      });
  });
  afterEach(() => test.guildhall.close());
  const card = (viewer: CastId, locale = 'en') =>
    test.hall<ProfileCard>(viewer, html`<profile-card person-id="ben"></profile-card>`, { locale });

  it('is shown once its person has switched it on, and no longer when they switch it off', async () => {
    const read = await card('lea');
    await appears(read, '.skills', 'Kubernetes');
    expect(shown(read)).to.not.contain('thanked 3');
    const own = await card('ben');
    const consents = async () => {
      (await appears(own, '.actions button', 'Edit profile')).click();
      const skill = await appears(own, '.skill', 'Kubernetes');
      const boxes = findAll<HTMLInputElement>(skill, 'label input');
      return boxes.find((box) => shown(box.closest('label') ?? box).includes('how often I was thanked'));
    };
    (await consents())?.click();
    await isAccessible(own);
    (await appears(own, '#save')).click();
    await appears(read, '.skills', 'teaches it · thanked 3 times for it');
    expect(shown(read)).to.not.contain('strong · thanked');
    await isAccessible(read);
    await appears(await card('ana', 'de'), '.skills', '3-mal dafür gedankt');
    const box = await consents();
    expect(box?.checked).to.equal(true);
    box?.click();
    (await appears(own, '#save')).click();
    await waitUntil(() => !shown(read).includes('thanked 3'), 'it is gone');
  });
});
