import { describe, expect, test } from 'vitest';
import type { CampaignStore } from '../../src/ports/campaign-store.ts';
import { market, summerTour } from '../support/summer-tour.ts';

/** A store of the adapter's, empty; `restart` gives what a new process finds. */
export interface CampaignStoreSubject {
  readonly store: CampaignStore;
  restart(): Promise<CampaignStore>;
}

const ids = (...marketIds: string[]) => marketIds.map((id) => market({ id }));

/** What every campaign store does, whatever it is built on. */
export const describeCampaignStoreContract = (adapter: string, create: () => Promise<CampaignStoreSubject>): void => {
  describe(`campaigns: ${adapter}`, () => {
    test('what was saved is found by slug, id and market, also after a restart', async () => {
      const subject = await create();
      const saved = summerTour({ campaign: { slug: 'summer' }, markets: ids('paris-1', 'london-1') });
      expect(await subject.store.save(saved)).toEqual(saved);
      const store = await subject.restart();
      expect(await store.campaignBySlug('summer')).toEqual(saved);
      expect(await store.campaignById('summer-tour')).toEqual(saved);
      expect(await store.market('london-1')).toEqual(market({ id: 'london-1' }));
      expect([await store.campaignBySlug('summer-tour'), await store.campaignById('other'), await store.market('rome-1')]).toEqual([null, null, null]);
    });

    test('saving again replaces the campaign and its markets, and frees what it held', async () => {
      const { store } = await create();
      await store.save(summerTour({ markets: ids('london-1', 'paris-1') }));
      const changed = summerTour({ campaign: { slug: 'autumn-tour', name: 'Autumn' }, markets: ids('paris-1', 'rome-1') });
      expect(await store.save(changed)).toEqual(changed);
      expect(await store.campaignById('summer-tour')).toEqual(changed);
      expect([await store.campaignBySlug('summer-tour'), await store.market('london-1')]).toEqual([null, null]);
    });

    test('neither slug nor market can be taken from another campaign, and then nothing is saved', async () => {
      const { store } = await create();
      await store.save(summerTour({ markets: ids('london-1') }));
      const other = { id: 'winter-tour', slug: 'winter-tour' };
      expect(await store.save(summerTour({ campaign: { ...other, slug: 'summer-tour' }, markets: ids('rome-1') }))).toBe('slug-taken');
      expect(await store.save(summerTour({ campaign: other, markets: ids('rome-1', 'london-1') }))).toBe('market-taken');
      expect([await store.campaignById('winter-tour'), await store.market('rome-1')]).toEqual([null, null]);
    });

    test('campaigns come by opening date, newest first', async () => {
      const { store } = await create();
      const { date } = summerTour().campaign;
      for (const [id, open] of [
        ['a', '2027-02-01T10:00:00.000Z'],
        ['b', '2027-04-01T10:00:00.000Z'],
        ['c', '2027-03-01T10:00:00.000Z'],
      ] as const)
        await store.save(summerTour({ campaign: { id, slug: id, date: { ...date, open } }, markets: [market({ id: `m-${id}`, campaignId: id })] }));
      expect((await store.campaigns()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    });

    test('status and notification change alone', async () => {
      const { store } = await create();
      const saved = summerTour({ markets: ids('london-1', 'paris-1') });
      await store.save(saved);
      const notification = { dueAt: '2027-02-12T08:00:00.000Z', plannedAt: null, notifiedAt: null };
      expect(await store.setStatus('summer-tour', 'OPEN')).toEqual({ ...saved.campaign, status: 'OPEN' });
      expect(await store.setNotification('paris-1', notification)).toEqual(market({ id: 'paris-1', notification }));
      expect(await store.campaignById('summer-tour')).toEqual({
        campaign: { ...saved.campaign, status: 'OPEN' },
        markets: [market({ id: 'london-1' }), market({ id: 'paris-1', notification })],
      });
      expect(await store.setNotification('paris-1', null)).toEqual(market({ id: 'paris-1' }));
      expect([await store.setStatus('other', 'OPEN'), await store.setNotification('rome-1', null)]).toEqual([null, null]);
    });

    test('saving again keeps the status and the notifications of markets that stay', async () => {
      const { store } = await create();
      await store.save(summerTour({ markets: ids('london-1', 'paris-1') }));
      const notification = { dueAt: '2027-02-12T08:00:00.000Z', plannedAt: null, notifiedAt: null };
      await store.setStatus('summer-tour', 'OPEN');
      await store.setNotification('paris-1', notification);
      const kept = summerTour({ campaign: { name: 'Renamed', status: 'OPEN' }, markets: [market({ id: 'paris-1', notification }), market({ id: 'rome-1' })] });
      expect(await store.save(summerTour({ campaign: { name: 'Renamed' }, markets: ids('paris-1', 'rome-1') }))).toEqual(kept);
      expect(await store.campaignById('summer-tour')).toEqual(kept);
    });

    test('a campaign has as many markets as its file may have, and can exchange them all', async () => {
      const { store } = await create();
      const many = (prefix: string) =>
        summerTour({ markets: Array.from({ length: 1000 }, (_, n) => market({ id: `${prefix}-${n}`, name: `Arena ${n * 7919}` })) });
      await store.save(many('a'));
      await store.save(many('b'));
      expect(await store.campaignById('summer-tour')).toEqual(many('b'));
      expect([await store.market('a-999'), (await store.market('b-999'))?.id]).toEqual([null, 'b-999']);
    });

    test('of two campaigns that take one market at the same time, one gets it', async () => {
      const { store } = await create();
      const campaigns = ['winter-tour', 'spring-tour'].map((id) => ({ campaign: { id, slug: id }, markets: [market({ id: 'rome-1', campaignId: id })] }));
      const saved = await Promise.all(campaigns.map((one) => store.save(summerTour(one))));
      expect(saved.filter((outcome) => outcome === 'market-taken')).toHaveLength(1);
      expect((await store.market('rome-1'))?.campaignId).toBe(campaigns[1 - saved.indexOf('market-taken')]?.campaign.id);
    });

    test('changes made at the same time are all kept', async () => {
      const { store } = await create();
      const three = ids('london-1', 'paris-1', 'rome-1');
      await store.save(summerTour({ markets: three }));
      const notification = { dueAt: '2027-02-12T08:00:00.000Z', plannedAt: null, notifiedAt: null };
      const renamed = summerTour({ campaign: { name: 'Renamed' }, markets: three });
      await Promise.all([store.setStatus('summer-tour', 'OPEN'), store.save(renamed), ...three.map(({ id }) => store.setNotification(id, notification))]);
      expect(await store.campaignById('summer-tour')).toEqual(
        summerTour({ campaign: { name: 'Renamed', status: 'OPEN' }, markets: three.map((one) => ({ ...one, notification })) }),
      );
    });
  });
};
