export { copyCalendar, createCalendar, nextKind, nextTime, removeNext, replaceNext, schedule, type Calendar } from './calendar.ts';
