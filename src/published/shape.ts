import type { Accuracy, Bilingual, LngLat, SourceTag } from '../units/index.ts';
import type { WaitGrids } from './grids.ts';

export const PUBLISHED_SCHEMA = 'pingzhan.published/1';

/** Caps that are checked before memory is taken for a file. */
export const MOST = { bytes: 4_000_000, sites: 10_000, villages: 20_000, townships: 5_000, steps: 4_000, cells: 4_000_000 } as const;

export interface PublishedSource {
  readonly id: string;
  readonly tag: SourceTag;
  readonly title: Bilingual;
  readonly origin: Bilingual;
  readonly date: string;
}

export type PublishedPlaces = 'townships' | 'villages' | 'sites' | 'stations' | 'hospitals' | 'clinics';

/** How well one kind of place is known, and the sources (ids) behind its rows. */
export interface PlaceQuality {
  readonly accuracy: Accuracy;
  readonly sources: readonly string[];
}

export interface PublishedTownship {
  readonly id: string;
  readonly name: Bilingual;
  readonly district: number;
  readonly residents: number;
  readonly at: LngLat;
  /** Outer rings; open polygons of degrees. */
  readonly rings: readonly (readonly LngLat[])[];
}

export interface PublishedVillage {
  readonly id: string;
  readonly name: Bilingual;
  readonly initials: string;
  readonly township: number;
  readonly at: LngLat;
  readonly residents: number;
}

export interface PublishedSite {
  readonly id: string;
  readonly name: Bilingual;
  readonly township: number;
  readonly village: number;
  readonly at: LngLat;
  readonly residents: number;
  /** Villages whose people this site is planned for. */
  readonly serves: readonly number[];
  /** First opening and the end of sampling here, hours after the order: middle of the runs, and nine runs in ten; null where a run never ended. */
  readonly opensAt: number;
  readonly finishAt: { readonly p50: number | null; readonly p90: number | null };
}

export interface PublishedPlace {
  readonly name: Bilingual;
  readonly at: LngLat;
}

/** One figure a village. Walks in kilometres of way, drives in minutes; `…Nearest` is the place’s row, −1 (and null) where the city has none. */
export interface PublishedCoverage {
  readonly siteWalkKm: readonly number[];
  readonly siteNearest: readonly number[];
  readonly clinicMinutes: readonly (number | null)[];
  readonly clinicKm: readonly (number | null)[];
  readonly clinicNearest: readonly number[];
  readonly hospitalMinutes: readonly (number | null)[];
  readonly hospitalKm: readonly (number | null)[];
  readonly hospitalNearest: readonly number[];
  /** From the call to the crew's arrival; free vehicles assumed. */
  readonly ambulanceMinutes: readonly (number | null)[];
  readonly stationNearest: readonly number[];
}

/** How figures of coverage were worked out, so that every screen can say so. */
export interface CoverageRules {
  readonly walkDetour: number;
  /** Ways inside a village are never shorter than this. */
  readonly shortestWalkKm: number;
  readonly callMinutes: number;
  readonly turnOutMinutes: number;
  readonly travel: PublishedSource;
}

export interface RoundForecast {
  readonly deadlineHours: number;
  /** Share of runs in time, with its 95 % interval; hours after the order by which half and nine tenths of the runs were done. */
  readonly probability: number;
  readonly interval: readonly [number, number] | null;
  readonly p50: number | null;
  readonly p90: number | null;
  /** People not there at the deadline, mean over runs. */
  readonly missing: number;
}

/** Minutes of waiting from which people speak of a busy and of a jammed site. */
export interface WaitThresholds {
  readonly busy: number;
  readonly jammed: number;
}

/** What one publication says: a plan's forecast, who may use which site, how far things are, and where every figure comes from. */
export interface Published {
  readonly city: { readonly id: string; readonly name: Bilingual };
  /** Day of publication, "2026-11-26". */
  readonly date: string;
  readonly engineVersion: string;
  readonly scenario: { readonly name: Bilingual; readonly fingerprint: string };
  readonly seed: number;
  readonly runs: number;
  readonly orderClock: string;
  /** Daily open hours in minutes after midnight. */
  readonly openHours: { readonly from: number; readonly to: number };
  /** Where the page stands on the web, for the code on street notices; null when the publisher named none. */
  readonly address: string | null;
  readonly thresholds: WaitThresholds;
  readonly sampled: RoundForecast;
  readonly resulted: RoundForecast;
  readonly quality: Readonly<Record<PublishedPlaces, PlaceQuality>>;
  readonly sources: readonly PublishedSource[];
  readonly districts: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly townships: readonly PublishedTownship[];
  readonly villages: readonly PublishedVillage[];
  readonly sites: readonly PublishedSite[];
  readonly clinics: readonly PublishedPlace[];
  readonly hospitals: readonly PublishedPlace[];
  readonly stations: readonly PublishedPlace[];
  readonly coverage: PublishedCoverage;
  readonly rules: CoverageRules;
  readonly waits: WaitGrids;
}

/** Places whose positions nobody has confirmed send nobody anywhere: then the page carries 示例数据 and prints no notice. */
export const isSample = (published: Published): boolean => published.quality.sites.accuracy === 'schematic';
