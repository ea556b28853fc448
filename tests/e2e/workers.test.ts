import { expect, jobOf, openPlanner, test, untilStudied } from './fixtures.ts';

test('a worker that dies is replaced: the page says so with seed and scenario, and the study is finished all the same', async ({
  page,
  faults,
}) => {
  await openPlanner(page);
  const [worker] = page.workers();
  // At its next task, before it sees it: one that dies with nothing to do, or after its answer, takes nothing along, and nobody is told.
  await worker.evaluate(() => {
    const die = (event: MessageEvent<{ kind: string }>): void => {
      if (event.data.kind !== 'record') return;
      event.stopImmediatePropagation();
      throw new Error('planted');
    };
    addEventListener('message', die as EventListener, { capture: true });
  });
  await expect(jobOf(page).getByRole('alert')).toContainText(/已更换.*种子 1.*方案/);
  await untilStudied(page);
  expect(faults.splice(0).filter((fault) => !fault.includes('planted'))).toEqual([]);
});
