export { standings, type Standing } from './best-plans.ts';
export { changeWords, type ChangeWords } from './change-words.ts';
export { COMPARE_SCHEMA, compareCsv, compareJsonText } from './compare-files.ts';
export { comparisonSheet, pairRoundSheet, placeDifferenceSheet, plansSheet, type NamedStudy } from './compare-sheets.ts';
export { comparisonHeadline, comparisonRows, type ComparedPlans, type ComparedRow, type Headline } from './comparison.ts';
export { csvText, neutralised, type CsvCell } from './csv.ts';
export { differenceWords, FIGURES, figureDifference, figureValue, figureWords, isMoreBetter, type FigureId } from './figures.ts';
export {
  differenceBounds,
  haveSameSites,
  placeDifferences,
  type PlacedStudy,
  type PlaceDifference,
  type PlaceDifferences,
} from './place-differences.ts';
export { inputWords, planDifferences, proposedName, type PlanDifference } from './plan-differences.ts';
export { remedyWords } from './remedies.ts';
export { CSV_TABLES, runCsv, type CsvSubject, type CsvTable, type PlaceRow } from './run-csv.ts';
export { RUN_SCHEMA, runJson, runJsonText, type RunExtras } from './run-json.ts';
export { sheetCsv, type ProvenanceFacts, type Sheet } from './sheet.ts';
export { SITES_SCHEMA, sitesGeoJson } from './sites-geojson.ts';
export { finishSheet, labsSheet, marginalSheet, roundSheet, sitesSheet } from './study-sheets.ts';
export { deadlineWords, outcomeOf, plainWords, retestWords, spanWords, type DeadlineWords, type Outcome } from './verdict.ts';
export { sheetsXlsx } from './xlsx.ts';
export { publishedText, type Publication } from './published/publish.ts';
export { COVERAGE_SCHEMA, citySitingJson, coverageJson, type CoverageAnswer } from './coverage/json.ts';
export { additionSheet, COVERAGE_TABLES, coverageSheet, curveSheet, type CoverageTable } from './coverage/sheets.ts';
export { additionSentence, placeWords } from './coverage/words.ts';
export { EMERGENCY_SCHEMA, emergencyJson, emergencyJsonText, erlangPreview, RARELY, type EmergencyAnswer } from './emergency/json.ts';
export { EMERGENCY_TABLES, emergencySheet, type EmergencyTable } from './emergency/sheets.ts';
