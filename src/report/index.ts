export { changeWords, type ChangeWords } from './change-words.ts';
export { csvText, neutralised, type CsvCell } from './csv.ts';
export { inputWords, planDifferences, proposedName, type PlanDifference } from './plan-differences.ts';
export { remedyWords } from './remedies.ts';
export { CSV_TABLES, runCsv, type CsvSubject, type CsvTable, type PlaceRow } from './run-csv.ts';
export { RUN_SCHEMA, runJson, runJsonText, type RunExtras } from './run-json.ts';
export { deadlineWords, outcomeOf, plainWords, retestWords, spanWords, type DeadlineWords, type Outcome } from './verdict.ts';
