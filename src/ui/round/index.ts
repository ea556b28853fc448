export { createCityRun, crowding, deskSteps, sitesOf, townshipShares, type CityRun } from './cityRun.ts';
export { hasGeography, PLACE_KINDS, samePlace, type PlaceRef } from './places.ts';
export { placeNow, placeTitle, tripWords } from './placeWords.ts';
export { shownLabs } from './shownLabs.ts';
export { createTransport, type CourierTrip, type Transport } from './transport.ts';
