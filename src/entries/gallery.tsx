import '@fontsource-variable/noto-sans-sc/wght.css';
import '../ui/theme/tokens.css';
import '../ui/theme/base.css';
import { StrictMode, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { studyFixture, type StudyFixture } from '../../tests/builders/study.ts';
import { createAbstractCity, loadCityPack, planLabs, planSites } from '../city/index.ts';
import {
  createPlayhead,
  FinishPlot,
  MarginalBars,
  nightsOf,
  ReachChart,
  Sparkline,
  SurgeChart,
  wholeSpan,
  type Theme,
} from '../charts/index.ts';
import type { Marginal, MeanFigure } from '../results/index.ts';
import { resolveSettings, type Change } from '../scenario/index.ts';
import { createText } from '../text/index.ts';
import { KitProvider } from '../ui/kit/index.ts';
import { CityMap, createCityRun, mapScales, PlacesTable, type MapLayer, type PlaceRef } from '../ui/map/index.ts';
import { PlaceStory } from '../ui/story/index.ts';
import { changeTrack, planPlaces, useChangeDesk, type ChangeEdits } from '../ui/changes/index.ts';
import { deskSteps } from '../ui/round/index.ts';
import { RoundTimeline, roundLanes } from '../ui/timeline/index.ts';
import { CompareExhibits } from './compare-exhibits.tsx';
import type { Language } from '../units/index.ts';

const asked = new URLSearchParams(location.search);
const language: Language = asked.get('language') === 'en' ? 'en' : 'zh';
const theme: Theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
const startHours = Number(asked.get('hours') ?? 30);
const only = asked.get('show');
document.documentElement.dataset.theme = theme;
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
const text = createText(language);

/** Width of a box that follows the window. */
function Wide({ children }: { children: (width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  return <div ref={box}>{width > 0 && children(width)}</div>;
}

function Exhibit({ id, children }: { id: string; children: ReactNode }) {
  if (only !== null && only !== id) return null;
  return (
    <section id={id} style={{ background: 'var(--surface)', marginBlock: 8 }}>
      {children}
    </section>
  );
}

const fontSize = Math.round(0.875 * parseFloat(getComputedStyle(document.documentElement).fontSize) * 2) / 2;
const marginals: Marginal[] = [
  { resource: 'samplers', finish: 'sampled', change: '+37 desks (+10 %)', amount: 37, effectHours: -7.4, interval: [-8, -6.9] },
  { resource: 'openHours', finish: 'sampled', change: '+1.8 hours a day', amount: 1.8, effectHours: -3.1, interval: [-3.6, -2.7] },
  { resource: 'devices', finish: 'sampled', change: '+30 devices', amount: 30, effectHours: -0.1, interval: [-0.4, 0.2] },
];

/** Made up: residents reached within 0 to 45 minutes, and means of a surge. */
const rising = (middle: number): number[] => Array.from({ length: 46 }, (_, minute) => 1 - 1 / (1 + (minute / middle) ** 4));
const REACH = [
  { area: 'urban', now: rising(7), before: rising(8), standardMinutes: 15 },
  { area: 'rural', now: rising(12), before: rising(13), standardMinutes: 30 },
] as const;
const meanOf = (mean: number, half: number): MeanFigure => ({ mean, interval: [mean - half, mean + half] });
const SURGE = [
  { casesPerDay: 0, urban: meanOf(6.5, 0.2), rural: meanOf(10.9, 0.4) },
  { casesPerDay: 50, urban: meanOf(6.5, 0.2), rural: meanOf(11.4, 0.5) },
  { casesPerDay: 200, urban: meanOf(6.6, 0.2), rural: meanOf(15.4, 0.9) },
  { casesPerDay: 400, urban: meanOf(7.7, 0.4), rural: meanOf(24.3, 1.6) },
];

function Timelines({ fixture, id }: { fixture: StudyFixture; id: string }) {
  const [hours, setHours] = useState(startHours);
  const nights = useMemo(() => nightsOf(fixture.typical), [fixture]);
  return (
    <Exhibit id={id}>
      <Wide>
        {(width) => (
          <RoundTimeline
            study={fixture.study}
            clock="08:00"
            cursorHours={hours}
            onCursor={setHours}
            nights={nights}
            windowEndHours={fixture.windowEndHours}
            {...{ width, text, theme, fontSize }}
            height={Math.round(15 * (fontSize / 0.875))}
          />
        )}
      </Wide>
    </Exhibit>
  );
}

/** Chart, lanes and dated changes on one scale; the changes can be moved, nothing is simulated anew. */
function LanesExhibit({ fixture, id }: { fixture: StudyFixture; id: string }) {
  const [hours, setHours] = useState(startHours);
  const [changes, setChanges] = useState<readonly Change[]>(GALLERY_CHANGES);
  const { city, study, typical, facts, windowEndHours } = fixture;
  const nights = useMemo(() => nightsOf(typical), [typical]);
  const lanes = useMemo(() => roundLanes({ study, typical, desks: deskSteps(facts.desks, []) }, text), [study, typical, facts]);
  const places = useMemo(() => planPlaces(resolveSettings({ inputs: {} }, city).settings, city), [city]);
  const edits: ChangeEdits = {
    add: (change) => {
      setChanges([...changes, change]);
      return changes.length;
    },
    edit: (index, change) => setChanges(changes.map((kept, at) => (at === index ? change : kept))),
    remove: (index) => setChanges(changes.filter((_, at) => at !== index)),
    abandon: () => {},
  };
  const desk = useChangeDesk(changes, edits, {
    wording: { text, clock: '08:00', places },
    desks: 373,
    tubesPerDay: 20_000,
    poolSize: 10,
    siteId: null,
    labId: null,
  });
  return (
    <Exhibit id={id}>
      <Wide>
        {(width) => (
          <RoundTimeline
            clock="08:00"
            cursorHours={hours}
            onCursor={setHours}
            track={changeTrack(desk, { phone: width < 700, rows: 4 }, () => hours)}
            height={Math.round(13 * (fontSize / 0.875))}
            {...{ study, nights, windowEndHours, lanes, width, text, theme, fontSize }}
          />
        )}
      </Wide>
    </Exhibit>
  );
}

const GALLERY_CHANGES: readonly Change[] = [
  { kind: 'desks', at: 12, desks: 100, where: 'all' },
  { kind: 'labCapacity', at: 20, until: 32, lab: 'all', factor: 0.5, comment: text.language === 'zh' ? '停电' : 'power cut' },
  { kind: 'borrowedLab', at: 22, readyAfterHours: 12, tubesPerDay: 20_000, travelMinutes: 60 },
  { kind: 'arrivals', at: 54, until: 57, factor: 0.5, comment: text.t('changes:kind.rain') },
];

const slow = studyFixture();
const fast = studyFixture({ desks: 746, perHour: 100, tubesPerDay: 95_000, horizonHours: 80 });

const packs = import.meta.glob<unknown>('../../data/ezhou/pack.json', { eager: true, import: 'default' });
const ezhou = loadCityPack(Object.values(packs)[0]);
const ezhouSites = planSites(ezhou, { sites: 310, spread: 0.15, population: 1_079_353 });
const real = studyFixture({ city: ezhou, sites: ezhouSites });
const emptyCity = createAbstractCity({ population: 1_000_000 });
const abstractSites = planSites(emptyCity, { sites: 120, spread: 0.3, population: 1_000_000 });
const abstract = studyFixture({
  city: { ...emptyCity, labs: planLabs(emptyCity, { count: 6, tubesPerDay: 20_000 }) },
  sites: abstractSites,
});

function MapExhibit({ fixture, id, height }: { fixture: StudyFixture; id: string; height: string }) {
  const [layer, setLayer] = useState<MapLayer>((asked.get('layer') as MapLayer | null) ?? 'wait');
  const [selected, setSelected] = useState<PlaceRef | null>(null);
  const [hours, setHours] = useState(startHours);
  const scales = useMemo(() => mapScales(fixture.typical, fixture.study.sampledWithinDeadline.deadlineHours), [fixture]);
  const run = useMemo(() => createCityRun({ ...fixture, desks: fixture.facts.desks, input: null }), [fixture]);
  const [playhead] = useState(() => createPlayhead(startHours));
  return (
    <Exhibit id={id}>
      <div style={{ height }}>
        <CityMap
          city={fixture.city}
          sites={fixture.sites}
          clock="08:00"
          cursorHours={hours}
          scales={scales}
          onLayer={setLayer}
          onSelect={setSelected}
          {...{ run, playhead, layer, selected, text, theme, fontSize }}
        />
      </div>
      <input
        type="range"
        min={0}
        max={120}
        step={0.05}
        value={hours}
        onChange={(event) => {
          playhead.moveTo(Number(event.target.value));
          setHours(playhead.hours);
        }}
        aria-label={text.t('charts:timeline.label')}
      />
    </Exhibit>
  );
}

function TableExhibit({ fixture, id }: { fixture: StudyFixture; id: string }) {
  const [selected, setSelected] = useState<PlaceRef | null>({ kind: 'site', index: 40 });
  const { city, sites, study, typical, facts } = fixture;
  return (
    <Exhibit id={id}>
      <div style={{ height: asked.get('height') ?? '29rem' }}>
        <PlacesTable
          clock="08:00"
          cursorHours={startHours}
          onSelect={setSelected}
          {...{ city, sites, study, typical, facts, selected, text, fontSize }}
        />
      </div>
    </Exhibit>
  );
}

function StoryExhibit({ fixture, id, place }: { fixture: StudyFixture; id: string; place: PlaceRef }) {
  const { city, sites, study, typical, facts, windowEndHours } = fixture;
  return (
    <Exhibit id={id}>
      <PlaceStory
        clock="08:00"
        cursorHours={startHours}
        nights={nightsOf(typical)}
        width={Math.round(22 * (fontSize / 0.875))}
        onClose={() => {}}
        {...{ place, city, sites, study, typical, facts, windowEndHours, text, theme, fontSize }}
      />
    </Exhibit>
  );
}

function Gallery() {
  return (
    <main>
      <Timelines id="timeline" fixture={slow} />
      <Timelines id="timeline-fast" fixture={fast} />
      <LanesExhibit id="lanes" fixture={slow} />
      <MapExhibit id="map" fixture={real} height={asked.get('height') ?? '29rem'} />
      <MapExhibit id="beads" fixture={abstract} height={asked.get('height') ?? '29rem'} />
      <TableExhibit id="table" fixture={real} />
      <StoryExhibit id="site-story" fixture={real} place={{ kind: 'site', index: 30 }} />
      <StoryExhibit id="lab-story" fixture={real} place={{ kind: 'lab', index: 2 }} />
      <Exhibit id="finish">
        <Wide>
          {(width) => (
            <FinishPlot
              finishHours={slow.sampledFinishes}
              deadlineHours={48}
              clock="08:00"
              finish="sampled"
              width={Math.min(width, 520)}
              height={170}
              {...{ text, theme, fontSize }}
            />
          )}
        </Wide>
      </Exhibit>
      <Exhibit id="marginals">
        <Wide>
          {(width) => <MarginalBars marginals={marginals} finish="sampled" width={Math.min(width, 420)} {...{ text, theme, fontSize }} />}
        </Wide>
      </Exhibit>
      <Exhibit id="reach">
        <Wide>{(width) => <ReachChart series={REACH} width={Math.min(width, 720)} height={200} {...{ text, theme, fontSize }} />}</Wide>
      </Exhibit>
      <Exhibit id="surge">
        <Wide>
          {(width) => (
            <SurgeChart
              points={SURGE}
              standard={{ urban: 15, rural: 30 }}
              width={Math.min(width, 720)}
              height={200}
              {...{ text, theme, fontSize }}
            />
          )}
        </Wide>
      </Exhibit>
      <Exhibit id="sparkline">
        <Sparkline
          study={slow.study}
          span={wholeSpan(slow.study)}
          width={140}
          height={36}
          theme={theme}
          label={text.t('charts:round.title')}
        />
      </Exhibit>
      <CompareExhibits
        city={ezhou}
        sites={ezhouSites}
        hours={startHours}
        height={asked.get('height') ?? '32rem'}
        frame={(id, content) => (
          <Exhibit id={id}>
            <Wide>{content}</Wide>
          </Exhibit>
        )}
        {...{ theme, fontSize }}
      />
    </main>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <KitProvider text={text} theme={theme}>
      <Gallery />
    </KitProvider>
  </StrictMode>,
);
