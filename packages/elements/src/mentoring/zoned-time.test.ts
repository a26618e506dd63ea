import { expect } from '@open-wc/testing';
import { momentOf, offsetAt, placeOf, wallTime } from './zoned-time.js';

const at = (day: string, time: string, zone: string) => {
  const found = momentOf({ day, time }, zone);
  return [found?.moment.toISOString(), found?.odd];
};

describe('times in zones', () => {
  it('know the offset on the day, not the one of today', () => {
    expect(at('2026-03-28', '15:00', 'Europe/Berlin')).to.deep.equal(['2026-03-28T14:00:00.000Z', undefined]);
    expect(at('2026-03-29', '15:00', 'Europe/Berlin')).to.deep.equal(['2026-03-29T13:00:00.000Z', undefined]);
    expect(at('2026-10-25', '00:30', 'Europe/Berlin')).to.deep.equal(['2026-10-24T22:30:00.000Z', undefined]);
    expect(at('2026-07-01', '09:00', 'Asia/Kathmandu')).to.deep.equal([
      '2026-07-01T03:15:00.000Z',
      undefined,
    ]);
  });

  it('take what clocks jump over as much later, and of two the first', () => {
    expect(at('2026-03-29', '02:30', 'Europe/Berlin')).to.deep.equal(['2026-03-29T01:30:00.000Z', 'skipped']);
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).to.deep.equal(['2026-10-25T00:30:00.000Z', 'twice']);
    expect(at('2026-03-08', '02:30', 'America/New_York')).to.deep.equal([
      '2026-03-08T07:30:00.000Z',
      'skipped',
    ]);
    expect(at('2026-04-05', '01:45', 'Australia/Lord_Howe')).to.deep.equal([
      '2026-04-04T14:45:00.000Z',
      'twice',
    ]);
  });

  it('lead there and back through a year in every zone', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      for (let hour = 0; hour < 366 * 24; hour += 37) {
        const moment = new Date(Date.UTC(2026, 0, 1, hour));
        const back = momentOf(wallTime(moment, zone), zone);
        const first = back?.odd === 'twice' ? back.moment.getTime() <= moment.getTime() : undefined;
        expect(
          first ?? back?.moment.getTime() === moment.getTime(),
          `${zone} ${moment.toISOString()}`,
        ).to.equal(true);
      }
    }
  });

  it('refuse what is no day, no time or no zone', () => {
    expect(momentOf({ day: '', time: '15:00' }, 'UTC')).to.equal(undefined);
    expect(momentOf({ day: '2026-13-01', time: '15:00' }, 'UTC')).to.equal(undefined);
    expect(momentOf({ day: '2026-03-01', time: '' }, 'UTC')).to.equal(undefined);
    expect(() => offsetAt(0, 'Mars/Olympus')).to.throw(RangeError);
  });

  it('name the place of a zone', () => {
    expect(placeOf('America/Argentina/Buenos_Aires')).to.equal('Buenos Aires');
    expect(placeOf('UTC')).to.equal('UTC');
  });
});
